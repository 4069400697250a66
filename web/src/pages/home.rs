//! 我的申报: the applicant's applications.

use api::accounts::{Me, Role};
use api::applications::{Mine, Summary};
use api::routes::Route as Call;
use domain::pack::Pack;
use domain::workflow::{Filling, State};
use std::rc::Rc;
use yew::prelude::*;
use yew_router::prelude::*;

use crate::api::ApiError;
use crate::components::application::{ApplicationCard, ApplicationProgress, GivenUp};
use crate::components::basic::{ButtonKind, Notice, NoticeKind};
use crate::components::frame::{Loading, Page};
use crate::dom;
use crate::hooks::{use_get, use_me, use_open_pack};
use crate::route::Route;
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
    let mine = use_get::<Mine>(Call::ListMine, String::new());
    let open = use_open_pack();
    let given_up = use_state(|| None::<GivenUp>);
    let on_given_up = {
        let (given_up, reload) = (given_up.clone(), mine.reload);
        Callback::from(move |what| {
            given_up.set(Some(what));
            reload.emit(());
            dom::focus("progress");
        })
    };
    html! {
        <>
            <div class="hero">
                <p class="lead">{ texts().applicant.home_lead }</p>
                if let Some(true) = can_start(mine.read.as_ref(), open.as_ref()) {
                    <div class="actions">
                        <Link<Route> to={Route::Start} classes={ButtonKind::Primary.classes()}>
                            { texts().applicant.start }
                        </Link<Route>>
                    </div>
                }
                if is_closed(mine.read.as_ref(), open.as_ref()) {
                    <p>{ texts().applicant.not_open }</p>
                }
            </div>
            <section aria-labelledby="progress">
                <h2 id="progress" tabindex="-1">{ texts().applicant.progress }</h2>
                if let Some(given_up) = *given_up {
                    <Notice kind={NoticeKind::Success}>{ given_up.done() }</Notice>
                }
                { applications(mine.read, &on_given_up) }
            </section>
        </>
    }
}

/// Returns whether an application can be started: somebody who has one of this cycle goes on with that one, and its
/// card says how. `None` while it is not known.
fn can_start(
    mine: Option<&Result<Mine, ApiError>>,
    open: Option<&Result<Option<Rc<Pack>>, ApiError>>,
) -> Option<bool> {
    let (Ok(mine), Ok(open)) = (mine?, open?) else { return Some(true) };
    Some(match open {
        Some(pack) => mine.of_cycle(pack.cycle_year).is_none(),
        None => false,
    })
}

/// Returns whether somebody who has no application to go on with could start one in another season only.
fn is_closed(
    mine: Option<&Result<Mine, ApiError>>,
    open: Option<&Result<Option<Rc<Pack>>, ApiError>>,
) -> bool {
    let (Some(Ok(mine)), Some(Ok(None))) = (mine, open) else { return false };
    mine.applications.iter().all(|summary| summary.frees_cycle)
}

fn applications(mine: Option<Result<Mine, ApiError>>, on_given_up: &Callback<GivenUp>) -> Html {
    match mine {
        None => html! { <Loading /> },
        Some(Err(error)) => html! { <Notice kind={NoticeKind::Error}>{ error.message() }</Notice> },
        Some(Ok(mine)) if mine.applications.is_empty() => {
            html! { <p class="card">{ texts().applicant.no_application }</p> }
        }
        Some(Ok(mine)) => html! {
            for (index, summary) in mine.applications.into_iter().enumerate() {
                <ApplicationCard key={summary.id.to_string()} summary={summary.clone()} on_given_up={on_given_up.clone()} />
                if index == 0 && summary.state != State::Filling(Filling::Draft) {
                    { progress(summary) }
                }
            }
        },
    }
}

/// Read again after a step.
fn progress(summary: Summary) -> Html {
    let key = format!("{}-{}", summary.id, summary.updated_at);
    html! { <ApplicationProgress {key} {summary} /> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{example_city, summary};
    use domain::workflow::Ending;

    fn offered(state: State, cycle_year: i32, open: Option<Rc<Pack>>) -> Option<bool> {
        let mine = Mine { applications: vec![Summary { cycle_year, ..summary(state) }] };
        can_start(Some(&Ok(mine)), Some(&Ok(open)))
    }

    #[test]
    fn r04_outside_the_season_it_is_said_to_whom_it_concerns() {
        let closed = |applications| is_closed(Some(&Ok(Mine { applications })), Some(&Ok(None)));
        assert!(closed(Vec::new()));
        assert!(closed(vec![summary(State::Over(Ending::Withdrawn))]));
        assert!(!closed(vec![summary(State::Filling(Filling::Draft))]));
        let none = Ok(Mine { applications: Vec::new() });
        assert!(!is_closed(Some(&none), Some(&Ok(Some(example_city())))));
        assert_eq!(can_start(Some(&none), Some(&Ok(None))), Some(false));
    }

    #[test]
    fn x9_another_application_is_offered_only_where_this_cycle_has_none() {
        let city = example_city();
        let year = city.cycle_year;
        let open = || Some(city.clone());
        assert_eq!(offered(State::Filling(Filling::Draft), year, open()), Some(false));
        assert_eq!(offered(State::Over(Ending::Verified), year, open()), Some(false));
        assert_eq!(offered(State::Over(Ending::Refused), year, open()), Some(false));
        assert_eq!(offered(State::Over(Ending::Expired), year, open()), Some(false));
        assert_eq!(offered(State::Over(Ending::Withdrawn), year, open()), Some(true));
        assert_eq!(offered(State::Over(Ending::Verified), year - 1, open()), Some(true));
        assert_eq!(offered(State::Filling(Filling::Draft), year, None), Some(false));
        assert_eq!(offered(State::Over(Ending::Withdrawn), year, None), Some(false), "no batch is open");
        assert_eq!(can_start(None, Some(&Ok(None))), None);
    }
}
