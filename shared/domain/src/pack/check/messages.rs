//! SMS texts: each is there, fills only what it is given, and fits one segment when filled (§5.8).

use super::{Faults, PackFault, one_of};
use crate::messages::{MAX_CHARS, Message, StepMessage, TimeMessage, values};
use crate::pack::Pack;
use crate::placeholders::{fill, listed};
use crate::stage::{Office, Stage};
use crate::words::chinese;
use crate::workflow::State;
use chrono::NaiveDate;

/// Returns one of each message that is ever sent, with the longest values that this pack can give it.
fn longest(pack: &Pack) -> Vec<Message> {
    let rows = State::all().flat_map(|state| state.moves()).flat_map(|row| row.tells);
    let mut sent = vec![Message::Code { code: "123456".into() }];
    let by_time = TimeMessage::ALL.map(|told| of_time(told, pack));
    for message in rows.map(|told| of_a_step(*told, pack)).chain(by_time) {
        if !sent.contains(&message) {
            sent.push(message);
        }
    }
    sent.sort_by_key(|message| (message.in_pack().len(), message.in_pack()));
    sent
}

fn of_a_step(told: StepMessage, pack: &Pack) -> Message {
    // A surname of one character and 某, or 申报人.
    let name = "申报人".to_owned();
    let (count, deadline) = (99, NaiveDate::MAX);
    match told {
        StepMessage::Submitted => {
            let title = longest_word(pack.titles.iter().map(|title| title.name.as_str()));
            Message::Submitted { name, title: title.to_owned() }
        }
        StepMessage::Returned => Message::Returned { name, stage: longest_stage(pack), count, deadline },
        StepMessage::Refused => Message::Refused { name, stage: longest_stage(pack) },
        StepMessage::PaymentDue => Message::PaymentDue { name, deadline },
        StepMessage::PaymentVerified => Message::PaymentVerified { name },
        StepMessage::Expired => Message::Expired { name },
        StepMessage::WithdrawalAnswered => Message::WithdrawalAnswered { name, stage: longest_stage(pack) },
        StepMessage::Waiting | StepMessage::Reopened => Message::Waiting { count, deadline },
        StepMessage::ReturnedToUnit => {
            Message::ReturnedToUnit { stage: longest_stage(pack), count, deadline }
        }
    }
}

fn of_time(told: TimeMessage, pack: &Pack) -> Message {
    let deadline = NaiveDate::MAX;
    match told {
        TimeMessage::Reminder => Message::Reminder { name: "申报人".into(), deadline },
        TimeMessage::StationReminder => Message::Waiting { count: 99, deadline },
        TimeMessage::PublicityOver => Message::PublicityOver { deadline },
        TimeMessage::LongWaiting => Message::LongWaiting { days: pack.batch.long_waiting_days },
        TimeMessage::Overdue => Message::Overdue { deadline },
    }
}

fn longest_stage(pack: &Pack) -> Stage {
    let offices = pack.offices.order.iter().copied().chain([Office::Series]).map(Stage::Office);
    let longest = offices.max_by_key(|stage| chinese::stage(*stage).chars().count());
    longest.unwrap_or(Stage::Unit)
}

fn longest_word<'p>(words: impl Iterator<Item = &'p str>) -> &'p str {
    words.max_by_key(|word| word.chars().count()).unwrap_or_default()
}

pub(super) fn every_message_is_there(pack: &Pack, found: &mut Faults) {
    for id in longest(pack).iter().map(Message::in_pack) {
        if pack.messages.iter().all(|message| message.id != id) {
            let what = format!("缺少短信 `{id}`，到时没有人会收到通知");
            found.push(PackFault::new(
                "messages",
                what,
                format!("加一段 `[[messages]]`，写 `id = \"{id}\"`"),
            ));
        }
    }
}

pub(super) fn messages_fit(pack: &Pack, found: &mut Faults) {
    let sent = longest(pack);
    for message in &pack.messages {
        let place = format!("messages.{}.text", message.id);
        let Some(given) = sent.iter().find(|sent| sent.in_pack() == message.id).map(values) else {
            let what = format!("系统不会发送短信 `{}`", message.id);
            found.push(PackFault::new(
                format!("messages.{}", message.id),
                what,
                one_of(&sent.iter().map(Message::in_pack).collect::<Vec<_>>()),
            ));
            continue;
        };
        let widest = |name: &str| given.iter().find(|(gap, _)| *gap == name).map(|(_, value)| value.clone());
        match fill(&message.text, widest) {
            Ok(text) => {
                let n_chars = text.chars().count();
                if n_chars > MAX_CHARS {
                    let what = format!("填好后有 {n_chars} 个字，一条短信最多 {MAX_CHARS} 个：“{text}”");
                    let remedy = format!("至少删去 {} 个字", n_chars - MAX_CHARS);
                    found.push(PackFault::new(place, what, remedy));
                }
            }
            Err(misfit) => {
                let remedy = one_of(&listed(given.iter().map(|(gap, _)| *gap)));
                found.push(PackFault::new(place, misfit.said_of("短信"), remedy));
            }
        }
    }
}
