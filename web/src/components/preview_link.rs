use yew::prelude::*;
use yew_router::prelude::*;

use crate::app::Route;
use crate::components::button::ButtonKind;
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct PreviewLinkProps {
    pub application: AttrValue,
}

/// Leads to everything that will be submitted, on one page.
#[component]
pub fn PreviewLink(props: &PreviewLinkProps) -> Html {
    let id = props.application.to_string();
    html! {
        <p>
            <Link<Route> classes={ButtonKind::Secondary.classes()} to={Route::Preview { id }}>
                { texts().form.preview.link }
            </Link<Route>>
        </p>
    }
}
