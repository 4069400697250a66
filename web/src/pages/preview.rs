//! 预览申报材料: everything that is submitted, as those who review it read it.

use domain::pack::FilledBy;
use std::rc::Rc;
use yew::prelude::*;
use yew_router::prelude::*;

use crate::components::application::{ApplicationFacts, UnsavedNotice};
use crate::components::basic::{Button, ButtonKind};
use crate::components::frame::{Loading, Page, PageContents, Unreadable};
use crate::components::reading::{SectionCard, reading_id, section_in_words};
use crate::dom;
use crate::hooks::{LoadedHandle, use_application, use_unsaved_sections};
use crate::route::Route;
use crate::state::loaded::Loaded;
use crate::texts::texts;

#[derive(Properties, PartialEq)]
pub struct PreviewPageProps {
    pub id: String,
}

#[component]
pub fn PreviewPage(props: &PreviewPageProps) -> Html {
    let handle = use_application(props.id.clone());
    let content = match &handle.loaded {
        None => html! { <Loading /> },
        Some(Err(error)) => html! {
            <Unreadable error={error.clone()} reload={handle.reload.clone()} />
        },
        Some(Ok(loaded)) => html! { <Preview loaded={loaded.clone()} handle={handle.clone()} /> },
    };
    html! { <Page title={texts().form.preview.title} protected={true} wide={true}>{ content }</Page> }
}

#[derive(PartialEq, Properties)]
struct PreviewProps {
    loaded: Rc<Loaded>,
    handle: LoadedHandle,
}

/// Names the sections that are on this machine alone; they are not shown.
#[component]
fn Preview(props: &PreviewProps) -> Html {
    let PreviewProps { loaded, handle } = props;
    let unsaved = use_unsaved_sections(loaded, handle.recovered, handle.reload.clone());
    let sections = || loaded.pack.sections_of(FilledBy::Applicant);
    let places: Vec<(String, Html)> =
        sections().map(|section| (reading_id(section), html! { { section_in_words(section) } })).collect();
    html! {
        <>
            if let Some(sections) = unsaved.filter(|sections| !sections.is_empty()) {
                <UnsavedNotice loaded={loaded.clone()} {sections} />
            }
            { summary(loaded) }
            <div class="review-page">
                <PageContents {places} />
                <div class="review-main">
                    <h2>{ texts().officer.material }</h2>
                    for section in sections() {
                        <SectionCard key={section.id.clone()} loaded={loaded.clone()} section={section.id.clone()} />
                    }
                </div>
            </div>
        </>
    }
}

fn summary(loaded: &Rc<Loaded>) -> Html {
    let application = &loaded.view.application;
    let id = application.id.as_str().to_owned();
    let preview = &texts().form.preview;
    html! {
        <section class="card">
            <div class="spread">
                <h2>{ &application.applicant_name }</h2>
                <span class="badge">{ (texts().workflow.state)(application.state) }</span>
            </div>
            <ApplicationFacts loaded={loaded.clone()} />
            <div class="actions">
                if application.state.is_editable() {
                    <Link<Route> classes={ButtonKind::Primary.classes()} to={Route::Submit { id }}>
                        { texts().form.section.check_and_submit }
                    </Link<Route>>
                } else {
                    <Link<Route> classes={ButtonKind::Primary.classes()} to={Route::Progress { id }}>
                        { texts().form.submit.to_progress }
                    </Link<Route>>
                }
                <Button onclick={|()| dom::print()}>{ preview.print }</Button>
            </div>
        </section>
    }
}
