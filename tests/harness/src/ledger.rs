//! The log of every application as the table holds it: an unbroken chain that ends where the application stands.

use domain::workflow::{Application, Filling, LogEntry, State};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Returns what is wrong with the applications among these items (DynamoDB JSON), a line each.
pub fn faults(items: &[Value]) -> Vec<String> {
    let mut logs: BTreeMap<&str, Vec<&Value>> = BTreeMap::new();
    for item in items.iter().filter(|item| text(item, "sk").starts_with("LOG#")) {
        logs.entry(text(item, "pk")).or_default().push(item);
    }
    let heads = items.iter().filter(|item| text(item, "sk") == "HEAD");
    let fault = |head: &Value| {
        let log = logs.get(text(head, "pk")).cloned().unwrap_or_default();
        fault_of(head, log).map(|fault| format!("{}: {fault}", text(head, "pk")))
    };
    heads.filter_map(fault).collect()
}

/// An attribute of an item; empty if it is not there.
pub(crate) fn text<'a>(item: &'a Value, attribute: &str) -> &'a str {
    item[attribute]["S"].as_str().unwrap_or_default()
}

fn fault_of(head: &Value, mut log: Vec<&Value>) -> Option<String> {
    log.sort_by_key(|item| text(item, "sk").to_owned());
    let Some(application) = document::<Application>(head) else {
        return Some("the head is unreadable".to_owned());
    };
    let (mut hash, mut state) = (String::new(), State::Filling(Filling::Draft));
    for (item, seq) in log.iter().zip(1..) {
        let Some(entry) = document::<LogEntry>(item) else {
            return Some(format!("line {seq} is unreadable"));
        };
        if entry.seq != seq || entry.previous_hash != hash || !entry.is_intact() || entry.from != state {
            return Some(format!("the log is broken at line {seq}"));
        }
        (hash, state) = (entry.hash, entry.to);
    }
    let agrees =
        application.log_hash == hash && application.state == state && application.n_log == log.len() as u64;
    (!agrees).then(|| "head and log disagree".to_owned())
}

fn document<T: DeserializeOwned>(item: &Value) -> Option<T> {
    serde_json::from_value(plain(&item["doc"])).ok()
}

/// `{"M": {"a": {"N": "1"}}}` as `{"a": 1}`.
fn plain(typed: &Value) -> Value {
    let Some((kind, value)) = typed.as_object().and_then(|typed| typed.iter().next()) else {
        return Value::Null;
    };
    match (kind.as_str(), value) {
        ("M", Value::Object(fields)) => {
            fields.iter().map(|(name, value)| (name.clone(), plain(value))).collect::<Map<_, _>>().into()
        }
        ("L", Value::Array(values)) => values.iter().map(plain).collect(),
        ("N", Value::String(number)) => serde_json::from_str(number).unwrap_or_default(),
        ("NULL", _) => Value::Null,
        (_, value) => value.clone(),
    }
}
