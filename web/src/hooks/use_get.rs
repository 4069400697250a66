//! Reads a route of the server.

use api::routes::Route;
use serde::de::DeserializeOwned;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::api::{ApiError, NO_BODY, call};
use crate::hooks::use_sign_in_again;

/// The answer to a GET, and the way to ask again.
pub struct Answer<R> {
    /// `None` while it is asked for the first time.
    pub read: Option<Result<R, ApiError>>,
    pub reload: Callback<()>,
}

#[hook]
pub fn use_get<R: DeserializeOwned + Clone + 'static>(route: Route, parameter: String) -> Answer<R> {
    let read = use_state(|| None);
    let sign_in_again = use_sign_in_again();
    let reload = {
        let (setter, parameter) = (read.setter(), parameter.clone());
        Callback::from(move |()| {
            let (setter, parameter, sign_in_again) =
                (setter.clone(), parameter.clone(), sign_in_again.clone());
            spawn_local(async move {
                let answer = call::<(), R>(route, &[&parameter], NO_BODY).await;
                let signed_out = answer.as_ref().err().is_some_and(|error| sign_in_again.emit(error.clone()));
                if !signed_out {
                    setter.set(Some(answer));
                }
            });
        })
    };
    {
        let reload = reload.clone();
        use_effect_with(parameter, move |_| reload.emit(()));
    }
    Answer { read: (*read).clone(), reload }
}
