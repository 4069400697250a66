//! The text of a message: the pack's, with its gaps filled.

use super::Message;
use crate::pack::Pack;
use crate::placeholders::fill;
use crate::words::chinese;
use chrono::NaiveDate;

/// One segment: a longer Chinese SMS is cut into several.
pub const MAX_CHARS: usize = 70;

/// Returns the pack's text of `message` with its gaps filled, or none where the pack has no such text.
pub fn text(pack: &Pack, message: &Message) -> Option<String> {
    let id = message.in_pack();
    let template = pack.messages.iter().find(|template| template.id == id)?;
    let values = values(message);
    let value = |gap: &str| values.iter().find(|(name, _)| *name == gap).map(|(_, value)| value.clone());
    fill(&template.text, value).ok()
}

/// Returns the gaps that the text of `message` may have, with what fills each.
pub fn values(message: &Message) -> Vec<(&'static str, String)> {
    let count = |count: &u32| ("count", count.to_string());
    let stage = |stage: &_| ("stage", chinese::stage(*stage).to_owned());
    let name = |name: &String| ("name", name.clone());
    match message {
        Message::Code { code } => vec![("code", code.clone())],
        Message::Submitted { name: whose, title } => vec![name(whose), ("title", title.clone())],
        Message::Returned { name: whose, stage: by, count: n, deadline: day } => {
            vec![name(whose), stage(by), count(n), deadline(*day)]
        }
        Message::Refused { name: whose, stage: by }
        | Message::WithdrawalAnswered { name: whose, stage: by } => vec![name(whose), stage(by)],
        Message::PaymentDue { name: whose, deadline: day }
        | Message::Reminder { name: whose, deadline: day } => vec![name(whose), deadline(*day)],
        Message::PublicityOver { deadline: day } | Message::Overdue { deadline: day } => vec![deadline(*day)],
        Message::LongWaiting { days } => vec![("days", days.to_string())],
        Message::PaymentVerified { name: whose } | Message::Expired { name: whose } => vec![name(whose)],
        Message::Waiting { count: n, deadline: day } => vec![count(n), deadline(*day)],
        Message::ReturnedToUnit { stage: by, count: n, deadline: day } => {
            vec![stage(by), count(n), deadline(*day)]
        }
    }
}

/// `8月20日`.
fn deadline(day: NaiveDate) -> (&'static str, String) {
    ("deadline", day.format("%-m月%-d日").to_string())
}
