use gloo_events::EventListener;
use yew::prelude::*;

/// What the browser knows of the network; a server that does not answer is not noticed here.
#[hook]
pub fn use_online() -> bool {
    let online = use_state_eq(|| true);
    let setter = online.setter();
    use_effect_with((), move |()| {
        let window = web_sys::window();
        let told = {
            let window = window.clone();
            move || setter.set(window.as_ref().is_none_or(|window| window.navigator().on_line()))
        };
        told();
        let listeners = window.map(|window| {
            ["online", "offline"].map(|event| {
                let told = told.clone();
                EventListener::new(&window, event, move |_| told())
            })
        });
        move || drop(listeners)
    });
    *online
}
