//! Says whether there is a network.

use yew::prelude::*;

use crate::dom;

/// Returns `false` while the browser knows that there is no network; a silent server is not noticed here.
#[hook]
pub fn use_online() -> bool {
    let online = use_state_eq(|| true);
    let setter = online.setter();
    use_effect_with((), move |()| {
        let told = move || setter.set(dom::is_online());
        told();
        let listeners = ["online", "offline"].map(|event| dom::on_window(event, told.clone()));
        move || drop(listeners)
    });
    *online
}
