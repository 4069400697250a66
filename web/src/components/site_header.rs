use api::accounts::{Me, Role};
use api::routes::Route as Call;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;
use yew_router::prelude::*;

use crate::api::{NO_BODY, call_empty};
use crate::app::Route;
use crate::components::button::{Button, ButtonKind};
use crate::components::nav_link::NavLink;
use crate::hooks::use_me::use_me;
use crate::texts::texts;

#[component]
pub fn SiteHeader() -> Html {
    let session = use_me();
    let sign_out = use_sign_out(session.set.clone());
    let account = match (&session.me, session.loading) {
        (Some(me), _) => signed_in(me, sign_out),
        (None, true) => Html::default(),
        (None, false) => signed_out(),
    };
    html! {
        <header class="site-header">
            <div class="site-header-inner">
                <Link<Route> to={Route::Entry} classes="site-name">{ texts().common.platform_name }</Link<Route>>
                <nav class="site-nav" aria-label={texts().common.main_navigation}>
                    if let Some(me) = &session.me {
                        { own_pages(&me.role) }
                    }
                    <NavLink to={Route::Manual}>{ texts().common.manual }</NavLink>
                    <NavLink to={Route::Notices}>{ texts().common.notices }</NavLink>
                </nav>
                <div class="site-account" role="group" aria-label={texts().common.account_navigation}>{ account }</div>
            </div>
        </header>
    }
}

fn own_pages(role: &Role) -> Html {
    match role {
        Role::Applicant | Role::PlatformAdmin => {
            html! { <NavLink to={Route::Home}>{ texts().common.home }</NavLink> }
        }
        Role::Officer { .. } => html! { <NavLink to={Route::Queue}>{ texts().common.queue }</NavLink> },
    }
}

fn signed_in(me: &Me, sign_out: Callback<()>) -> Html {
    let organisation = match &me.role {
        Role::Officer { organisation_name, .. } => Some(organisation_name.clone()),
        Role::Applicant | Role::PlatformAdmin => None,
    };
    html! {
        <>
            <span class="site-who">
                { &me.name }
                if let Some(name) = organisation {
                    <small>{ name }</small>
                }
            </span>
            <Button kind={ButtonKind::Quiet} onclick={sign_out}>{ texts().common.sign_out }</Button>
        </>
    }
}

fn signed_out() -> Html {
    html! {
        <>
            <NavLink to={Route::SignIn}>{ texts().common.sign_in }</NavLink>
            <NavLink to={Route::Register}>{ texts().common.register }</NavLink>
        </>
    }
}

#[hook]
fn use_sign_out(set: Callback<Option<Me>>) -> Callback<()> {
    let navigator = use_navigator();
    Callback::from(move |()| {
        let (set, navigator) = (set.clone(), navigator.clone());
        spawn_local(async move {
            // Signing out without a network leaves the session: the name stays in the header and says so.
            if call_empty(Call::SignOut, &[], NO_BODY).await.is_ok() {
                if let Some(navigator) = navigator {
                    navigator.push(&Route::Entry);
                }
                set.emit(None);
            }
        });
    })
}
