use api::applications::{StartApplication, Started};
use api::routes::Route as Call;
use domain::policy::Policy;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;
use yew_router::prelude::*;

use crate::api::{ApiError, call};
use crate::app::Route;
use crate::components::application_card::FIRST_SECTION;
use crate::components::button::{Button, ButtonKind};
use crate::components::loading::Loading;
use crate::components::notice::{Notice, NoticeKind};
use crate::components::page::Page;
use crate::components::specialty_step::SpecialtyStep;
use crate::components::start_summary::StartSummary;
use crate::components::step_list::StepList;
use crate::components::target_step::TargetStep;
use crate::components::unit_step::UnitStep;
use crate::dom;
use crate::hooks::use_batches::use_batches;
use crate::hooks::use_kept::use_kept_reducer;
use crate::hooks::use_me::use_me;
use crate::hooks::use_policy::use_policy;
use crate::hooks::use_sign_in_again::use_sign_in_again;
use crate::state::start::{StartAction, StartField, StartHandle, StartState, StartStep};
use crate::texts::texts;

/// 开始申报 (R4).
#[component]
pub fn StartPage() -> Html {
    let state = use_kept_reducer("start", StartState::at_rest);
    let title = (texts().applicant.step)(state.step.number(), state.step.name());
    let content = match use_open_pack() {
        None => html! { <Loading /> },
        Some(Err(error)) => html! { <Notice kind={NoticeKind::Error}>{ error.message() }</Notice> },
        Some(Ok(None)) => {
            html! { <Notice kind={NoticeKind::Warning}>{ texts().applicant.not_open }</Notice> }
        }
        Some(Ok(Some(policy))) => html! { <Wizard {policy} {state} /> },
    };
    html! {
        <Page {title} protected={true}>{ content }</Page>
    }
}

#[derive(Properties, PartialEq)]
struct WizardProps {
    policy: Rc<Policy>,
    state: StartHandle,
}

#[component]
fn Wizard(props: &WizardProps) -> Html {
    let WizardProps { policy, state } = props;
    let send = use_send(policy.clone(), state.clone());
    let step = match state.step {
        StartStep::Target => html! { <TargetStep policy={policy.clone()} state={state.clone()} /> },
        StartStep::Specialty => html! { <SpecialtyStep policy={policy.clone()} state={state.clone()} /> },
        StartStep::Unit => html! { <UnitStep policy={policy.clone()} state={state.clone()} /> },
        StartStep::Confirm => html! { <StartSummary policy={policy.clone()} state={(**state).clone()} /> },
    };
    let (forward, words) = match state.step {
        StartStep::Target | StartStep::Specialty | StartStep::Unit => {
            (next_step(state.clone()), texts().applicant.next)
        }
        StartStep::Confirm => (send, texts().applicant.confirm_after),
    };
    let back = state.dispatcher().to_callback().reform(|()| StartAction::Back);
    html! {
        <>
            <StepList here={state.step} />
            <div class="card">
                { step }
                if let Some(refusal) = state.refusal.clone() {
                    <Notice kind={NoticeKind::Error}>{ refusal }</Notice>
                }
                <div class="actions">
                    <Button kind={ButtonKind::Primary} busy={state.busy} onclick={forward}>{ words }</Button>
                    if state.step != StartStep::Target {
                        <Button onclick={back}>{ texts().applicant.back }</Button>
                    }
                </div>
            </div>
        </>
    }
}

/// To the next step, or to what this one still asks for.
fn next_step(state: StartHandle) -> Callback<()> {
    Callback::from(move |()| {
        state.dispatch(StartAction::Next);
        if let Some(field) = state.missing() {
            focus_missing(field);
        }
    })
}

/// To the field, or to the box that finds its options where there are none.
pub fn focus_missing(field: StartField) {
    if !dom::focus_if_there(field.id())
        && let Some(search) = field.search_id()
    {
        dom::focus(search);
    }
}

/// The pack of the batch that takes applications today; `Ok(None)`: there is none.
#[hook]
fn use_open_pack() -> Option<Result<Option<Rc<Policy>>, ApiError>> {
    let me = use_me().me;
    let batches = use_batches();
    let today = me.map(|me| me.now.date_naive());
    let open = today.zip(batches).map(|(today, read)| {
        read.map(|batches| batches.iter().find(|batch| batch.is_open(today)).map(|b| b.policy.clone()))
    });
    let id = open.as_ref().and_then(|open| open.as_ref().ok().cloned().flatten()).unwrap_or_default();
    let pack = use_policy(&id);
    match open? {
        Ok(Some(_)) => pack.map(|pack| pack.map(Some)),
        Ok(None) => Some(Ok(None)),
        Err(error) => Some(Err(error)),
    }
}

#[hook]
fn use_send(policy: Rc<Policy>, state: StartHandle) -> Callback<()> {
    let navigator = use_navigator();
    let sign_in_again = use_sign_in_again();
    Callback::from(move |()| {
        let Some(application) = state.application(&policy) else { return };
        let (state, navigator, sign_in_again) = (state.clone(), navigator.clone(), sign_in_again.clone());
        state.dispatch(StartAction::Sent);
        spawn_local(async move {
            let answer =
                call::<StartApplication, Started>(Call::StartApplication, &[], Some(&application)).await;
            match (answer, navigator) {
                (Ok(started), Some(navigator)) => navigator.push(&Route::Section {
                    id: started.application.to_string(),
                    section: FIRST_SECTION.to_owned(),
                }),
                (Ok(_), None) => {}
                (Err(error), _) => {
                    state.dispatch(StartAction::Refused(error.message()));
                    sign_in_again.emit(error);
                }
            }
        });
    })
}
