//! Which page stands at which path, and what all pages share.

use yew::prelude::*;
use yew_router::prelude::*;

use crate::components::language_switch::InLanguage;
use crate::components::shared_state::SharedState;
use crate::pages::choice::ChoicePage;
use crate::pages::entry::EntryPage;
use crate::pages::home::HomePage;
use crate::pages::manual::ManualPage;
use crate::pages::not_found::NotFoundPage;
use crate::pages::notices::NoticesPage;
use crate::pages::payment::PaymentPage;
use crate::pages::preview::PreviewPage;
use crate::pages::progress::ProgressPage;
use crate::pages::queue::QueuePage;
use crate::pages::register::RegisterPage;
use crate::pages::review::ReviewPage;
use crate::pages::section::SectionPage;
use crate::pages::set_password::SetPasswordPage;
use crate::pages::sign_in::SignInPage;
use crate::pages::start::StartPage;
use crate::pages::submit::SubmitPage;

/// The ids are pack ids and UUIDs: no path holds a person's number.
#[derive(Routable, Clone, Debug, PartialEq)]
pub enum Route {
    #[at("/")]
    Entry,
    #[at("/register")]
    Register,
    #[at("/sign-in")]
    SignIn,
    #[at("/set-password")]
    SetPassword,
    #[at("/home")]
    Home,
    #[at("/start")]
    Start,
    #[at("/applications/:id/sections/:section")]
    Section { id: String, section: String },
    #[at("/applications/:id/submit")]
    Submit { id: String },
    #[at("/applications/:id/preview")]
    Preview { id: String },
    #[at("/applications/:id/choice")]
    Choice { id: String },
    #[at("/applications/:id/progress")]
    Progress { id: String },
    #[at("/applications/:id/payment")]
    Payment { id: String },
    #[at("/queue")]
    Queue,
    #[at("/review/:id")]
    Review { id: String },
    #[at("/manual")]
    Manual,
    #[at("/notices")]
    Notices,
    #[not_found]
    #[at("/404")]
    NotFound,
}

#[component]
pub fn App() -> Html {
    let pages = |key: AttrValue| html! { <Switch<Route> key={&*key} render={switch} /> };
    html! {
        <BrowserRouter>
            <SharedState>
                <InLanguage {pages} />
            </SharedState>
        </BrowserRouter>
    }
}

fn switch(route: Route) -> Html {
    match route {
        Route::Entry => html! { <EntryPage /> },
        Route::Register => html! { <RegisterPage /> },
        Route::SignIn => html! { <SignInPage /> },
        Route::SetPassword => html! { <SetPasswordPage /> },
        Route::Home => html! { <HomePage /> },
        Route::Start => html! { <StartPage /> },
        Route::Section { id, section } => html! { <SectionPage {id} {section} /> },
        Route::Submit { id } => html! { <SubmitPage {id} /> },
        Route::Preview { id } => html! { <PreviewPage {id} /> },
        Route::Choice { id } => html! { <ChoicePage {id} /> },
        Route::Progress { id } => html! { <ProgressPage {id} /> },
        Route::Payment { id } => html! { <PaymentPage {id} /> },
        Route::Queue => html! { <QueuePage /> },
        Route::Review { id } => html! { <ReviewPage {id} /> },
        Route::Manual => html! { <ManualPage /> },
        Route::Notices => html! { <NoticesPage /> },
        Route::NotFound => html! { <NotFoundPage /> },
    }
}
