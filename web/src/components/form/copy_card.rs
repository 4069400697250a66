//! 一键复制上次申报, offered while a draft is untouched; afterwards, what it did not copy and why.

use api::applications::{Copied, CopyEarlier, Mine, Summary};
use api::routes::Route;
use domain::form::{LeftOut, SectionData};
use domain::pack::{FilledBy, Pack};
use domain::workflow::{Filling, State};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::api::{ApiError, call};
use crate::components::application::title_name;
use crate::components::basic::{Button, ButtonKind, Notice, NoticeKind};
use crate::components::reading::{ProblemLines, SpotLink, section_in_words};
use crate::dom;
use crate::hooks::{LoadedHandle, use_get, use_pack};
use crate::state::choice::FIRST_SECTION;
use crate::state::loaded::Loaded;
use crate::state::same::Same;
use crate::texts::texts;

#[derive(Properties, PartialEq)]
pub struct CopyCardProps {
    pub loaded: Rc<Loaded>,
    pub handle: LoadedHandle,
}

#[component]
pub fn CopyCard(props: &CopyCardProps) -> Html {
    let copied = use_state(|| None::<Rc<Copied>>);
    let on_copied = {
        let (copied, put_section) = (copied.clone(), props.handle.put_section.clone());
        Callback::from(move |answer: Copied| {
            for (id, stored) in &answer.sections {
                put_section.emit((id.clone(), stored.clone()));
            }
            copied.set(Some(Rc::new(answer)));
        })
    };
    let on_close = {
        let copied = copied.clone();
        Callback::from(move |()| copied.set(None))
    };
    match &*copied {
        Some(copied) => {
            html! { <Outcome copied={copied.clone()} loaded={props.loaded.clone()} {on_close} /> }
        }
        None if is_untouched(&props.loaded) => {
            html! { <Offer application={props.loaded.view.application.id.to_string()} {on_copied} /> }
        }
        None => Html::default(),
    }
}

/// Only what 开始申报 filled in.
fn is_untouched(loaded: &Loaded) -> bool {
    let is_empty = |id: &str| loaded.answers.get(id).is_none_or(SectionData::is_empty);
    let mut sections = loaded.pack.sections_of(FilledBy::Applicant);
    loaded.view.application.state == State::Filling(Filling::Draft)
        && loaded.view.scans.is_empty()
        && sections.all(|section| section.id == FIRST_SECTION || is_empty(&section.id))
}

#[derive(Properties, PartialEq)]
struct OfferProps {
    application: AttrValue,
    on_copied: Callback<Copied>,
}

#[component]
fn Offer(props: &OfferProps) -> Html {
    let mine = use_get::<Mine>(Route::ListMine, String::new()).read;
    let earlier = mine.and_then(Result::ok).and_then(|mine| earlier(mine, &props.application));
    let pack = use_pack(earlier.as_ref().map_or("", |earlier| &earlier.pack)).and_then(Result::ok);
    let failure = use_state(|| None::<ApiError>);
    let busy = use_state(|| false);
    let Some((earlier, pack)) = earlier.zip(pack) else { return Html::default() };
    let title = title_name(&pack, &earlier).unwrap_or_default();
    let texts = &texts().copying;
    html! {
        <section class="card" aria-labelledby="copy-earlier">
            <h2 id="copy-earlier">{ (texts.heading)(earlier.cycle_year, &title) }</h2>
            <p>{ texts.lead }</p>
            <Button busy={*busy} onclick={copy(props, earlier, &failure, &busy)}>{ texts.copy }</Button>
            if let Some(failure) = &*failure {
                <Notice kind={NoticeKind::Error}>{ failure.message() }</Notice>
            }
        </section>
    }
}

/// The list is in order: the newest that is over.
fn earlier(mine: Mine, application: &str) -> Option<Summary> {
    let is_earlier = |one: &Summary| one.id.as_str() != application && one.state.is_over();
    mine.applications.into_iter().find(is_earlier)
}

