use yew::prelude::*;

#[component]
pub fn EntryPage() -> Html {
    html! { <main id="main"></main> }
}
