use yew::prelude::*;

#[component]
pub fn SetPasswordPage() -> Html {
    html! { <main id="main"></main> }
}
