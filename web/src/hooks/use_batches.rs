//! Reads the batches that are set.

use api::organisations::Batches;
use api::routes::Route;
use domain::batch::Batch;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::api::{ApiError, NO_BODY, call};

/// All batches that are set, `None` while they are read.
#[hook]
pub fn use_batches() -> Option<Result<Rc<Vec<Batch>>, ApiError>> {
    let batches = use_state(|| None);
    let setter = batches.setter();
    use_effect_with((), move |()| {
        spawn_local(async move {
            let answer = call::<(), Batches>(Route::ListBatches, &[], NO_BODY).await;
            setter.set(Some(answer.map(|answer| Rc::new(answer.batches))));
        });
    });
    (*batches).clone()
}
