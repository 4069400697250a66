//! Takes a step of an application's process.

use api::applications::ApplicationView;
use api::routes::Route;
use api::workflow::{StepTaken, TakeStep};
use domain::workflow::{State, Step};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::api::{ApiError, NO_BODY, call};
use crate::open_forms;

/// A step that can be taken, and the state of the last try.
pub struct StepHandle {
    /// No answer has come yet.
    pub busy: bool,
    pub refused: Option<ApiError>,
    pub take: Callback<Step>,
    /// Takes the refusal away: something else is begun.
    pub forget: Callback<()>,
}

/// The server takes a step on the `revision` that was seen, and refuses it if the application has changed since.
/// Without one, the step is taken on the application as it stands by now.
#[hook]
pub fn use_step(
    application: AttrValue,
    revision: Option<u64>,
    on_answer: Callback<Result<State, ApiError>>,
) -> StepHandle {
    let busy = use_state(|| false);
    let refused = use_state(|| None::<ApiError>);
    let take = {
        let (set_busy, set_refused) = (busy.setter(), refused.setter());
        Callback::from(move |step: Step| {
            let (set_busy, set_refused) = (set_busy.clone(), set_refused.clone());
            let (application, on_answer) = (application.clone(), on_answer.clone());
            set_busy.set(true);
            set_refused.set(None);
            spawn_local(async move {
                let taken = take(&application, revision, step).await;
                set_busy.set(false);
                set_refused.set(taken.as_ref().err().cloned());
                on_answer.emit(taken);
            });
        })
    };
    let forget = refused.setter();
    StepHandle {
        busy: *busy,
        refused: (*refused).clone(),
        take,
        forget: Callback::from(move |()| forget.set(None)),
    }
}

async fn take(application: &str, revision: Option<u64>, step: Step) -> Result<State, ApiError> {
    let seen = open_forms::saved().await?;
    let revision = match revision {
        Some(seen) => seen,
        None => {
            let view: ApplicationView = call(Route::ReadApplication, &[application], NO_BODY).await?;
            view.application.revision
        }
    };
    let taken: StepTaken =
        call(Route::TakeStep, &[application], Some(&TakeStep { step, revision, seen })).await?;
    Ok(taken.state)
}
