use yew::prelude::*;

use crate::texts::ZH;

/// Something moves while the server is asked.
#[component]
pub fn Loading() -> Html {
    html! {
        <p class="loading" role="status">
            <span class="spinner" aria-hidden="true"></span>
            { ZH.common.loading }
        </p>
    }
}
