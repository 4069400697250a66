//! The header of every page: the site, its pages, and who is signed in.

use api::accounts::{Me, Role};
use yew::prelude::*;
use yew_router::prelude::*;

use crate::components::account::SignOutButton;
use crate::components::basic::NavLink;
use crate::components::frame::LanguageSwitch;
use crate::hooks::{use_me, use_platform_name};
use crate::route::Route;
use crate::texts::texts;

#[component]
pub fn SiteHeader() -> Html {
    let session = use_me();
    let platform = use_platform_name();
    let account = match (&session.me, session.loading) {
        (Some(me), _) => signed_in(me),
        (None, true) => Html::default(),
        (None, false) => signed_out(),
    };
    html! {
        <header class="site-header">
            <div class="site-header-inner">
                <Link<Route> to={Route::Entry} classes="site-name">{ platform }</Link<Route>>
                <nav class="site-nav" aria-label={texts().common.main_navigation}>
                    if let Some(me) = &session.me {
                        { own_pages(&me.role) }
                    }
                    <NavLink to={Route::Manual}>{ texts().common.manual }</NavLink>
                    <NavLink to={Route::Notices}>{ texts().common.notices }</NavLink>
                    <LanguageSwitch />
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

fn signed_in(me: &Me) -> Html {
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
            <SignOutButton account={me.account.as_str().to_owned()} />
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
