//! The sections that this machine has newer than the server.

use gloo_timers::callback::Interval;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::dom;
use crate::hooks::use_me;
use crate::journal::entries_of;
use crate::state::loaded::Loaded;
use crate::state::same::Same;
use crate::state::unsaved::unsaved_sections;

/// Another page may be typed in at any moment, and does not say so.
const LOOKS_EVERY_MILLISECONDS: u32 = 1_000;

/// The sections of which this machine has what the server has not; `None` until it has looked, which it does once
/// what could be sent was sent. `on_settled` hears when there is none left of those that were there.
#[hook]
pub fn use_unsaved_sections(
    loaded: &Rc<Loaded>,
    recovered: bool,
    on_settled: Callback<()>,
) -> Option<Rc<Vec<String>>> {
    let found = use_state_eq(|| None::<Rc<Vec<String>>>);
    let account = use_me().me.map(|me| me.account.clone());
    let look = {
        let (loaded, setter) = (loaded.clone(), found.setter());
        move || {
            let (account, loaded, setter) = (account.clone(), loaded.clone(), setter.clone());
            spawn_local(async move {
                if let Some(account) = account {
                    let entries = entries_of(account.as_str(), loaded.view.application.id.as_str()).await;
                    setter.set(Some(Rc::new(unsaved_sections(&loaded, &entries))));
                }
            });
        }
    };
    use_effect_with((recovered, Same::from(loaded.clone())), move |(recovered, _)| {
        let looks = recovered.then(|| {
            look();
            Interval::new(LOOKS_EVERY_MILLISECONDS, move || {
                if dom::is_visible() {
                    look();
                }
            })
        });
        move || drop(looks)
    });
    let had_some = use_mut_ref(|| false);
    let has_some = found.as_ref().is_some_and(|sections| !sections.is_empty());
    use_effect_with(has_some, move |has_some| {
        if had_some.replace(*has_some) && !*has_some {
            on_settled.emit(());
        }
    });
    (*found).clone()
}
