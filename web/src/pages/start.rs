use yew::prelude::*;

#[component]
pub fn StartPage() -> Html {
    html! { <main id="main"></main> }
}
