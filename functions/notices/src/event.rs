//! The event that woke the function: new entries of the outbox, or the schedule.

use serde_json::Value;

pub(crate) enum Event {
    Stream(Vec<Record>),
    Schedule,
}

/// One new outbox entry.
pub(crate) struct Record {
    pub(crate) sequence_number: String,
    pub(crate) outbox_id: String,
}

/// A stream batch has `Records`; anything else is the schedule.
pub(crate) fn read(payload: Value) -> Event {
    match payload.get("Records").and_then(Value::as_array) {
        Some(records) => Event::Stream(records.iter().filter_map(record).collect()),
        None => Event::Schedule,
    }
}

fn record(record: &Value) -> Option<Record> {
    let change = record.get("dynamodb")?;
    let pk = change.pointer("/Keys/pk/S")?.as_str()?;
    Some(Record {
        sequence_number: change.get("SequenceNumber")?.as_str()?.to_owned(),
        outbox_id: pk.strip_prefix("OUTBOX#")?.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn only_outbox_entries_of_a_batch_are_taken() {
        let record = |pk: &str| json!({"dynamodb": {"SequenceNumber": "7", "Keys": {"pk": {"S": pk}}}});
        let batch = json!({"Records": [record("OUTBOX#a1"), record("APP#b2")]});
        let Event::Stream(records) = read(batch) else { panic!("a batch is a stream event") };
        assert_eq!(records.len(), 1);
        assert_eq!(records[0].outbox_id, "a1");
        assert!(matches!(read(json!({"id": "sweep"})), Event::Schedule));
    }
}
