//! Who is signed in, as far as this page knows.

use api::accounts::Me;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, Debug, PartialEq)]
pub struct SessionState {
    pub me: Option<Rc<Me>>,
    /// The server has not yet said who it is.
    pub loading: bool,
}

pub enum SessionAction {
    Known(Option<Me>),
}

pub type SessionHandle = UseReducerHandle<SessionState>;

impl Default for SessionState {
    fn default() -> Self {
        Self { me: None, loading: true }
    }
}

impl Reducible for SessionState {
    type Action = SessionAction;

    fn reduce(self: Rc<Self>, action: SessionAction) -> Rc<Self> {
        match action {
            SessionAction::Known(me) => Rc::new(Self { me: me.map(Rc::new), loading: false }),
        }
    }
}
