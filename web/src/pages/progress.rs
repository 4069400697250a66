use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ProgressPageProps {
    pub id: String,
}

#[component]
pub fn ProgressPage(_props: &ProgressPageProps) -> Html {
    html! { <main id="main"></main> }
}
