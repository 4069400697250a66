use api::accounts::Me;
use std::rc::Rc;
use yew::prelude::*;

use crate::components::shared_state::read_session;
use crate::state::session::{SessionAction, SessionHandle};

#[derive(Clone, PartialEq)]
pub struct UseMe {
    pub me: Option<Rc<Me>>,
    pub loading: bool,
    /// Asks the server again.
    pub refresh: Callback<()>,
    /// What a sign-in or sign-out answered.
    pub set: Callback<Option<Me>>,
}

/// Who is signed in. Outside of the app (in component tests) it is nobody.
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
