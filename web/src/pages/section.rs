//! One of the sections: its form, or what was typed once it is submitted, beside the list of all.

use domain::named::declaration;
use domain::pack::{FilledBy, Section};
use domain::workflow::ReturnItem;
use gloo_timers::callback::Timeout;
use std::rc::Rc;
use yew::prelude::*;
use yew_router::prelude::*;

use crate::components::application::PreviewLink;
use crate::components::basic::{ButtonKind, Notice, NoticeKind};
use crate::components::form::{CopyCard, SectionForm};
use crate::components::frame::{Loading, Page, Unreadable};
use crate::components::reading::{
    CONTENT, Places, ReasonView, SectionList, SectionReading, section_in_words,
};
use crate::components::scans::ScanSummary;
use crate::dom;
use crate::hooks::{LoadedHandle, use_application, use_findings};
use crate::route::Route;
use crate::state::loaded::Loaded;
use crate::texts::texts;

#[derive(Properties, PartialEq)]
pub struct SectionPageProps {
    pub id: String,
    pub section: String,
}

#[component]
pub fn SectionPage(props: &SectionPageProps) -> Html {
    let handle = use_application(props.id.clone());
    let loaded = handle.loaded.as_ref().and_then(|loaded| loaded.as_ref().ok()).cloned();
    let anchor = use_anchor(loaded.is_some(), &props.section);
    let section = loaded.as_ref().and_then(|loaded| loaded.pack.section(&props.section));
    let title = section.map_or_else(|| texts().form.section.list_title.to_owned(), section_in_words);
    html! {
        <Page {title} protected={true} wide={true}>
            { content(&handle, &props.section, !anchor.is_empty()) }
        </Page>
    }
}

/// The fragment of the URL; the focus goes there once there is something to focus.
#[hook]
fn use_anchor(is_loaded: bool, section: &str) -> String {
    let location = use_location();
    let hash = location.as_ref().map_or("", |location| location.hash());
    let anchor = hash.trim_start_matches('#').to_owned();
    use_effect_with((is_loaded, section.to_owned(), anchor.clone()), |(is_loaded, _, anchor)| {
        // After the heading has taken the focus, as it does on every new page.
        let wanted = (*is_loaded && !anchor.is_empty()).then(|| anchor.clone());
        let timeout = wanted.map(|anchor| Timeout::new(0, move || dom::focus(&anchor)));
        move || drop(timeout)
    });
    anchor
}

fn content(handle: &LoadedHandle, section: &str, show_all: bool) -> Html {
    let loaded = match &handle.loaded {
        None => return html! { <Loading /> },
        Some(Err(error)) => {
            return html! {
                <Unreadable error={error.clone()} reload={handle.reload.clone()} />
            };
        }
        Some(Ok(loaded)) => loaded,
    };
    let sections: Vec<&Section> = loaded.pack.sections_of(FilledBy::Applicant).collect();
    let Some(position) = sections.iter().position(|known| known.id == section) else {
        return html! {
            <Notice kind={NoticeKind::Error}>
                <p>{ texts().form.section.unknown }</p>
                <Link<Route> to={Route::Home}>{ texts().officer.back_home }</Link<Route>>
            </Notice>
        };
    };
    let neighbour = |position: Option<usize>| position.and_then(|position| sections.get(position).copied());
    html! {
        <div class="section-page">
            <Overview loaded={loaded.clone()} section={section.to_owned()} />
            <div id={CONTENT} class="section-main" tabindex="-1">
                <CopyCard loaded={loaded.clone()} handle={handle.clone()} />
                { form_or_reading(loaded, handle, section, show_all) }
                { steps(loaded, neighbour(position.checked_sub(1)), neighbour(Some(position + 1))) }
            </div>
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct OverviewProps {
    loaded: Rc<Loaded>,
    section: AttrValue,
}

#[component]
fn Overview(props: &OverviewProps) -> Html {
    let found = use_findings(&props.loaded);
    html! { <SectionList loaded={props.loaded.clone()} {found} current={props.section.clone()} /> }
}

fn form_or_reading(loaded: &Rc<Loaded>, handle: &LoadedHandle, section: &str, show_all: bool) -> Html {
    let section = AttrValue::from(section.to_owned());
    if loaded.view.application.state.is_editable() {
        return html! {
            <>
                if section == declaration::ID {
                    <ScanSummary loaded={loaded.clone()} on_removed={handle.remove_scan.clone()} />
                    <PreviewLink application={loaded.view.application.id.as_str().to_owned()} />
                }
                { asked_here(loaded, &section) }
                <SectionForm loaded={loaded.clone()} {section} handle={handle.clone()} {show_all} />
            </>
        };
    }
    html! {
        <>
            <Notice>{ texts().form.section.read_only }</Notice>
            <SectionReading loaded={loaded.clone()} {section} />
        </>
    }
}

/// Returns what the open return asks for in this section.
fn asked_here(loaded: &Loaded, section: &str) -> Html {
    let application = &loaded.view.application;
    let Some(open) = &application.open_return else { return Html::default() };
    let reasons: Vec<ReturnItem> =
        open.items.iter().filter(|item| item.spot.section == section).cloned().collect();
    if reasons.is_empty() {
        return Html::default();
    }
    html! {
        <Notice kind={NoticeKind::Warning}>
            <p>{ texts().common.labelled(texts().form.submit.returned_by, &open.organisation_name) }</p>
            <ReasonView application={application.id.to_string()} pack={loaded.pack.clone()} {reasons}
                places={Places::OnThisPage} />
        </Notice>
    }
}

/// 上一项, 下一项, and to the end.
fn steps(loaded: &Loaded, previous: Option<&Section>, next: Option<&Section>) -> Html {
    let id = loaded.view.application.id.as_str().to_owned();
    let texts = &texts().form.section;
    let to = |section: &Section| Route::Section { id: id.clone(), section: section.id.clone() };
    html! {
        <nav class="section-steps" aria-label={texts.steps}>
            if let Some(previous) = previous {
                <Link<Route> classes={ButtonKind::Secondary.classes()} to={to(previous)}>
                    { format!("← {}", texts.previous) }
                    <span class="visually-hidden">{ section_in_words(previous) }</span>
                </Link<Route>>
            }
            if let Some(next) = next {
                <Link<Route> classes={ButtonKind::Primary.classes()} to={to(next)}>
                    { format!("{} →", texts.next) }
                    <span class="visually-hidden">{ section_in_words(next) }</span>
                </Link<Route>>
            }
            <Link<Route> classes="section-submit" to={Route::Submit { id: id.clone() }}>
                { texts.check_and_submit }
            </Link<Route>>
        </nav>
    }
}
