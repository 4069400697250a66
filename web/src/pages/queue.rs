//! 待办审核: what waits for the officer's organisation, and what has passed it.

use api::accounts::{Me, Role};
use api::applications::Summary;
use api::routes::Route as Call;
use api::workflow::Queue;
use chrono::NaiveDate;
use yew::prelude::*;

use crate::components::basic::{Notice, NoticeKind};
use crate::components::frame::{Loading, Page, Unreadable};
use crate::components::review::QueueList;
use crate::hooks::{use_get, use_me};
use crate::texts::texts;

#[component]
pub fn QueuePage() -> Html {
    let session = use_me();
    let content = match session.me.as_deref() {
        None => html! { <Loading /> },
        Some(Me { role: Role::Officer { organisation_name, stage, .. }, now, .. }) => html! {
            <>
                <p class="lead">{ texts().common.with_aside(organisation_name, (texts().workflow.stage)(*stage)) }</p>
                <OfficerQueue today={now.date_naive()} />
            </>
        },
        Some(Me { role: Role::Applicant | Role::PlatformAdmin, .. }) => {
            html! { <Notice kind={NoticeKind::Warning}>{ texts().officer.no_officer }</Notice> }
        }
    };
    html! { <Page title={texts().officer.queue} protected={true} wide={true}>{ content }</Page> }
}

#[derive(PartialEq, Properties)]
struct OfficerQueueProps {
    today: NaiveDate,
}

#[component]
fn OfficerQueue(props: &OfficerQueueProps) -> Html {
    let queue = use_get::<Queue>(Call::ReadQueue, String::new());
    match queue.read {
        None => html! { <Loading /> },
        Some(Err(error)) => html! {
            <Unreadable error={error.clone()} reload={queue.reload} />
        },
        Some(Ok(read)) => html! {
            <>
                { part(props, texts().officer.waiting, texts().officer.nothing_waits, read.waiting, true) }
                { part(props, texts().officer.others, texts().officer.nothing_seen, read.others, false) }
            </>
        },
    }
}

fn part(
    props: &OfficerQueueProps,
    title: &'static str,
    none: &'static str,
    applications: Vec<Summary>,
    waiting: bool,
) -> Html {
    html! {
        <section class="section-block">
            <h2>{ texts().common.with_aside(title, &applications.len().to_string()) }</h2>
            if applications.is_empty() {
                <p class="card">{ none }</p>
            } else {
                <QueueList {applications} {waiting} today={props.today} caption={title} />
            }
        </section>
    }
}
