//! The steps of 开始申报 as places of the browser's history: Back and a reload find them again.

use serde::{Deserialize, Serialize};
use yew::prelude::*;
use yew_router::prelude::*;

use crate::dom;
use crate::hooks::use_me;
use crate::route::Route;
use crate::state::start::{StartAction, StartHandle, StartState, StartStep};

/// `?step=`, counted from 1.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
struct StepQuery {
    step: usize,
}

pub struct StartPath {
    /// Goes to a step as to another page.
    pub go: Callback<StartStep>,
    /// The application is made: the choices are of no more use.
    pub forget: Callback<()>,
}

/// Keeps the choices made under `pack` in this tab, and the step in the address.
#[hook]
pub fn use_start_path(pack: &str, state: &StartHandle) -> StartPath {
    let key = use_me().me.map(|me| format!("start {pack} {}", me.account));
    use_choices_in_tab(key.clone(), state);
    use_step_in_address(state);
    let navigator = use_navigator();
    StartPath {
        go: Callback::from(move |step: StartStep| {
            if let Some(navigator) = &navigator {
                // A query that cannot be written only loses the way back.
                let _ = navigator.push_with_query(&Route::Start, &StepQuery { step: step.number() });
            }
        }),
        forget: Callback::from(move |()| {
            if let Some(key) = &key {
                dom::forget_in_tab(key);
            }
        }),
    }
}

#[hook]
fn use_choices_in_tab(key: Option<String>, state: &StartHandle) {
    let (chosen, state) = (state.chosen(), state.clone());
    let is_new = use_mut_ref(|| true);
    use_effect_with((key, chosen), move |(key, chosen)| {
        let Some(key) = key else { return };
        let nothing_yet = *chosen == StartState::default();
        if !is_new.replace(false) || !nothing_yet {
            dom::keep_in_tab(key, &serde_json::to_string(chosen).unwrap_or_default());
        } else if let Some(kept) = dom::kept_in_tab(key).and_then(|kept| serde_json::from_str(&kept).ok()) {
            state.dispatch(StartAction::Present(Box::new(kept)));
        }
    });
}

#[hook]
fn use_step_in_address(state: &StartHandle) {
    let query = use_location().and_then(|location| location.query::<StepQuery>().ok());
    let step = query.and_then(|query| StartStep::numbered(query.step)).unwrap_or_default();
    let state = state.clone();
    use_effect_with(step, move |step| state.dispatch(StartAction::Open(*step)));
}
