//! Leads to the sign-in page and back.

use serde::{Deserialize, Serialize};
use yew::prelude::*;
use yew_router::prelude::*;

use crate::api::ApiError;
use crate::route::Route;

/// `?next=`: where to go after signing in, a path of this site.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ReturnPath {
    #[serde(default)]
    pub next: String,
}

/// Takes a failed call; goes to the sign-in page and says `true` if it failed because nobody is signed in.
#[hook]
pub fn use_sign_in_again() -> Callback<ApiError, bool> {
    let navigator = use_navigator();
    let location = use_location();
    Callback::from(move |error: ApiError| {
        if error.is_signed_out()
            && let Some(navigator) = &navigator
        {
            let next = location.as_ref().map(|l| l.path().to_owned()).unwrap_or_default();
            // A query that cannot be written only loses the way back.
            let _ = navigator.replace_with_query(&Route::SignIn, &ReturnPath { next });
        }
        error.is_signed_out()
    })
}
