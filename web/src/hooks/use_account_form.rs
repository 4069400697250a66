//! The form of an account page.

use api::accounts::{Me, Role, Session};
use serde::Serialize;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;
use yew_router::prelude::*;

use crate::api::call;
use crate::dom;
use crate::hooks::{ReturnPath, use_me, use_reducer_across_languages};
use crate::route::Route;
use crate::state::account_form::{AccountAction, AccountField, AccountForm, AccountHandle};

pub struct UseAccountForm {
    pub form: AccountHandle,
    pub onsubmit: Callback<SubmitEvent>,
}

/// The form of one account page: judged, sent to `route`, and followed by the page of whoever is then signed in.
#[hook]
pub fn use_account_form<B: Serialize + 'static>(
    route: api::routes::Route,
    fields: &'static [AccountField],
    body: fn(&AccountForm) -> B,
) -> UseAccountForm {
    let form = use_reducer_across_languages("account", AccountForm::at_rest);
    let arrive = use_page_after_sign_in();
    let handle = form.clone();
    let onsubmit = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        let (form, arrive) = (handle.clone(), arrive.clone());
        form.dispatch(AccountAction::Checked(fields));
        if let Some(wrong) = fields.iter().find(|field| field.fault(form.value(**field)).is_some()) {
            dom::focus(wrong.id());
            return;
        }
        form.dispatch(AccountAction::Sent);
        spawn_local(async move {
            match call::<B, Session>(route, &[], Some(&body(&form))).await {
                Ok(session) => arrive.emit(session.me),
                Err(error) => form.dispatch(AccountAction::Refused(error)),
            }
        });
    });
    use_refused_focus(&form, fields);
    UseAccountForm { form, onsubmit }
}

/// After the server's refusal of one field.
#[hook]
fn use_refused_focus(form: &AccountHandle, fields: &'static [AccountField]) {
    let was_busy = use_mut_ref(|| false);
    let wrong = form.first_fault(fields);
    use_effect_with(form.busy, move |busy| {
        if let (true, false, Some(wrong)) = (was_busy.replace(*busy), *busy, wrong) {
            dom::focus(wrong.id());
        }
    });
}

#[hook]
fn use_page_after_sign_in() -> Callback<Option<Me>> {
    let set = use_me().set;
    let navigator = use_navigator();
    let asked = use_location().and_then(|location| location.query::<ReturnPath>().ok());
    Callback::from(move |me: Option<Me>| {
        if let (Some(me), Some(navigator)) = (&me, &navigator) {
            navigator.replace(&page_after(&me.role, asked.as_ref()));
        }
        set.emit(me);
    })
}

/// Only a page of this site is returned to.
fn page_after(role: &Role, asked: Option<&ReturnPath>) -> Route {
    let asked = asked.and_then(|asked| Route::recognize(&asked.next));
    match (asked, role) {
        (Some(route), _) if !is_account_page(&route) => route,
        (_, Role::Officer { .. }) => Route::Queue,
        (_, Role::Applicant | Role::PlatformAdmin) => Route::Home,
    }
}

fn is_account_page(route: &Route) -> bool {
    matches!(route, Route::Entry | Route::Register | Route::SignIn | Route::SetPassword | Route::NotFound)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(next: &str) -> Route {
        page_after(&Role::Applicant, Some(&ReturnPath { next: next.into() }))
    }

    #[test]
    fn signing_in_returns_to_the_page_that_asked_for_it() {
        assert_eq!(after("/applications/a1/progress"), Route::Progress { id: "a1".into() });
    }

    #[test]
    fn signing_in_never_leaves_the_site_or_returns_to_an_account_page() {
        for next in ["", "https://example.org/", "//example.org", "/sign-in", "/nowhere"] {
            assert_eq!(after(next), Route::Home, "{next}");
        }
        assert_eq!(page_after(&Role::PlatformAdmin, None), Route::Home);
    }
}
