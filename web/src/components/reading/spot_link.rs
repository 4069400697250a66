//! A link to a place in an application, on this page or in the form.

use domain::form::Spot;
use yew::prelude::*;
use yew_router::history::{BrowserHistory, History};
use yew_router::prelude::*;

use crate::dom;
use crate::route::Route;

#[derive(PartialEq, Properties)]
pub struct SpotLinkProps {
    pub application: AttrValue,
    pub spot: Spot,
    /// The spot is on this page.
    #[prop_or_default]
    pub local: bool,
    pub children: Html,
}

/// A link to a place in the form, which takes the focus there.
#[component]
pub fn SpotLink(props: &SpotLinkProps) -> Html {
    let anchor = props.spot.anchor();
    let href = match props.local {
        true => format!("#{anchor}"),
        false => path(&props.application, &props.spot),
    };
    let (local, application, spot) = (props.local, props.application.clone(), props.spot.clone());
    let onclick = Callback::from(move |event: MouseEvent| {
        if event.ctrl_key() || event.meta_key() || event.shift_key() {
            return;
        }
        event.prevent_default();
        if local {
            dom::focus(&anchor);
        } else {
            go_to(&application, &spot);
        }
    });
    html! { <a {href} {onclick}>{ props.children.clone() }</a> }
}

/// Opens the section, with the focus at the place.
pub fn go_to(application: &str, spot: &Spot) {
    // The router's navigator drops fragments; this is the history that it listens to.
    BrowserHistory::new().push(path(application, spot));
}

fn path(application: &str, spot: &Spot) -> String {
    let section = Route::Section { id: application.to_owned(), section: spot.section.clone() };
    format!("{}#{}", section.to_path(), spot.anchor())
}
