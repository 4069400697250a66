//! What outlives a page: who is signed in, and the policy packs that were read.

use api::accounts::Session;
use api::routes::Route;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::api::{NO_BODY, call};
use crate::components::page::HasArrived;
use crate::press;
use crate::state::packs::{PackCache, Packs};
use crate::state::session::{SessionAction, SessionHandle, SessionState};

#[derive(Properties, PartialEq)]
pub struct SharedStateProps {
    pub children: Html,
}

#[component]
pub fn SharedState(props: &SharedStateProps) -> Html {
    let session = use_reducer(SessionState::default);
    let packs = use_reducer(Packs::default);
    let has_arrived = use_memo((), |()| HasArrived::default());
    use_effect_with((), |()| {
        let listeners = press::watch();
        move || drop(listeners)
    });
    {
        let session = session.clone();
        use_effect_with((), move |()| read_session(session));
    }
    html! {
        <ContextProvider<SessionHandle> context={session}>
            <ContextProvider<PackCache> context={packs}>
                <ContextProvider<HasArrived> context={(*has_arrived).clone()}>
                    { props.children.clone() }
                </ContextProvider<HasArrived>>
            </ContextProvider<PackCache>>
        </ContextProvider<SessionHandle>>
    }
}

/// Nobody signed in and nobody reachable look alike here: the next protected call tells them apart.
pub fn read_session(session: SessionHandle) {
    spawn_local(async move {
        let answer = call::<(), Session>(Route::WhoAmI, &[], NO_BODY).await;
        session.dispatch(SessionAction::Known(answer.ok().and_then(|session| session.me)));
    });
}
