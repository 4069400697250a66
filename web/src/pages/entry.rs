//! The entry page: the batch that is open, notices, and the ways in.

use api::accounts::{Me, Role};
use domain::batch::Batch;
use domain::pack::{FilledBy, Notice as PackNotice, Pack};
use yew::prelude::*;
use yew_router::prelude::*;

use crate::api::ApiError;
use crate::components::basic::{ButtonKind, Notice, NoticeKind};
use crate::components::frame::{Loading, Page};
use crate::components::start::BatchDates;
use crate::hooks::{use_batches, use_me, use_pack, use_platform_name};
use crate::route::Route;
use crate::texts::{ProcessFigures, texts};

const N_TEASERS: usize = 3;

#[component]
pub fn EntryPage() -> Html {
    let session = use_me();
    let platform = use_platform_name();
    let batches = use_batches();
    let newest = batches.as_ref().and_then(|read| read.as_ref().ok()).and_then(|batches| batches.last());
    let pack = use_pack(newest.map_or("", |batch| batch.pack.as_str()));
    let pack = pack.and_then(Result::ok);
    let teasers = pack.as_ref().map(|pack| pack.notices.as_slice()).unwrap_or_default();
    html! {
        <Page title={platform} wide={true}>
            <div class="hero">
                <p class="lead">{ texts().applicant.entry_what }</p>
                <p class="muted">{ texts().applicant.entry_who }</p>
                <EntryActions me={session.me.as_deref().cloned()} />
            </div>
            <div class="grid">
                <section class="card" aria-labelledby="batches">
                    <h2 id="batches">
                        { texts().applicant.open_batches }
                        if let Some(pack) = &pack {
                            { texts().common.aside(&(texts().applicant.cycle)(pack.cycle_year)) }
                        }
                    </h2>
                    { dates(batches.as_ref().map(|read| read.as_ref().map(|_| newest))) }
                </section>
                if !teasers.is_empty() {
                    { notices(teasers) }
                }
            </div>
            <Process figures={pack.as_deref().map(figures)} />
        </Page>
    }
}

#[derive(Properties, PartialEq)]
struct ProcessProps {
    figures: Option<ProcessFigures>,
}

/// The steps of an application, with the figures of the city that takes it.
#[component]
fn Process(props: &ProcessProps) -> Html {
    html! {
        <section class="section-block" aria-labelledby="process">
            <h2 id="process">{ texts().applicant.process }</h2>
            <ol class="process">
                for (name, what) in (texts().applicant.process_steps)(props.figures) {
                    <li><strong>{ name }</strong><span>{ what }</span></li>
                }
            </ol>
        </section>
    }
}

#[derive(Properties, PartialEq)]
pub struct EntryActionsProps {
    pub me: Option<Me>,
}

/// The ways on from here for somebody who arrives.
#[component]
pub fn EntryActions(props: &EntryActionsProps) -> Html {
    let own = match props.me.as_ref().map(|me| &me.role) {
        None => vec![
            (Route::SignIn, texts().common.sign_in, ButtonKind::Primary),
            (Route::Register, texts().common.register, ButtonKind::Secondary),
        ],
        Some(Role::Applicant | Role::PlatformAdmin) => {
            vec![(Route::Home, texts().applicant.to_home, ButtonKind::Primary)]
        }
        Some(Role::Officer { .. }) => vec![(Route::Queue, texts().applicant.to_queue, ButtonKind::Primary)],
    };
    html! {
        <div class="actions">
            for (to, words, kind) in own {
                <Link<Route> {to} classes={kind.classes()}>{ words }</Link<Route>>
            }
            <Link<Route> to={Route::Manual} classes={ButtonKind::Secondary.classes()}>
                { texts().common.manual }
            </Link<Route>>
        </div>
    }
}

fn figures(pack: &Pack) -> ProcessFigures {
    ProcessFigures {
        n_sections: pack.sections_of(FilledBy::Applicant).count(),
        min_publicity_working_days: pack.batch.min_publicity_working_days,
    }
}

fn dates(read: Option<Result<Option<&Batch>, &ApiError>>) -> Html {
    match read {
        None => html! { <Loading /> },
        Some(Err(error)) => html! { <Notice kind={NoticeKind::Error}>{ error.message() }</Notice> },
        Some(Ok(None)) => html! { <p>{ texts().applicant.no_batch }</p> },
        Some(Ok(Some(batch))) => html! { <BatchDates batch={batch.clone()} /> },
    }
}

fn notices(notices: &[PackNotice]) -> Html {
    html! {
        <section class="card" aria-labelledby="notices">
            <h2 id="notices">{ texts().applicant.notices }</h2>
            <ul class="plain-list">
                for notice in notices.iter().take(N_TEASERS) {
                    <li>{ &notice.title }</li>
                }
            </ul>
            <p><Link<Route> to={Route::Notices}>{ texts().applicant.all_notices }</Link<Route>></p>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{example_city, officer, render};

    #[tokio::test]
    async fn a_visitor_is_offered_signing_in_registration_and_the_manual() {
        let html = render(html! { <EntryActions me={None::<Me>} /> }).await;
        for path in ["/sign-in", "/register", "/manual"] {
            assert!(html.contains(&format!("href=\"{path}\"")), "{path} in {html}");
        }
    }

    #[tokio::test]
    async fn an_officer_is_led_to_the_queue() {
        let html = render(html! { <EntryActions me={Some(officer())} /> }).await;
        assert!(html.contains("href=\"/queue\"") && !html.contains("/register"), "{html}");
    }

    #[tokio::test]
    async fn the_figures_of_the_process_are_the_citys() {
        let mut city = (*example_city()).clone();
        let last = city.sections.iter().rposition(|s| s.filled_by == FilledBy::Applicant).unwrap();
        city.sections.remove(last);
        let html = render(html! { <Process figures={Some(figures(&city))} /> }).await;
        assert!(html.contains("填写14个栏目") && html.contains("公示不少于7个工作日"), "{html}");
    }

    #[tokio::test]
    async fn without_a_pack_the_process_names_no_figure() {
        let html = render(html! { <Process figures={None::<ProcessFigures>} /> }).await;
        assert!(html.contains("填写各个栏目") && !html.contains("个工作日"), "{html}");
    }
}
