use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ReviewPageProps {
    pub id: String,
}

#[component]
pub fn ReviewPage(_props: &ReviewPageProps) -> Html {
    html! { <main id="main"></main> }
}
