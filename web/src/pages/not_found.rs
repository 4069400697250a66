use yew::prelude::*;

#[component]
pub fn NotFoundPage() -> Html {
    html! { <main id="main"></main> }
}
