//! One step: may it be taken, and what does it write?

use super::application::{Application, Withdrawal};
use super::circumstances::Circumstances;
use super::guards;
use super::log::LogEntry;
use super::moves::{Action, By, Guard, Move, To, Words};
use super::resubmission;
use super::returns::{OpenReturn, ReturnItem};
use super::route::{Station, rerouted};
use super::state::{State, UnitWork};
use super::step::{Decision, Refusal, Step};
use super::{take_back, tell, versions};
use crate::form::Answers;
use crate::named;
use crate::stage::{Office, Stage};

/// The only way in which an application changes its state.
pub fn decide(
    application: &Application,
    step: &Step,
    by: By,
    at: &Circumstances<'_>,
) -> Result<Decision, Refusal> {
    if step.action == Action::TakeBack {
        return take_back::take_back(application, by, at);
    }
    let taken = find_move(application, step.action, at)?;
    if taken.by != by {
        return Err(Refusal::NotYours);
    }
    guards::check(application, step, taken, at)?;
    let mut next = application.clone();
    next.state = destination(application, taken);
    let hands_on = versions::handed_on(step.action, by);
    if let Some(part) = hands_on {
        next.hand_on(part);
    }
    move_along(application, &mut next, step, taken, at);
    let order_fen = if taken.guard == Guard::Fee { Some(guards::fee(application, at)?) } else { None };
    let unit_forms = if step.action == Action::Submit {
        resubmission::unit_forms(&mut next, &at.case)
    } else if step.action == Action::VoidPublicity {
        resubmission::voided(&mut next, &at.case)
    } else {
        Answers::new()
    };
    let entry = log_entry(application, &mut next, step, taken, at);
    Ok(Decision {
        messages: tell::messages(&next, step, taken, at),
        hands_on,
        unit_forms,
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
        To::Stay => return application.state,
        To::WhereItEnded => return application.ended_in.unwrap_or(application.state),
        To::NextStation => application.station + 1,
        To::ReturningStation => application.station,
    };
    application.route.get(station).map_or(State::Office(Office::Series), |station| station.stage.into())
}

/// Everything of the head that follows the state.
fn move_along(
    before: &Application,
    next: &mut Application,
    step: &Step,
    taken: &Move,
    at: &Circumstances<'_>,
) {
    next.revision += 1;
    next.updated_at = at.now;
    next.ended_in = next.state.is_over().then_some(before.state);
    next.last_step = take_back::revocable(before, taken, at);
    next.opened &= next.last_step.is_none() && !changes_hands(step.action);
    match step.action {
        Action::Submit => {
            next.first_submitted_on.get_or_insert(at.case.today);
            next.last_submitted_on = Some(at.case.today);
            next.station = 0;
            next.open_return = None;
            set_route(next, at);
        }
        Action::Return | Action::ReturnToUnit => {
            next.open_return = Some(open_return(next, step, taken.by));
        }
        Action::Corrected => next.open_return = None,
        Action::AskWithdrawal => {
            next.withdrawal = Some(Withdrawal { asked_at: at.now, why: step.opinion.trim().to_owned() });
        }
        Action::AgreeToWithdrawal | Action::DeclineWithdrawal => next.withdrawal = None,
        Action::Forward
        | Action::DeleteDraft
        | Action::StartPublicity
        | Action::FinishPublicity
        | Action::VoidPublicity
        | Action::Refuse
        | Action::Approve
        | Action::RecordPaid
        | Action::VerifyPayment
        | Action::Expire
        | Action::Withdraw
        | Action::Reopen
        | Action::TakeBack => {}
    }
    if taken.to == To::NextStation {
        next.station += 1;
        next.reached = next.reached.max(next.station);
    }
    if changes_hands(step.action) {
        next.arrived_on = at.case.today;
    }
}

/// Whether the step gives the application to somebody else, whose days begin.
fn changes_hands(action: Action) -> bool {
    match action {
        Action::Submit
        | Action::Return
        | Action::ReturnToUnit
        | Action::Corrected
        | Action::Forward
        | Action::Approve
        | Action::Reopen => true,
        Action::DeleteDraft
        | Action::StartPublicity
        | Action::FinishPublicity
        | Action::VoidPublicity
        | Action::Refuse
        | Action::RecordPaid
        | Action::VerifyPayment
        | Action::Expire
        | Action::Withdraw
        | Action::AskWithdrawal
        | Action::AgreeToWithdrawal
        | Action::DeclineWithdrawal
        | Action::TakeBack => false,
    }
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

fn open_return(application: &Application, step: &Step, by: By) -> OpenReturn {
    OpenReturn {
        stage: by.stage().unwrap_or(Stage::Unit),
        organisation_name: application.organisation_of(by),
        items: step.reasons.clone(),
    }
}

fn log_entry(
    application: &Application,
    next: &mut Application,
    step: &Step,
    taken: &Move,
    at: &Circumstances<'_>,
) -> LogEntry {
    let by = taken.by;
    let open = application.open_return.iter().filter(|_| taken.words == Words::Answers);
    let answered = open.flat_map(|open| &open.items);
    let answered = answered
        .zip(&step.answers)
        .map(|(item, answer)| ReturnItem { answer: answer.trim().to_owned(), ..item.clone() });
    let entry = LogEntry {
        seq: application.n_log + 1,
        at: at.now,
        action: step.action,
        by,
        organisation_name: application.organisation_of(by),
        from: application.state,
        to: next.state,
        version: next.version,
        opinion: step.opinion.trim().to_owned(),
        basis: if taken.words == Words::Basis { step.basis.clone() } else { String::new() },
        missed: application.due(at.case.pack, at.batch).filter(|_| taken.guard == Guard::Late),
        reasons: step.reasons.iter().cloned().chain(answered).collect(),
        previous_hash: application.log_hash.clone(),
        hash: String::new(),
    };
    next.write_down(entry)
}
