use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct SubmitPageProps {
    pub id: String,
}

#[component]
pub fn SubmitPage(_props: &SubmitPageProps) -> Html {
    html! { <main id="main"></main> }
}
