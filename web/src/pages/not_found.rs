use yew::prelude::*;
use yew_router::prelude::*;

use crate::app::Route;
use crate::components::page::Page;
use crate::texts::ZH;

#[component]
pub fn NotFoundPage() -> Html {
    html! {
        <Page title={ZH.common.not_found}>
            <p class="lead">{ ZH.common.not_found_text }</p>
            <p><Link<Route> to={Route::Entry}>{ ZH.common.to_entry }</Link<Route>></p>
        </Page>
    }
}
