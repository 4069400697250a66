//! The timeline of an application on another page than its own.

use api::applications::{Progress, Summary};
use api::routes::Route as Call;
use yew::prelude::*;

use crate::components::application::Timeline;
use crate::components::basic::{Notice, NoticeKind};
use crate::components::frame::Loading;
use crate::hooks::{use_get, use_pack};

#[derive(PartialEq, Properties)]
pub struct ApplicationProgressProps {
    pub summary: Summary,
}

/// The stages of the applicant's own application, with times and reasons (R65).
#[component]
pub fn ApplicationProgress(props: &ApplicationProgressProps) -> Html {
    let id = props.summary.id.to_string();
    let progress = use_get::<Progress>(Call::ReadProgress, id.clone());
    let pack = use_pack(&props.summary.pack).and_then(Result::ok);
    match (progress.read, pack) {
        (Some(Err(error)), _) => html! { <Notice kind={NoticeKind::Error}>{ error.message() }</Notice> },
        (Some(Ok(Progress { steps, .. })), Some(pack)) => {
            html! { <Timeline application={id} {pack} {steps} linked={true} /> }
        }
        (Some(Ok(_)), None) | (None, _) => html! { <Loading /> },
    }
}
