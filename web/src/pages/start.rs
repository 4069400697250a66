//! 开始申报: title, specialty and unit, step by step.

use api::applications::{Mine, StartApplication, Started};
use api::routes::Route as Call;
use domain::pack::Pack;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;
use yew_router::prelude::*;

use crate::api::call;
use crate::components::application::ApplicationCard;
use crate::components::basic::{Button, ButtonKind, Notice, NoticeKind};
use crate::components::frame::{Loading, Page};
use crate::components::start::{SpecialtyStep, StartSummary, StepList, TargetStep, UnitStep, step_name};
use crate::dom;
use crate::hooks::{
    StartPath, use_get, use_open_pack, use_reducer_across_languages, use_sign_in_again, use_start_path,
};
use crate::route::Route;
use crate::state::choice::FIRST_SECTION;
use crate::state::start::{StartAction, StartField, StartHandle, StartState, StartStep};
use crate::texts::texts;

/// 开始申报 (R4).
#[component]
pub fn StartPage() -> Html {
    let state = use_reducer_across_languages("start", StartState::at_rest);
    let title = (texts().applicant.step)(state.step.number(), step_name(state.step));
    let content = match use_open_pack() {
        None => html! { <Loading /> },
        Some(Err(error)) => html! { <Notice kind={NoticeKind::Error}>{ error.message() }</Notice> },
        Some(Ok(None)) => {
            html! { <Notice kind={NoticeKind::Warning}>{ texts().applicant.not_open }</Notice> }
        }
        Some(Ok(Some(pack))) => html! { <OneAYear {pack} {state} /> },
    };
    html! {
        <Page {title} protected={true}>{ content }</Page>
    }
}

#[derive(Properties, PartialEq)]
struct WizardProps {
    pack: Rc<Pack>,
    state: StartHandle,
}

/// X9: who has an application of this cycle is led to it.
#[component]
fn OneAYear(props: &WizardProps) -> Html {
    let WizardProps { pack, state } = props;
    let mine = use_get::<Mine>(Call::ListMine, String::new());
    let Some(read) = mine.read else { return html! { <Loading /> } };
    // Without the list the server still refuses a second one.
    match read.ok().and_then(|mine| mine.of_cycle(pack.cycle_year).cloned()) {
        Some(summary) => html! {
            <>
                <Notice kind={NoticeKind::Warning}>{ texts().applicant.one_a_year }</Notice>
                <ApplicationCard {summary} on_given_up={mine.reload.reform(|_| ())} />
            </>
        },
        None => html! { <Wizard pack={pack.clone()} state={state.clone()} /> },
    }
}

#[component]
fn Wizard(props: &WizardProps) -> Html {
    let WizardProps { pack, state } = props;
    let StartPath { go, forget } = use_start_path(&pack.id, state);
    let send = use_send(pack.clone(), state.clone(), forget);
    let step = match state.step {
        StartStep::Target => html! { <TargetStep pack={pack.clone()} state={state.clone()} /> },
        StartStep::Specialty => html! { <SpecialtyStep pack={pack.clone()} state={state.clone()} /> },
        StartStep::Unit => html! { <UnitStep pack={pack.clone()} state={state.clone()} /> },
        StartStep::Confirm => html! { <StartSummary pack={pack.clone()} state={(**state).clone()} /> },
    };
    let (forward, words) = match state.step {
        StartStep::Target | StartStep::Specialty | StartStep::Unit => {
            (next_step(state.clone(), go.clone()), texts().applicant.next)
        }
        StartStep::Confirm => (send, texts().applicant.confirm_after),
    };
    let back = {
        let state = state.clone();
        Callback::from(move |()| {
            let back = state.step.back();
            state.dispatch(StartAction::Back);
            go.emit(back);
        })
    };
    html! {
        <>
            <StepList here={state.step} />
            <div class="card">
                { step }
                if let Some(refusal) = &state.refusal {
                    <Notice kind={NoticeKind::Error}>{ refusal.message() }</Notice>
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
fn next_step(state: StartHandle, go: Callback<StartStep>) -> Callback<()> {
    Callback::from(move |()| {
        // The handle reads what the state is after the dispatch.
        let (missing, next) = (state.missing(), state.step.next());
        state.dispatch(StartAction::Next);
        match missing.first() {
            Some(field) => focus_missing(*field),
            None => go.emit(next),
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

#[hook]
fn use_send(pack: Rc<Pack>, state: StartHandle, forget: Callback<()>) -> Callback<()> {
    let navigator = use_navigator();
    let sign_in_again = use_sign_in_again();
    Callback::from(move |()| {
        let Some(application) = state.application(&pack) else { return };
        let (state, navigator, sign_in_again) = (state.clone(), navigator.clone(), sign_in_again.clone());
        let forget = forget.clone();
        state.dispatch(StartAction::Sent);
        spawn_local(async move {
            let answer =
                call::<StartApplication, Started>(Call::StartApplication, &[], Some(&application)).await;
            match (answer, navigator) {
                (Ok(started), Some(navigator)) => {
                    forget.emit(());
                    navigator.push(&Route::Section {
                        id: started.application.to_string(),
                        section: FIRST_SECTION.to_owned(),
                    });
                }
                (Ok(_), None) => {}
                (Err(error), _) => {
                    state.dispatch(StartAction::Refused(error.clone()));
                    sign_in_again.emit(error);
                }
            }
        });
    })
}
