use yew::prelude::*;

#[component]
pub fn HomePage() -> Html {
    html! { <main id="main"></main> }
}
