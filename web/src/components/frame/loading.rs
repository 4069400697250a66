//! The notice on a page that is being read.

use yew::prelude::*;

use crate::texts::texts;

/// Something moves while the server is asked.
#[component]
pub fn Loading() -> Html {
    html! {
        <p class="loading" role="status">
            <span class="spinner" aria-hidden="true"></span>
            { texts().common.loading }
        </p>
    }
}
