//! The page for paths that lead nowhere.

use yew::prelude::*;
use yew_router::prelude::*;

use crate::components::frame::Page;
use crate::route::Route;
use crate::texts::texts;

#[component]
pub fn NotFoundPage() -> Html {
    html! {
        <Page title={texts().common.not_found}>
            <p class="lead">{ texts().common.not_found_text }</p>
            <p><Link<Route> to={Route::Entry}>{ texts().common.to_entry }</Link<Route>></p>
        </Page>
    }
}
