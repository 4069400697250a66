//! 更改申报职称和专业: a wrong title, industry, committee or specialty is corrected in a draft or after a return.

use api::applications::{ChooseCommittee, Saved};
use api::routes::Route as Call;
use domain::form::Spot;
use domain::named::basic_info;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;
use yew_router::prelude::*;

use crate::api::{ApiError, call};
use crate::components::application::GivenUp;
use crate::components::basic::{Button, ButtonKind, Notice, NoticeKind};
use crate::components::frame::{Loading, Page, Unreadable};
use crate::components::reading::go_to;
use crate::components::start::{ChoiceEffects, SpecialtyStep, TargetStep, choice_in_words};
use crate::hooks::{LoadedHandle, use_application, use_reducer_across_languages, use_sign_in_again};
use crate::pages::start::focus_missing;
use crate::route::Route;
use crate::saver::saves_settled;
use crate::state::choice::{FIRST_SECTION, is_changed, present, to_mend, with_choice};
use crate::state::loaded::Loaded;
use crate::state::start::{StartAction, StartHandle, StartState};
use crate::texts::texts;

const UNCHANGED: &str = "unchanged";

#[derive(Properties, PartialEq)]
pub struct ChoicePageProps {
    pub id: String,
}

#[component]
pub fn ChoicePage(props: &ChoicePageProps) -> Html {
    let handle = use_application(props.id.clone());
    let content = match &handle.loaded {
        Some(Err(error)) => html! {
            <Unreadable error={error.clone()} reload={handle.reload.clone()} />
        },
        Some(Ok(loaded)) if !loaded.view.application.state.is_editable() => html! {
            <Notice kind={NoticeKind::Warning}>
                <p>{ texts().changing.not_open }</p>
                <p><Link<Route> to={Route::Home}>{ texts().officer.back_home }</Link<Route>></p>
            </Notice>
        },
        Some(Ok(loaded)) if handle.recovered => {
            html! { <Choosing loaded={loaded.clone()} handle={handle.clone()} /> }
        }
        Some(Ok(_)) | None => html! { <Loading /> },
    };
    html! {
        <Page title={texts().changing.title} protected={true}>{ content }</Page>
    }
}

#[derive(PartialEq, Properties)]
struct ChoosingProps {
    loaded: Rc<Loaded>,
    handle: LoadedHandle,
}

#[component]
fn Choosing(props: &ChoosingProps) -> Html {
    let ChoosingProps { loaded, handle } = props;
    let state = use_reducer_across_languages("choice", StartState::at_rest);
    let before = present(loaded);
    use_prefilled(&state, &before);
    let save = use_save(loaded.clone(), handle.reload.clone(), state.clone());
    if state.title.is_empty() {
        return html! { <Loading /> };
    }
    let changed = is_changed(&before, &state);
    let pack = loaded.pack.clone();
    let id = loaded.view.application.id.to_string();
    html! {
        <>
            <div class="card">
                <p>{ lead(loaded) }</p>
                <dl class="facts">
                    for (label, words) in choice_in_words(&pack, &before, &before) {
                        <dt>{ label }</dt><dd>{ words }</dd>
                    }
                </dl>
                <TargetStep pack={pack.clone()} state={state.clone()} />
                <SpecialtyStep {pack} state={state.clone()} />
            </div>
            if changed {
                <ChoiceEffects loaded={loaded.clone()} {before} after={state.at_rest()} />
            }
            if let Some(refusal) = &state.refusal {
                <Notice kind={NoticeKind::Error}>{ refusal.message() }</Notice>
            }
            if !changed {
                <p id={UNCHANGED}>{ texts().changing.unchanged }</p>
            }
            <div class="actions">
                <Button
                    kind={ButtonKind::Primary}
                    busy={state.busy}
                    disabled={!changed}
                    describedby={(!changed).then_some(UNCHANGED)}
                    onclick={save}
                >
                    { texts().changing.save }
                </Button>
                <Link<Route>
                    classes={ButtonKind::Secondary.classes()}
                    to={Route::Section { id, section: FIRST_SECTION.to_owned() }}
                >
                    { texts().changing.cancel }
                </Link<Route>>
            </div>
        </>
    }
}

/// Says what is changed here, and how to get out of what is not.
fn lead(loaded: &Loaded) -> String {
    let texts = &texts().changing;
    let way_out = match loaded.view.application.way_out().and_then(GivenUp::by) {
        Some(GivenUp::Deleted) => texts.unit_after_deletion,
        Some(GivenUp::Withdrawn) => texts.unit_after_withdrawal,
        Some(GivenUp::Asked) | None => "",
    };
    format!("{}{way_out}{}", texts.lead, texts.present)
}

/// Begins with what is chosen, unless what was chosen here outlived a change of the language.
#[hook]
fn use_prefilled(state: &StartHandle, before: &StartState) {
    let (state, before) = (state.clone(), before.clone());
    use_effect_with((), move |()| {
        if state.title.is_empty() {
            state.dispatch(StartAction::Present(Box::new(before)));
        }
    });
}

#[hook]
fn use_save(loaded: Rc<Loaded>, reload: Callback<()>, state: StartHandle) -> Callback<()> {
    let sign_in_again = use_sign_in_again();
    Callback::from(move |()| {
        if let Some(missing) = state.missing().first() {
            state.dispatch(StartAction::Next);
            return focus_missing(*missing);
        }
        let Some(choice) = state.choice(&loaded.pack) else { return };
        let place = place_after(&loaded, &with_choice(&loaded, &choice, &state.note));
        let revision = loaded.stored(FIRST_SECTION).revision;
        let wanted = ChooseCommittee { choice, specialty_note: state.note.trim().to_owned(), revision };
        let id = loaded.view.application.id.to_string();
        let (state, reload, sign_in_again) = (state.clone(), reload.clone(), sign_in_again.clone());
        state.dispatch(StartAction::Sent);
        spawn_local(async move {
            saves_settled().await;
            let saved: Result<Saved, ApiError> = call(Call::ChooseCommittee, &[&id], Some(&wanted)).await;
            match saved {
                Ok(_) => go_to(&id, &place),
                Err(error) => {
                    state.dispatch(StartAction::Refused(error.clone()));
                    if !sign_in_again.emit(error) {
                        reload.emit(());
                    }
                }
            }
        });
    })
}

/// Returns the first place that the new choice asks to mend, else the section that holds it.
fn place_after(before: &Loaded, after: &Loaded) -> Spot {
    let first = to_mend(before, after).into_iter().next();
    first.map_or_else(|| Spot::field(FIRST_SECTION, basic_info::TARGET_TITLE), |problem| problem.spot)
}
