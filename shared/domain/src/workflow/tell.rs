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
    let deadline = next.due.unwrap_or(at.case.today);
    taken.tells.iter().map(|id| message(*id, next, step, deadline, at)).collect()
}

fn message(
    id: StepMessage,
    next: &Application,
    step: &Step,
    deadline: NaiveDate,
    at: &Circumstances<'_>,
) -> Message {
    let name = next.short_name();
    let stage = next.current_station().map_or(Stage::Unit, |station| station.stage);
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
        StepMessage::Waiting => Message::Waiting { count: 1, deadline },
        StepMessage::ReturnedToUnit => Message::ReturnedToUnit { stage, count, deadline },
    }
}
