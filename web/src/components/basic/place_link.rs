//! A link to a place on the same page.

use yew::prelude::*;

use crate::dom;

#[derive(PartialEq, Properties)]
pub struct PlaceLinkProps {
    /// The id of an element of this page that can take the focus.
    pub to: AttrValue,
    pub children: Html,
}

/// A link within the page, which takes the focus along.
#[component]
pub fn PlaceLink(props: &PlaceLinkProps) -> Html {
    let to = props.to.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        dom::focus(&to);
    });
    html! { <a href={format!("#{}", props.to)} {onclick}>{ props.children.clone() }</a> }
}
