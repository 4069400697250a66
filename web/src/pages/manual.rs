use yew::prelude::*;

#[component]
pub fn ManualPage() -> Html {
    html! { <main id="main"></main> }
}
