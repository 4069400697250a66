//! Searches for units by their names.

use api::organisations::{UnitFound, Units};
use api::routes::Route;
use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::api::{ApiError, search};

/// The server searches for no less.
pub const MIN_CHARS: usize = 2;
/// After the last key.
const PAUSE_MILLIS: u32 = 250;

/// Units like `words`, `None` before there are enough of them. An answer that words have overtaken is dropped.
#[hook]
pub fn use_units(words: &str) -> Option<Result<Vec<UnitFound>, ApiError>> {
    let found = use_state(|| None::<(String, Result<Vec<UnitFound>, ApiError>)>);
    let words = words.trim().to_owned();
    let setter = found.setter();
    use_effect_with(words.clone(), move |words| {
        let words = words.clone();
        let pause = (words.chars().count() >= MIN_CHARS).then(|| {
            Timeout::new(PAUSE_MILLIS, move || {
                spawn_local(async move {
                    let answer = search::<Units>(Route::FindUnits, &words).await;
                    setter.set(Some((words, answer.map(|answer| answer.units))));
                });
            })
        });
        move || drop(pause)
    });
    found.as_ref().filter(|(asked, _)| *asked == words).map(|(_, answer)| answer.clone())
}
