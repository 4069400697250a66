use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct PaymentPageProps {
    pub id: String,
}

#[component]
pub fn PaymentPage(_props: &PaymentPageProps) -> Html {
    html! { <main id="main"></main> }
}
