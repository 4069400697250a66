//! The link to all that is submitted, on one page.

use yew::prelude::*;
use yew_router::prelude::*;

use crate::components::basic::ButtonKind;
use crate::route::Route;
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct PreviewLinkProps {
    pub application: AttrValue,
    #[prop_or_default]
    pub submitted: bool,
}

/// Leads to everything that will be submitted, or was, on one page.
#[component]
pub fn PreviewLink(props: &PreviewLinkProps) -> Html {
    let id = props.application.to_string();
    let texts = &texts().form.preview;
    html! {
        <p>
            <Link<Route> classes={ButtonKind::Secondary.classes()} to={Route::Preview { id }}>
                { if props.submitted { texts.link_submitted } else { texts.link } }
            </Link<Route>>
        </p>
    }
}
