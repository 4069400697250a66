use yew::prelude::*;

#[component]
pub fn RegisterPage() -> Html {
    html! { <main id="main"></main> }
}
