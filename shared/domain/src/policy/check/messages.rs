//! SMS texts: each is there, fills only what it is given, and fits one segment when filled (§5.8).

use super::{Faults, PackFault};
use crate::messages::MAX_CHARS;
use crate::placeholders::{fill, listed};
use crate::policy::Policy;
use crate::workflow::Stage;

/// Every message that a step sends, and what it gives to fill in.
const SENT: [(&str, &[&str]); 11] = [
    ("M0", &["code"]),
    ("M1", &["name", "title"]),
    ("M2", &["name", "stage", "count", "deadline"]),
    ("M3", &["name", "stage"]),
    ("M4", &["name", "deadline"]),
    ("M5", &["name"]),
    ("M6", &["name"]),
    ("M7", &["name", "title"]),
    ("M8", &["name", "deadline"]),
    ("M9", &["count", "deadline"]),
    ("M10", &["stage", "count", "deadline"]),
];

pub(super) fn every_message_is_there(policy: &Policy, found: &mut Faults) {
    for (id, _) in SENT {
        if policy.messages.iter().all(|message| message.id != id) {
            let what = format!("the message `{id}` is missing, so nobody would be told");
            found.push(PackFault::new("messages", what, format!("add a [[messages]] with id = \"{id}\"")));
        }
    }
}

pub(super) fn messages_fit(policy: &Policy, found: &mut Faults) {
    for message in &policy.messages {
        let place = format!("messages.{}.text", message.id);
        let Some((_, given)) = SENT.iter().find(|(id, _)| *id == message.id) else {
            let what = format!("nothing sends a message `{}`", message.id);
            let known = SENT.map(|(id, _)| id).join(", ");
            found.push(PackFault::new(
                format!("messages.{}", message.id),
                what,
                format!("write one of {known}"),
            ));
            continue;
        };
        let widest = |name: &str| given.contains(&name).then(|| longest(policy, name));
        match fill(&message.text, widest) {
            Ok(text) => {
                let n_chars = text.chars().count();
                if n_chars > MAX_CHARS {
                    let what =
                        format!("{n_chars} characters when filled as “{text}”; one SMS holds {MAX_CHARS}");
                    let remedy = format!("take out at least {}", n_chars - MAX_CHARS);
                    found.push(PackFault::new(place, what, remedy));
                }
            }
            Err(misfit) => {
                let remedy = format!("write one of {}", listed(given.iter().copied()));
                found.push(PackFault::new(place, misfit.said_of("message"), remedy));
            }
        }
    }
}

/// The longest value that the placeholder can have in this pack.
fn longest(policy: &Policy, placeholder: &str) -> String {
    match placeholder {
        "name" => "申报人".into(),
        "code" => "123456".into(),
        "count" => "99".into(),
        "deadline" => "12月31日".into(),
        "title" => of_most_chars(policy.titles.iter().map(|title| title.name.as_str())),
        "stage" => {
            let stages = policy.offices.order.iter().chain(&[Stage::Unit, Stage::Series]);
            let labels = stages.map(|stage| stage.label());
            of_most_chars(labels.chain([policy.offices.series_label.as_str()]))
        }
        _unknown => String::new(),
    }
}

fn of_most_chars<'p>(words: impl Iterator<Item = &'p str>) -> String {
    words.max_by_key(|word| word.chars().count()).unwrap_or_default().to_owned()
}
