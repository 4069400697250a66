//! Header, heading, content and footer of every page.

use yew::prelude::*;
use yew_router::prelude::*;

use crate::components::frame::{HasArrived, SiteHeader};
use crate::dom;
use crate::hooks::{ReturnPath, use_me, use_platform_name};
use crate::route::Route;
use crate::texts::texts;

#[derive(Properties, PartialEq)]
pub struct PageProps {
    /// The heading, and with the platform's name the title of the window.
    pub title: AttrValue,
    /// Leads to the sign-in page when nobody is signed in.
    #[prop_or_default]
    pub protected: bool,
    /// Room for a second column.
    #[prop_or_default]
    pub wide: bool,
    pub children: Html,
}

/// Header, heading, content and footer of every page; the heading takes the focus after a navigation.
#[component]
pub fn Page(props: &PageProps) -> Html {
    let platform = use_platform_name();
    use_window_title(&props.title, &platform);
    use_heading_focus(&props.title);
    use_sign_in_guard(props.protected);
    let skip = Callback::from(|event: MouseEvent| {
        event.prevent_default();
        dom::focus("main");
    });
    let width = if props.wide { "page page-wide" } else { "page" };
    html! {
        <>
            <a class="skip-link" href="#main" onclick={skip}>{ texts().common.skip_to_content }</a>
            <SiteHeader />
            <main id="main" class={width} tabindex="-1">
                <h1 id="page-title" tabindex="-1">{ &props.title }</h1>
                { props.children.clone() }
            </main>
            <footer class="site-footer">
                <div class="site-footer-inner">
                    <p>{ (texts().common.footer)(&platform) }</p>
                    <p>{ texts().common.footer_help }</p>
                </div>
            </footer>
        </>
    }
}

#[hook]
fn use_heading_focus(title: &AttrValue) {
    let has_arrived = use_context::<HasArrived>();
    use_effect_with(title.clone(), move |_| {
        if has_arrived.is_some_and(|arrived| arrived.arrive()) {
            dom::focus("page-title");
        }
    });
}

#[hook]
fn use_window_title(title: &AttrValue, platform: &AttrValue) {
    use_effect_with((title.clone(), platform.clone()), |(title, platform)| {
        let words = if title == platform { title.to_string() } else { format!("{title} - {platform}") };
        dom::set_title(&words);
    });
}

#[hook]
fn use_sign_in_guard(protected: bool) {
    let session = use_me();
    let navigator = use_navigator();
    let location = use_location();
    let is_nobody = protected && !session.loading && session.me.is_none();
    use_effect_with(is_nobody, move |is_nobody| {
        if let (true, Some(navigator)) = (*is_nobody, navigator) {
            let next = location.map(|location| location.path().to_owned()).unwrap_or_default();
            // A query that cannot be written only loses the way back.
            let _ = navigator.replace_with_query(&Route::SignIn, &ReturnPath { next });
        }
    });
}
