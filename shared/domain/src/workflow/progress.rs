//! 职称申报进度: the timeline of an application's own route (§5.9).

use super::application::Application;
use super::log::LogEntry;
use super::moves::Action;
use super::returns::ReturnItem;
use super::route::Station;
use super::state::{Ending, Filling, Payment, State, UnitWork};
use super::take_back::standing;
use crate::stage::{Office, Stage};
use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ProgressState {
    NotReached,
    Current,
    Passed,
    Returned,
    Refused,
    /// Taken back by the applicant.
    Withdrawn,
    Expired,
}

/// A step of the timeline, by its subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Milestone {
    Filling,
    UnitReview,
    UnitPublicity,
    /// The deliberation without a defence, which senior titles have.
    Deliberation,
    DefenceAndDeliberation,
    Office(Office),
    Payment,
    Verification,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgressStep {
    pub milestone: Milestone,
    /// The organisation only: reviewers' names stay inside.
    pub organisation: String,
    pub phone: String,
    pub state: ProgressState,
    pub arrived_at: Option<DateTime<FixedOffset>>,
    pub decided_at: Option<DateTime<FixedOffset>>,
    /// The opinion, or the reason of a refusal.
    pub opinion: String,
    /// The basis of a refusal, one of the pack's.
    pub basis: String,
    pub reasons: Vec<ReturnItem>,
    /// The last day of the step where it stands, or the day that was missed.
    pub due: Option<NaiveDate>,
}

/// A milestone of one application: who works there, and at which station of its route.
struct Place {
    milestone: Milestone,
    organisation: String,
    phone: String,
    station: Option<usize>,
}

/// Returns the timeline from filling in to payment verified, with the offices that this application passes and no
/// others.
///
/// `due` is the last day of the step where it stands.
pub fn progress(
    application: &Application,
    log: &[LogEntry],
    is_senior: bool,
    due: Option<NaiveDate>,
) -> Vec<ProgressStep> {
    let log = &standing(log);
    let places = places(application, is_senior);
    let position = places.iter().position(|place| place.is_at(application.state, application.station));
    let walk = latest_walk(log);
    let mut steps: Vec<ProgressStep> =
        places.iter().enumerate().map(|(i, place)| step(application, place, walk, i, position)).collect();
    if let Some(current) = position.and_then(|i| steps.get_mut(i)) {
        current.due = due;
    }
    if let (State::Over(ending), Some(last)) = (application.state, log.last()) {
        close(&mut steps, &places, application, ending, last);
    }
    steps
}

fn places(application: &Application, is_senior: bool) -> Vec<Place> {
    let own =
        |milestone| Place { milestone, organisation: String::new(), phone: String::new(), station: None };
    let of_unit = |milestone| Place {
        organisation: application.unit_name.clone(),
        phone: application.route.first().map(|unit| unit.phone.clone()).unwrap_or_default(),
        ..own(milestone)
    };
    let deliberation = if is_senior { Milestone::DefenceAndDeliberation } else { Milestone::Deliberation };
    let mut all = vec![
        own(Milestone::Filling),
        of_unit(Milestone::UnitReview),
        of_unit(Milestone::UnitPublicity),
        of_unit(deliberation),
    ];
    let of_office = |(i, station): (usize, &Station)| match station.stage {
        Stage::Unit => None,
        Stage::Office(office) => Some(Place {
            milestone: Milestone::Office(office),
            organisation: station.name.clone(),
            phone: station.phone.clone(),
            station: Some(i),
        }),
    };
    all.extend(application.route.iter().enumerate().filter_map(of_office));
    if application.route.is_empty() {
        all.push(own(Milestone::Office(Office::Series)));
    }
    all.push(own(Milestone::Payment));
    all.push(own(Milestone::Verification));
    all
}

