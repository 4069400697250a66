//! 职称申报进度: the timeline of a file's own route (§5.9).

use super::{Action, CaseFile, LogEntry, ReturnItem, Stage, State};
use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ProgressState {
    NotReached,
    Current,
    Passed,
    Returned,
    Refused,
    /// By the applicant.
    Withdrawn,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgressStep {
    pub label: String,
    /// Organisation only: reviewers' names stay inside.
    pub organisation: String,
    pub phone: String,
    pub state: ProgressState,
    pub arrived_at: Option<DateTime<FixedOffset>>,
    pub decided_at: Option<DateTime<FixedOffset>>,
    /// Opinion, or what a return asks for.
    pub opinion: String,
    pub reasons: Vec<ReturnItem>,
    pub due: Option<NaiveDate>,
}

/// One step of the timeline: the states that belong to it and the action that ends it.
struct Milestone {
    label: String,
    organisation: String,
    phone: String,
    states: Vec<State>,
    station: Option<usize>,
}

/// From filling in to payment verified, with the stages that this file passes and no others.
pub fn progress(file: &CaseFile, log: &[LogEntry], series_label: &str, is_senior: bool) -> Vec<ProgressStep> {
    let milestones = milestones(file, series_label, is_senior);
    let position = milestones.iter().position(|milestone| milestone.is_at(file.state, file.station));
    let walk = latest_walk(log);
    let mut steps: Vec<ProgressStep> = milestones
        .iter()
        .enumerate()
        .map(|(i, milestone)| step(file, milestone, walk, i, position))
        .collect();
    if let Some(last) = file.state.is_over().then(|| log.last()).flatten() {
        close(&mut steps, &milestones, file, last);
    }
    steps
}

fn milestones(file: &CaseFile, series_label: &str, is_senior: bool) -> Vec<Milestone> {
    let own = |label: &str, states: &[State]| Milestone {
        label: label.into(),
        organisation: String::new(),
        phone: String::new(),
        states: states.to_vec(),
        station: None,
    };
    let of_unit = |label: &str, state: State| Milestone {
        organisation: file.unit_name.clone(),
        phone: file.route.first().map(|unit| unit.phone.clone()).unwrap_or_default(),
        ..own(label, &[state])
    };
    let recommend = if is_senior { "答辩、审议推荐" } else { "审议推荐" };
    let mut all = vec![
        own("填写提交", &[State::Draft, State::Returned]),
        of_unit("单位审核", State::UnitReview),
        of_unit("单位公示", State::UnitPublicity),
        of_unit(recommend, State::UnitRecommend),
    ];
    all.extend(file.route.iter().enumerate().skip(1).map(|(i, station)| Milestone {
        label: if station.stage == Stage::Series {
            series_label.into()
        } else {
            station.stage.label().into()
        },
        organisation: station.name.clone(),
        phone: station.phone.clone(),
        states: vec![station.stage.review(), State::ReturnedToUnit],
        station: Some(i),
    }));
    if file.route.is_empty() {
        all.push(own(series_label, &[State::SeriesReview]));
    }
    all.push(own("缴费", &[State::PaymentPending]));
    all.push(own("缴费验证", &[State::PaymentSubmitted]));
    all
}

impl Milestone {
    fn is_at(&self, state: State, station: usize) -> bool {
        self.states.contains(&state) && self.station.is_none_or(|own| own == station)
    }
}

/// The log since the last submission: a resubmitted file walks the whole route again.
fn latest_walk(log: &[LogEntry]) -> &[LogEntry] {
    let start = log.iter().rposition(|entry| entry.action == Action::Submit).unwrap_or_default();
    &log[start..]
}

fn step(
    file: &CaseFile,
    milestone: &Milestone,
    walk: &[LogEntry],
    i: usize,
    position: Option<usize>,
) -> ProgressStep {
    let leaves = |entry: &&LogEntry| milestone.states.contains(&entry.from) && entry.from != entry.to;
    let left =
        walk.iter().rev().filter(leaves).find(|entry| milestone.station.is_none() || is_of(entry, milestone));
    let arrived = walk.iter().rev().find(|entry| milestone.states.contains(&entry.to));
    let is_current = position == Some(i);
    let is_past = position.is_some_and(|position| i < position) || position.is_none() && left.is_some();
    let returned = file.open_return.as_ref().filter(|_| is_current && file.state == State::Returned);
    ProgressStep {
        label: milestone.label.clone(),
        organisation: milestone.organisation.clone(),
        phone: milestone.phone.clone(),
        state: match (is_current, returned.is_some(), is_past) {
            (true, true, _) => ProgressState::Returned,
            (true, false, _) => ProgressState::Current,
            (false, _, true) => ProgressState::Passed,
            (false, _, false) => ProgressState::NotReached,
        },
        arrived_at: arrived.map(|entry| entry.at).or((i == 0).then_some(file.started_at)),
        decided_at: left.filter(|_| is_past).map(|entry| entry.at),
        opinion: left.filter(|_| is_past).map(|entry| entry.opinion.clone()).unwrap_or_default(),
        reasons: returned.map(|open| open.items.clone()).unwrap_or_default(),
        due: file.due.filter(|_| is_current),
    }
}

fn is_of(entry: &LogEntry, milestone: &Milestone) -> bool {
    entry.organisation_name == milestone.organisation
}

/// Refused, withdrawn or expired: the step where it happened says so, and none was passed there.
fn close(steps: &mut [ProgressStep], milestones: &[Milestone], file: &CaseFile, last: &LogEntry) {
    if file.state == State::PaymentVerified {
        return;
    }
    let ended = |(_, milestone): &(_, &Milestone)| milestone.is_at(last.from, file.station);
    if let Some((step, _)) = steps.iter_mut().zip(milestones).find(ended) {
        let is_withdrawn = file.state == State::Withdrawn;
        step.state = if is_withdrawn { ProgressState::Withdrawn } else { ProgressState::Refused };
        step.decided_at = Some(last.at);
        step.opinion = if last.opinion.is_empty() { file.state.label().into() } else { last.opinion.clone() };
    }
}
