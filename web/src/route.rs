//! The path of every page.

use yew_router::prelude::*;

/// The ids are pack ids, UUIDs and check codes: no path holds a person's number.
#[derive(Routable, Clone, Debug, PartialEq)]
pub enum Route {
    #[at("/")]
    Entry,
    #[at("/register")]
    Register,
    #[at("/sign-in")]
    SignIn,
    #[at("/set-password")]
    SetPassword,
    #[at("/home")]
    Home,
    #[at("/start")]
    Start,
    #[at("/applications/:id/sections/:section")]
    Section { id: String, section: String },
    #[at("/applications/:id/submit")]
    Submit { id: String },
    #[at("/applications/:id/preview")]
    Preview { id: String },
    #[at("/applications/:id/choice")]
    Choice { id: String },
    #[at("/applications/:id/progress")]
    Progress { id: String },
    #[at("/applications/:id/payment")]
    Payment { id: String },
    #[at("/queue")]
    Queue,
    #[at("/review/:id")]
    Review { id: String },
    #[at("/check/:code")]
    Check { code: String },
    #[at("/manual")]
    Manual,
    #[at("/notices")]
    Notices,
    #[at("/packs/:id")]
    Pack { id: String },
    #[not_found]
    #[at("/404")]
    NotFound,
}
