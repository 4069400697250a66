//! The link from a form to the page where title and specialty are changed.

use yew::prelude::*;
use yew_router::prelude::*;

use crate::route::Route;
use crate::texts::texts;

/// Under the fields of a section that only another choice of title and specialty changes.
#[component]
pub fn ChoiceLink() -> Html {
    match use_route::<Route>() {
        Some(Route::Section { id, .. }) => html! {
            <p class="help">
                { texts().changing.hint }{ " " }
                <Link<Route> to={Route::Choice { id }}>{ texts().changing.link }</Link<Route>>
            </p>
        },
        Some(_) | None => Html::default(),
    }
}
