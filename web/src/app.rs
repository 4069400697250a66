//! Which page stands at which path, and what all pages share.

use yew::prelude::*;
use yew_router::prelude::*;

use crate::components::frame::{InLanguage, SharedState};
use crate::pages::check::CheckPage;
use crate::pages::choice::ChoicePage;
use crate::pages::entry::EntryPage;
use crate::pages::home::HomePage;
use crate::pages::manual::ManualPage;
use crate::pages::not_found::NotFoundPage;
use crate::pages::notices::NoticesPage;
use crate::pages::pack::PackPage;
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
use crate::route::Route;

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
        Route::Check { code } => html! { <CheckPage {code} /> },
        Route::Pack { id } => html! { <PackPage {id} /> },
        Route::NotFound => html! { <NotFoundPage /> },
    }
}
