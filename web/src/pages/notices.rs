use yew::prelude::*;

#[component]
pub fn NoticesPage() -> Html {
    html! { <main id="main"></main> }
}
