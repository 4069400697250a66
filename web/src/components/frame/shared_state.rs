//! The state that outlives a page: who is signed in, and the packs that were read.

use yew::prelude::*;

use crate::components::frame::HasArrived;
use crate::hooks::read_session;
use crate::press;
use crate::state::packs::{PackCache, Packs};
use crate::state::session::{SessionHandle, SessionState};

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
