//! Who is signed in.

use api::accounts::{Me, Session};
use api::routes::Route;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::api::{NO_BODY, call};
use crate::state::session::{SessionAction, SessionHandle};

#[derive(Clone, PartialEq)]
pub struct UseMe {
    pub me: Option<Rc<Me>>,
    pub loading: bool,
    /// Asks the server again.
    pub refresh: Callback<()>,
    /// Takes the answer to a sign-in or sign-out.
    pub set: Callback<Option<Me>>,
}

/// Says who is signed in. Outside of the app (in component tests) it is nobody.
#[hook]
pub fn use_me() -> UseMe {
    let session = use_context::<SessionHandle>();
    let state = session.as_deref().cloned().unwrap_or_default();
    let (for_refresh, for_set) = (session.clone(), session);
    UseMe {
        me: state.me,
        loading: state.loading,
        refresh: Callback::from(move |()| {
            if let Some(session) = for_refresh.clone() {
                read_session(session);
            }
        }),
        set: Callback::from(move |me| {
            if let Some(session) = &for_set {
                session.dispatch(SessionAction::Known(me));
            }
        }),
    }
}

/// Asks the server who is signed in. Nobody signed in and nobody reachable look alike here: the next protected call
/// tells them apart.
pub fn read_session(session: SessionHandle) {
    spawn_local(async move {
        let answer = call::<(), Session>(Route::WhoAmI, &[], NO_BODY).await;
        session.dispatch(SessionAction::Known(answer.ok().and_then(|session| session.me)));
    });
}
