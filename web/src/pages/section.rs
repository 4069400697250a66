use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct SectionPageProps {
    pub id: String,
    pub section: String,
}

#[component]
pub fn SectionPage(_props: &SectionPageProps) -> Html {
    html! { <main id="main"></main> }
}
