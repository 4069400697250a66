use yew::prelude::*;

#[component]
pub fn SignInPage() -> Html {
    html! { <main id="main"></main> }
}
