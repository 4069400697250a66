//! The history of an application to read.

use domain::pack::Pack;
use domain::workflow::{By, PastStep};
use std::rc::Rc;
use yew::prelude::*;

use crate::components::application::{basis_in_words, moment};
use crate::components::reading::{Places, ReasonView};
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct PastStepsProps {
    pub application: AttrValue,
    pub pack: Rc<Pack>,
    pub history: Vec<PastStep>,
}

/// 办理记录: every step so far with who took it, opinion, reasons and answers; opened on demand.
#[component]
pub fn PastSteps(props: &PastStepsProps) -> Html {
    if props.history.is_empty() {
        return Html::default();
    }
    html! {
        <details class="card">
            <summary>{ texts().common.with_aside(texts().officer.history, &props.history.len().to_string()) }</summary>
            <ol>
                for past in &props.history {
                    <li>
                        <p class="timeline-times">
                            <span>{ moment(past.at) }</span>
                            <span>{ actor(past) }</span>
                            <strong>{ (texts().workflow.action)(past.action) }</strong>
                            if past.version > 0 {
                                <span class="muted">{ (texts().officer.version)(past.version) }</span>
                            }
                        </p>
                        if let Some(basis) = basis_in_words(&props.pack, &past.basis) {
                            <p>{ texts().common.labelled(texts().officer.basis, basis) }</p>
                        }
                        if !past.opinion.is_empty() {
                            <p>{ texts().common.labelled(texts().officer.said, &past.opinion) }</p>
                        }
                        if !past.reasons.is_empty() {
                            <ReasonView application={props.application.clone()} pack={props.pack.clone()}
                                reasons={past.reasons.clone()} places={Places::Plain} />
                        }
                    </li>
                }
            </ol>
        </details>
    }
}

fn actor(past: &PastStep) -> String {
    match past.by {
        By::Applicant => texts().officer.applicant.to_owned(),
        By::Stage(_) => past.organisation.clone(),
        By::Gateway | By::Clock => texts().officer.by_system.to_owned(),
    }
}