fn copy(
    props: &OfferProps,
    earlier: Summary,
    failure: &UseStateHandle<Option<ApiError>>,
    busy: &UseStateHandle<bool>,
) -> Callback<()> {
    let (failure, busy) = (failure.clone(), busy.clone());
    let (application, on_copied) = (props.application.clone(), props.on_copied.clone());
    Callback::from(move |()| {
        busy.set(true);
        failure.set(None);
        let wanted = CopyEarlier { from: Some(earlier.id.clone()) };
        let (failure, busy) = (failure.clone(), busy.clone());
        let (application, on_copied) = (application.clone(), on_copied.clone());
        spawn_local(async move {
            let answer = call::<_, Copied>(Route::CopyEarlier, &[&application], Some(&wanted)).await;
            busy.set(false);
            match answer {
                Ok(copied) => on_copied.emit(copied),
                Err(error) => failure.set(Some(error)),
            }
        });
    })
}

#[derive(Properties, PartialEq)]
struct OutcomeProps {
    copied: Rc<Copied>,
    loaded: Rc<Loaded>,
    on_close: Callback<()>,
}

#[component]
fn Outcome(props: &OutcomeProps) -> Html {
    let (copied, pack, texts) = (&props.copied, &props.loaded.pack, &texts().copying);
    // The button that was pressed is gone.
    use_effect_with((), |()| dom::focus("copied"));
    let (n_left_out, n_to_check) = (copied.left_out.len(), copied.to_check.len());
    let (kind, words) = match copied.sections.len() {
        0 => (NoticeKind::Info, texts.nothing.to_owned()),
        n => (NoticeKind::Success, (texts.done)(n)),
    };
    let application = props.loaded.view.application.id.to_string();
    let problems = Rc::new(copied.to_check.clone());
    html! {
        <section class="card" id="copied" tabindex="-1">
            <Notice {kind}>{ words }</Notice>
            if n_to_check > 0 {
                <h3>{ (texts.to_check)(n_to_check) }</h3>
                <ProblemLines
                    {problems}
                    pack={Same::from(pack.clone())}
                    application={application.clone()}
                    local={false}
                />
            }
            if n_left_out > 0 {
                <details class="problem-summary" open={true}>
                    <summary>{ (texts.left_out)(n_left_out) }</summary>
                    <ul>
                        for line in &copied.left_out {
                            <li>{ left_out(pack, &application, line) }</li>
                        }
                    </ul>
                </details>
            }
            <Button kind={ButtonKind::Quiet} onclick={props.on_close.clone()}>{ texts.close }</Button>
        </section>
    }
}

/// A link to the place, where this application has it.
fn left_out(pack: &Pack, application: &str, line: &LeftOut) -> Html {
    let words = in_words(pack, line);
    match pack.section(&line.spot.section) {
        Some(_) => html! {
            <SpotLink application={application.to_owned()} spot={line.spot.clone()}>{ words }</SpotLink>
        },
        None => html! { words },
    }
}

/// Where, and why; in the words of this application's pack as far as it knows the place.
fn in_words(pack: &Pack, line: &LeftOut) -> String {
    let common = &texts().common;
    let section = pack.section(&line.spot.section);
    let title = section.map_or_else(|| line.section.clone(), section_in_words);
    let fields = match line.spot.group.as_deref() {
        Some(group) => section.and_then(|section| section.group(group)).map(|group| &group.fields),
        None => section.map(|section| &section.fields),
    };
    let of_spot = |id: &String| fields.and_then(|fields| fields.iter().find(|field| field.id == *id));
    let label = line.spot.field.as_ref().and_then(of_spot).map_or(&line.label, |field| &field.label);
    let place: Vec<&str> =
        [title.as_str(), &line.row, label].into_iter().filter(|part| !part.is_empty()).collect();
    common.labelled(&place.join(" · "), &(texts().copying.reason)(&line.reason))
}
