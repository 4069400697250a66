use api::accounts::{Me, Role};
use api::applications::Mine;
use api::routes::Route as Call;
use domain::workflow::State;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;
use yew_router::prelude::*;

use crate::api::{ApiError, NO_BODY, call};
use crate::app::Route;
use crate::components::application_card::ApplicationCard;
use crate::components::application_progress::ApplicationProgress;
use crate::components::button::ButtonKind;
use crate::components::loading::Loading;
use crate::components::notice::{Notice, NoticeKind};
use crate::components::page::Page;
use crate::hooks::use_me::use_me;
use crate::hooks::use_sign_in_again::use_sign_in_again;
use crate::texts::texts;

#[component]
pub fn HomePage() -> Html {
    let session = use_me();
    let content = match session.me.as_deref() {
        None => html! { <Loading /> },
        Some(Me { role: Role::Applicant, .. }) => html! { <ApplicantHome /> },
        Some(Me { role: Role::PlatformAdmin, .. }) => {
            html! { <Notice>{ texts().applicant.admin_note }</Notice> }
        }
        Some(Me { role: Role::Officer { .. }, .. }) => html! {
            <Notice>
                <p>{ texts().applicant.officer_note }</p>
                <p><Link<Route> to={Route::Queue}>{ texts().common.queue }</Link<Route>></p>
            </Notice>
        },
    };
    html! {
        <Page title={texts().applicant.home} protected={true}>{ content }</Page>
    }
}

#[component]
fn ApplicantHome() -> Html {
    let mine = use_mine();
    html! {
        <>
            <div class="hero">
                <p class="lead">{ texts().applicant.home_lead }</p>
                <div class="actions">
                    <Link<Route> to={Route::Start} classes={ButtonKind::Primary.classes()}>
                        { texts().applicant.start }
                    </Link<Route>>
                </div>
            </div>
            <section aria-labelledby="progress">
                <h2 id="progress">{ texts().applicant.progress }</h2>
                { applications(mine) }
            </section>
        </>
    }
}

fn applications(mine: Option<Result<Mine, ApiError>>) -> Html {
    match mine {
        None => html! { <Loading /> },
        Some(Err(error)) => html! { <Notice kind={NoticeKind::Error}>{ error.message() }</Notice> },
        Some(Ok(mine)) if mine.applications.is_empty() => {
            html! { <p class="card">{ texts().applicant.no_application }</p> }
        }
        Some(Ok(mine)) => html! {
            for (index, summary) in mine.applications.into_iter().enumerate() {
                <ApplicationCard key={summary.id.to_string()} summary={summary.clone()} />
                if index == 0 && summary.state != State::Draft {
                    <ApplicationProgress {summary} />
                }
            }
        },
    }
}

#[hook]
fn use_mine() -> Option<Result<Mine, ApiError>> {
    let mine = use_state(|| None);
    let sign_in_again = use_sign_in_again();
    let setter = mine.setter();
    use_effect_with((), move |()| {
        spawn_local(async move {
            let answer = call::<(), Mine>(Call::ListMine, &[], NO_BODY).await;
            if let Err(error) = &answer
                && sign_in_again.emit(error.clone())
            {
                return;
            }
            setter.set(Some(answer));
        });
    });
    (*mine).clone()
}
