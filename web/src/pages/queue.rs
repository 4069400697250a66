use yew::prelude::*;

#[component]
pub fn QueuePage() -> Html {
    html! { <main id="main"></main> }
}
