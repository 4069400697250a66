//! One step: may it be taken, and what does it write?

use super::application::Application;
use super::circumstances::Circumstances;
use super::guards;
use super::log::LogEntry;
use super::moves::{Action, By, Move, To, Words};
use super::returns::{OpenReturn, ReturnItem};
use super::route::{Station, rerouted};
use super::state::{Filling, Payment, State, UnitWork};
use super::step::{Decision, Refusal, Step};
use super::tell;
use crate::named;
use crate::stage::{Office, Stage};
use chrono::{DateTime, Days, FixedOffset, NaiveDate};

/// The only way in which an application changes its state.
pub fn decide(
    application: &Application,
    step: &Step,
    by: By,
    at: &Circumstances<'_>,
) -> Result<Decision, Refusal> {
    let taken = find_move(application, step.action, at)?;
    if taken.by != by {
        return Err(Refusal::NotYours);
    }
    guards::check(application, step, taken, at)?;
    let mut next = application.clone();
    next.state = destination(application, taken);
    move_along(&mut next, step, taken, at);
    let is_due = next.state == State::Payment(Payment::Due);
    let order_fen = if is_due { Some(guards::fee(application, at)?) } else { None };
    let entry = log_entry(application, &mut next, step, taken, at.now);
    Ok(Decision {
        messages: tell::messages(&next, step, taken, at),
        freezes_version: step.action == Action::Submit,
        order_fen,
        application: next,
        entry,
    })
}

/// Forwarding before publicity is refused by the seed's own sentence (R77), not as an unknown step.
fn find_move(
    application: &Application,
    action: Action,
    at: &Circumstances<'_>,
) -> Result<&'static Move, Refusal> {
    application.state.find_move(action).ok_or(match (application.state, action) {
        (State::Unit(UnitWork::Review | UnitWork::Publicity), Action::Forward) => guards::not_publicised(at),
        (state, action) => Refusal::NotPossible { state, action },
    })
}

fn destination(application: &Application, taken: &Move) -> State {
    let station = match taken.to {
        To::State(state) => return state,
        To::NextStation => application.station + 1,
        To::ReturningStation => application.station,
    };
    application.route.get(station).map_or(State::Office(Office::Series), |station| station.stage.into())
}

/// Everything of the head that follows the state.
fn move_along(next: &mut Application, step: &Step, taken: &Move, at: &Circumstances<'_>) {
    next.revision += 1;
    next.updated_at = at.now;
    next.material_deadline = Some(at.batch.personal_deadline);
    next.review_deadline = Some(at.batch.series_deadline);
    match step.action {
        Action::Submit => {
            next.version += 1;
            next.first_submitted_on.get_or_insert(at.case.today);
            next.station = 0;
            next.open_return = None;
            set_route(next, at);
        }
        Action::Return | Action::ReturnToUnit => {
            next.open_return = Some(open_return(next, step, taken.by, at))
        }
        Action::Corrected => next.open_return = None,
        Action::Forward
        | Action::DeleteDraft
        | Action::StartPublicity
        | Action::FinishPublicity
        | Action::Refuse
        | Action::Approve
        | Action::RecordPaid
        | Action::VerifyPayment
        | Action::Expire
        | Action::Withdraw => {}
    }
    if taken.to == To::NextStation {
        next.station += 1;
        next.reached = next.reached.max(next.station);
    }
    next.due = due(next, at);
}

/// Frozen at the first submission; later ones follow a choice that was made anew. An office that is no longer on
/// the way, or comes later on it, does not see the application before it arrives.
fn set_route(next: &mut Application, at: &Circumstances<'_>) {
    if next.route.is_empty() {
        next.route = at.route.to_vec();
        return;
    }
    let dual_directed = at.case.value(named::basic_info::ID, named::basic_info::DUAL_DIRECTED) == "true";
    let route = rerouted(&next.route, at.route, &at.case.pack.offices.order, dual_directed);
    let stays = |(new, old): &(&Station, &Station)| new.organisation == old.organisation;
    let n_staying = route.iter().zip(&next.route).take_while(stays).count();
    next.reached = next.reached.min(n_staying.saturating_sub(1));
    next.route = route;
}

fn open_return(application: &Application, step: &Step, by: By, at: &Circumstances<'_>) -> OpenReturn {
    let days = u64::from(at.case.pack.batch.correction_days);
    OpenReturn {
        stage: by.stage().unwrap_or(Stage::Unit),
        organisation_name: organisation_of(application, by),
        items: step.reasons.clone(),
        deadline: at.case.today + Days::new(days),
    }
}

/// Returns the state's last day. Payment has at least `payment_days`: a late pass must leave time for it.
fn due(application: &Application, at: &Circumstances<'_>) -> Option<NaiveDate> {
    let batch = at.batch;
    match application.state {
        State::Filling(Filling::Draft) => Some(batch.personal_deadline),
        State::Filling(Filling::Returned) | State::Unit(UnitWork::Correcting) => {
            application.open_return.as_ref().map(|open| open.deadline)
        }
        State::Unit(UnitWork::Review | UnitWork::Publicity | UnitWork::Recommend) => {
            Some(batch.unit_deadline)
        }
        State::Office(office) => Some(batch.deadline_of(office)),
        State::Payment(Payment::Due) => {
            let days = u64::from(at.case.pack.batch.payment_days);
            Some(batch.payment_deadline.max(at.case.today + Days::new(days)))
        }
        State::Payment(Payment::Paid) => application.due,
        State::Over(_) => None,
    }
}

/// The name of the organisation that takes the step; empty where it is none. The unit corrects while the station is
/// the office that asked.
fn organisation_of(application: &Application, by: By) -> String {
    match by {
        By::Stage(Stage::Unit) => application.unit_name.clone(),
        By::Stage(Stage::Office(_)) => {
            application.current_station().map(|station| station.name.clone()).unwrap_or_default()
        }
        By::Applicant | By::Gateway | By::Clock => String::new(),
    }
}

fn log_entry(
    application: &Application,
    next: &mut Application,
    step: &Step,
    taken: &Move,
    now: DateTime<FixedOffset>,
) -> LogEntry {
    let by = taken.by;
    let open = application.open_return.iter().filter(|_| taken.words == Words::Answers);
    let answered = open.flat_map(|open| &open.items);
    let answered = answered
        .zip(&step.answers)
        .map(|(item, answer)| ReturnItem { answer: answer.trim().to_owned(), ..item.clone() });
    let entry = LogEntry {
        seq: application.n_log + 1,
        at: now,
        action: step.action,
        by,
        organisation_name: organisation_of(application, by),
        from: application.state,
        to: next.state,
        version: next.version,
        opinion: step.opinion.trim().to_owned(),
        basis: if taken.words == Words::Basis { step.basis.clone() } else { String::new() },
        reasons: step.reasons.iter().cloned().chain(answered).collect(),
        previous_hash: application.log_hash.clone(),
        hash: String::new(),
    }
    .sealed();
    next.n_log = entry.seq;
    next.log_hash.clone_from(&entry.hash);
    entry
}
