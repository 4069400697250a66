//! A link of a navigation, which knows whether it leads here.

use yew::prelude::*;
use yew_router::prelude::*;

use crate::route::Route;

#[derive(Properties, PartialEq)]
pub struct NavLinkProps {
    pub to: Route,
    pub children: Html,
}

/// A link that tells when it leads to the page that is shown; `yew_router`'s own cannot.
#[component]
pub fn NavLink(props: &NavLinkProps) -> Html {
    let is_here = use_route::<Route>().as_ref() == Some(&props.to);
    let navigator = use_navigator();
    let to = props.to.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        let wants_a_tab = event.ctrl_key() || event.meta_key() || event.shift_key();
        if let (Some(navigator), false) = (&navigator, wants_a_tab) {
            event.prevent_default();
            navigator.push(&to);
        }
    });
    html! {
        <a class="nav-link" href={props.to.to_path()} {onclick} aria-current={is_here.then_some("page")}>
            { props.children.clone() }
        </a>
    }
}
