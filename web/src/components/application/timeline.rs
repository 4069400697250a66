//! The stations of an application, passed and to come.

use chrono::{DateTime, FixedOffset};
use domain::pack::Pack;
use domain::workflow::{ProgressState, ProgressStep};
use std::rc::Rc;
use yew::prelude::*;

use crate::components::reading::{Places, ReasonView};
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct TimelineProps {
    pub application: AttrValue,
    pub pack: Rc<Pack>,
    pub steps: Vec<ProgressStep>,
    /// The applicant's reasons lead to their places.
    pub linked: bool,
}

/// The application's own route, each step in words and not only in colour (R65, R97).
#[component]
pub fn Timeline(props: &TimelineProps) -> Html {
    html! {
        <ol class="timeline">
            for step in &props.steps {
                <li class={classes!("timeline-step", class_of(step.state))}
                    aria-current={(step.state == ProgressState::Current).then_some("step")}>
                    <div class="spread">
                        <h2>{ (texts().workflow.milestone)(step.milestone, &props.pack) }</h2>
                        <span class={badge(step.state)}>{ words(step.state) }</span>
                    </div>
                    if !step.organisation.is_empty() {
                        <p class="timeline-times">
                            <span>{ &step.organisation }</span>
                            if !step.phone.is_empty() {
                                <span class="muted">{ &step.phone }</span>
                            }
                        </p>
                    }
                    { times(step) }
                    if let Some(missed) = step.due.filter(|_| step.state == ProgressState::Expired) {
                        <p>{ (texts().workflow.missed)(step.milestone, missed) }</p>
                    }
                    if let Some(basis) = basis_in_words(&props.pack, &step.basis) {
                        <p>{ texts().common.labelled(texts().officer.basis, basis) }</p>
                    }
                    if !step.opinion.is_empty() {
                        <p>{ texts().common.labelled(texts().officer.said, &step.opinion) }</p>
                    }
                    if !step.reasons.is_empty() {
                        <ReasonView application={props.application.clone()} pack={props.pack.clone()}
                            reasons={step.reasons.clone()}
                            places={if props.linked { Places::InTheForm } else { Places::Plain }} />
                    }
                </li>
            }
        </ol>
    }
}

/// A step that lies ahead has no times, even if an earlier round has passed it.
fn times(step: &ProgressStep) -> Html {
    if step.state == ProgressState::NotReached {
        return Html::default();
    }
    let line =
        |label: &str, at: Option<DateTime<FixedOffset>>| at.map(|at| format!("{label} {}", moment(at)));
    let due = step.due.filter(|_| step.state != ProgressState::Expired);
    let due = due.map(|due| format!("{} {}", texts().officer.due, (texts().common.day)(due)));
    let arrived = line(texts().officer.arrived, step.arrived_at);
    let parts: Vec<String> =
        [arrived, line(texts().officer.decided, step.decided_at), due].into_iter().flatten().collect();
    html! {
        if !parts.is_empty() {
            <p class="muted timeline-times">
                for part in parts {
                    <span>{ part }</span>
                }
            </p>
        }
    }
}

/// Returns the basis of a refusal as the pack words it.
pub fn basis_in_words<'p>(pack: &'p Pack, basis: &str) -> Option<&'p str> {
    let chosen = pack.refusal_bases().iter().find(|known| known.value == basis);
    chosen.map(|known| known.label.as_str())
}

/// `2020年8月3日 09:00` in Beijing, whatever the browser's zone.
pub fn moment(at: DateTime<FixedOffset>) -> String {
    (texts().common.moment)(at)
}

fn words(state: ProgressState) -> &'static str {
    let [not_reached, current, passed, returned, refused, withdrawn, expired] =
        texts().officer.progress_states;
    match state {
        ProgressState::NotReached => not_reached,
        ProgressState::Current => current,
        ProgressState::Passed => passed,
        ProgressState::Returned => returned,
        ProgressState::Refused => refused,
        ProgressState::Withdrawn => withdrawn,
        ProgressState::Expired => expired,
    }
}

fn badge(state: ProgressState) -> &'static str {
    match state {
        ProgressState::NotReached | ProgressState::Current => "badge",
        ProgressState::Passed => "badge badge-success",
        ProgressState::Returned | ProgressState::Withdrawn => "badge badge-warning",
        ProgressState::Refused | ProgressState::Expired => "badge badge-danger",
    }
}

fn class_of(state: ProgressState) -> &'static str {
    match state {
        ProgressState::NotReached => "timeline-later",
        ProgressState::Current | ProgressState::Returned => "timeline-current",
        ProgressState::Passed => "timeline-passed",
        ProgressState::Refused | ProgressState::Withdrawn | ProgressState::Expired => "timeline-refused",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_written_as_in_beijing() {
        let at = "2020-08-03T09:05:00+08:00".parse().unwrap();
        assert_eq!(moment(at), "2020年8月3日 09:05");
    }
}
