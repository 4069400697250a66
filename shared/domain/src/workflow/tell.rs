//! The messages of a step, filled with what they tell (§5.8).

use super::application::Application;
use super::circumstances::Circumstances;
use super::moves::Move;
use super::step::Step;
use crate::messages::{Message, StepMessage};
use crate::stage::Stage;
use chrono::NaiveDate;

/// Returns the messages of a row, as the application is after the step.
pub(super) fn messages(
    next: &Application,
    step: &Step,
    taken: &Move,
    at: &Circumstances<'_>,
) -> Vec<Message> {
    let deadline = next.due(at.case.pack, at.batch).unwrap_or(at.case.today);
    // While the unit corrects, the station is the office that asked.
    let stage = taken.by.stage().unwrap_or(Stage::Unit);
    taken.tells.iter().map(|id| message(*id, next, step, stage, deadline, at)).collect()
}

fn message(
    id: StepMessage,
    next: &Application,
    step: &Step,
    stage: Stage,
    deadline: NaiveDate,
    at: &Circumstances<'_>,
) -> Message {
    let name = next.short_name();
    let count = u32::try_from(step.reasons.len()).unwrap_or(u32::MAX);
    match id {
        StepMessage::Submitted => {
            let title = at.case.pack.title(&next.target_title);
            Message::Submitted { name, title: title.map(|title| title.name.clone()).unwrap_or_default() }
        }
        StepMessage::Returned => Message::Returned { name, stage, count, deadline },
        StepMessage::Refused => Message::Refused { name, stage },
        StepMessage::PaymentDue => Message::PaymentDue { name, deadline },
        StepMessage::PaymentVerified => Message::PaymentVerified { name },
        StepMessage::Expired => Message::Expired { name },
        StepMessage::WithdrawalAnswered => Message::WithdrawalAnswered { name, stage },
        StepMessage::Reopened if next.waits_for().is_none() => Message::Reminder { name, deadline },
        StepMessage::Reopened | StepMessage::Waiting => Message::Waiting { count: 1, deadline },
        StepMessage::ReturnedToUnit => Message::ReturnedToUnit { stage, count, deadline },
    }
}