impl Milestone {
    fn includes(self, state: State) -> bool {
        match (self, state) {
            (Self::Filling, State::Filling(Filling::Draft | Filling::Returned))
            | (Self::UnitReview, State::Unit(UnitWork::Review))
            | (Self::UnitPublicity, State::Unit(UnitWork::Publicity))
            | (Self::Deliberation | Self::DefenceAndDeliberation, State::Unit(UnitWork::Recommend))
            // The unit corrects for the office that asked.
            | (Self::Office(_), State::Unit(UnitWork::Correcting))
            | (Self::Payment, State::Payment(Payment::Due))
            | (Self::Verification, State::Payment(Payment::Paid)) => true,
            (Self::Office(own), State::Office(office)) => own == office,
            (_, State::Filling(_) | State::Unit(_) | State::Office(_) | State::Payment(_) | State::Over(_)) => false,
        }
    }
}

impl Place {
    fn is_at(&self, state: State, station: usize) -> bool {
        self.milestone.includes(state) && self.station.is_none_or(|own| own == station)
    }
}

/// The log since the last submission: a resubmitted application walks the whole route again.
fn latest_walk(log: &[LogEntry]) -> &[LogEntry] {
    let start = log.iter().rposition(|entry| entry.action == Action::Submit).unwrap_or_default();
    &log[start..]
}

fn step(
    application: &Application,
    place: &Place,
    walk: &[LogEntry],
    i: usize,
    position: Option<usize>,
) -> ProgressStep {
    let leaves = |entry: &&LogEntry| place.milestone.includes(entry.from) && entry.from != entry.to;
    let is_own = |entry: &&LogEntry| place.station.is_none() || entry.organisation_name == place.organisation;
    let left = walk.iter().rev().filter(leaves).find(is_own);
    // The unit corrects for the office that asked, and for no other.
    let is_elsewhere = |entry: &&LogEntry| entry.to == State::Unit(UnitWork::Correcting) && !is_own(entry);
    let arrives = |entry: &&LogEntry| place.milestone.includes(entry.to) && !is_elsewhere(entry);
    let arrived = walk.iter().rev().find(arrives);
    let is_current = position == Some(i);
    let is_past = position.is_some_and(|position| i < position) || position.is_none() && left.is_some();
    let is_returned = is_current && application.state == State::Filling(Filling::Returned);
    let returned = application.open_return.as_ref().filter(|_| is_returned);
    ProgressStep {
        milestone: place.milestone,
        organisation: place.organisation.clone(),
        phone: place.phone.clone(),
        state: match (is_current, returned.is_some(), is_past) {
            (true, true, _) => ProgressState::Returned,
            (true, false, _) => ProgressState::Current,
            (false, _, true) => ProgressState::Passed,
            (false, _, false) => ProgressState::NotReached,
        },
        arrived_at: arrived.map(|entry| entry.at).or((i == 0).then_some(application.started_at)),
        decided_at: left.filter(|_| is_past).map(|entry| entry.at),
        opinion: left.filter(|_| is_past).map(|entry| entry.opinion.clone()).unwrap_or_default(),
        basis: left.filter(|_| is_past).map(|entry| entry.basis.clone()).unwrap_or_default(),
        reasons: returned.map(|open| open.items.clone()).unwrap_or_default(),
        due: None,
    }
}

/// Marks the step where the application ended: none was passed there.
fn close(
    steps: &mut [ProgressStep],
    places: &[Place],
    application: &Application,
    ending: Ending,
    last: &LogEntry,
) {
    let state = match ending {
        Ending::Verified => return,
        Ending::Refused => ProgressState::Refused,
        Ending::Withdrawn => ProgressState::Withdrawn,
        Ending::Expired => ProgressState::Expired,
    };
    let ended = |(_, place): &(_, &Place)| place.is_at(last.from, application.station);
    if let Some((step, _)) = steps.iter_mut().zip(places).find(ended) {
        step.state = state;
        step.decided_at = Some(last.at);
        step.opinion.clone_from(&last.opinion);
        step.due = last.missed;
    }
}
