//! 职称申报进度 (R65), for offices 查看进度 (R97).

use api::accounts::Role;
use api::applications::{Progress, Versions};
use api::routes::Route as Call;
use domain::workflow::{Payment, State, UnitWork};
use std::rc::Rc;
use yew::prelude::*;
use yew_router::prelude::*;

use crate::components::application::{GiveUp, GivenUp, PastSteps, PreviewLink, SheetButton, Timeline};
use crate::components::basic::{ButtonKind, Notice, NoticeKind};
use crate::components::changes::VersionList;
use crate::components::frame::{Loading, Page, Unreadable};
use crate::dom;
use crate::hooks::{use_get, use_me, use_pack};
use crate::pages::payment::yuan;
use crate::route::Route;
use crate::texts::texts;

/// The state in the history of this page when 提交 led to it.
pub struct JustSubmitted;

#[derive(Properties, PartialEq)]
pub struct ProgressPageProps {
    pub id: String,
}

#[component]
pub fn ProgressPage(props: &ProgressPageProps) -> Html {
    let progress = use_get::<Progress>(Call::ReadProgress, props.id.clone());
    let content = match progress.read {
        None => html! { <Loading /> },
        Some(Err(error)) => html! {
            <Unreadable error={error.clone()} reload={progress.reload} />
        },
        Some(Ok(shown)) => {
            let on_given_up = progress.reload.reform(|_: GivenUp| dom::focus("page-title"));
            html! { <Shown progress={shown} {on_given_up} /> }
        }
    };
    html! { <Page title={texts().officer.progress_title} protected={true}>{ content }</Page> }
}

#[derive(PartialEq, Properties)]
struct ShownProps {
    progress: Progress,
    on_given_up: Callback<GivenUp>,
}

#[component]
fn Shown(props: &ShownProps) -> Html {
    let Progress { summary, steps, history, payment } = &props.progress;
    let pack = use_pack(&summary.pack).and_then(Result::ok);
    let versions = use_get::<Versions>(Call::ReadVersions, summary.id.to_string()).read;
    let versions = versions.and_then(Result::ok).map(Rc::new);
    let session = use_me();
    let is_applicant = matches!(session.me.as_deref().map(|me| &me.role), Some(Role::Applicant));
    let (before, after) = texts().officer.payment_notice;
    let came_from = use_location().and_then(|location| location.state::<JustSubmitted>());
    // Until something else happens to it.
    let just_submitted = came_from.is_some() && summary.state == State::Unit(UnitWork::Review);
    let home = if is_applicant {
        (Route::Home, texts().officer.back_home)
    } else {
        (Route::Queue, texts().officer.to_queue)
    };
    html! {
        <>
            if just_submitted {
                <Notice kind={NoticeKind::Success}>{ texts().form.submit.submitted }</Notice>
            }
            <section class="card">
                <div class="spread">
                    <p class="lead">{ format!("{}　{}", summary.applicant_name, summary.unit_name) }</p>
                    <span class="badge">{ (texts().workflow.state)(summary.state) }</span>
                </div>
            </section>
            if let Some(table_version) = summary.table_version {
                <SheetButton application={summary.id.to_string()} {table_version} />
            }
            if let Some(payment) = payment.as_ref().filter(|_| is_due(summary.state)) {
                <Notice kind={NoticeKind::Info}>
                    <p>{ format!("{before} {}{after}", yuan(payment.amount_fen)) }</p>
                    if let Some(deadline) = payment.deadline {
                        <p>{ texts().common.labelled(texts().officer.due, &(texts().common.day)(deadline)) }</p>
                    }
                    if is_applicant {
                        <p>
                            <Link<Route> to={Route::Payment { id: summary.id.to_string() }} classes={ButtonKind::Primary.classes()}>
                                { texts().officer.to_payment }
                            </Link<Route>>
                        </p>
                    }
                </Notice>
            }
            if let Some(pack) = pack {
                <Timeline application={summary.id.to_string()} pack={pack.clone()} steps={steps.clone()} linked={is_applicant} />
                <PastSteps application={summary.id.to_string()} pack={pack.clone()} history={history.clone()} />
                if let Some(versions) = versions {
                    <VersionList application={summary.id.to_string()} {pack} {versions} />
                }
            } else {
                <Loading />
            }
            if is_applicant {
                if !summary.state.is_editable() {
                    <PreviewLink application={summary.id.to_string()} submitted={true} />
                }
                <GiveUp application={summary.id.to_string()} way_out={summary.way_out} asks_to_withdraw={summary.asks_to_withdraw} on_done={props.on_given_up.clone()} />
            }
            <p><Link<Route> to={home.0}>{ home.1 }</Link<Route>></p>
        </>
    }
}

/// Returns whether the fee still asks something of the applicant (R69).
fn is_due(state: State) -> bool {
    matches!(state, State::Payment(Payment::Due) | State::Payment(Payment::Paid))
}
