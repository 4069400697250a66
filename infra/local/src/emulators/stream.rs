//! DynamoDB Streams: hands a table's changes to functions.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Bytes;
use dynoxide::actions::get_records::Record;
use serde_json::{Value as Json, json};
use tokio::sync::watch;

use crate::account::{ACCOUNT, REGION};
use crate::emulators::dynamodb::{DynamoDb, position_of};
use crate::error::Error;
use crate::files::write_whole;
use crate::lambda::function_pool::FunctionPool;
use crate::lambda::functions::Functions;
use crate::template::events::StreamTrigger;

const FIRST_PAUSE: Duration = Duration::from_millis(100);
const LONGEST_PAUSE: Duration = Duration::from_secs(2);
/// Writes wake a consumer at once; this only covers what bypasses the front, such as another process.
const POLL: Duration = Duration::from_secs(1);

/// The consumers of every table's stream.
pub(crate) struct Streams {
    dynamodb: DynamoDb,
    consumers: Vec<Consumer>,
}

struct Consumer {
    function: String,
    table: String,
    position: watch::Receiver<i64>,
}

struct Worker {
    trigger: StreamTrigger,
    pool: Arc<FunctionPool>,
    dynamodb: DynamoDb,
    /// Sequence number of the last record that was dealt with.
    position: watch::Sender<i64>,
    checkpoint: Option<PathBuf>,
}

/// Records that are handed over together.
struct Batch {
    events: Vec<(i64, Json)>,
    failures: u32,
}

enum Failed {
    Whole,
    /// This sequence number and all after it.
    From(i64),
}

impl Streams {
    /// Starts one consumer for each trigger; each goes on where its checkpoint in `data_dir` ends.
    pub(crate) fn start(dynamodb: &DynamoDb, functions: &Functions, data_dir: Option<&PathBuf>) -> Self {
        let mut consumers = Vec::new();
        for pool in functions.all() {
            for trigger in pool.function.streams() {
                let name = format!("stream-{}-{}", pool.function.id, trigger.table);
                let checkpoint = data_dir.map(|folder| folder.join(name));
                let stored = checkpoint.as_ref().and_then(|path| std::fs::read_to_string(path).ok());
                let start = stored.and_then(|text| text.trim().parse().ok()).unwrap_or_default();
                let worker = Worker {
                    trigger: trigger.clone(),
                    pool: Arc::clone(pool),
                    dynamodb: dynamodb.clone(),
                    position: watch::Sender::new(start),
                    checkpoint,
                };
                consumers.push(Consumer {
                    function: pool.function.id.clone(),
                    table: trigger.table.clone(),
                    position: worker.position.subscribe(),
                });
                tokio::spawn(worker.run());
            }
        }
        Self { dynamodb: dynamodb.clone(), consumers }
    }

    /// Waits until every consumer has dealt with all that is written, including what consumers write.
    pub(crate) async fn caught_up(&self) -> Result<(), Error> {
        for consumer in &self.consumers {
            let mut position = consumer.position.clone();
            let end = self.dynamodb.end_of_stream(&consumer.table)?;
            if position.wait_for(|position| *position >= end).await.is_err() {
                return Err(Error::NotIdle(consumer.function.clone()));
            }
        }
        let mut behind = false;
        for consumer in &self.consumers {
            behind |= *consumer.position.borrow() < self.dynamodb.end_of_stream(&consumer.table)?;
        }
        if behind { Box::pin(self.caught_up()).await } else { Ok(()) }
    }
}

impl Batch {
    fn pause(&self) -> Duration {
        FIRST_PAUSE.saturating_mul(1 << self.failures.min(8)).min(LONGEST_PAUSE)
    }

    /// Returns the rest of a failed batch, the part to try next at the end; nothing when it is given up.
    fn again(mut self, failed: Failed, trigger: &StreamTrigger) -> Vec<Self> {
        match failed {
            Failed::Whole if trigger.bisects && self.events.len() > 1 => {
                let events = self.events.split_off(self.events.len() / 2);
                return vec![Self { events, failures: self.failures }, self];
            }
            Failed::Whole => {}
            Failed::From(sequence) => self.events.retain(|(own, _)| *own >= sequence),
        }
        self.failures += 1;
        let given_up = trigger.maximum_retries.is_some_and(|maximum| self.failures > maximum);
        if given_up { Vec::new() } else { vec![self] }
    }
}

impl Worker {
    async fn run(self) {
        let mut writes = self.dynamodb.writes();
        loop {
            writes.mark_unchanged();
            let position = *self.position.borrow();
            let records = self.dynamodb.records(&self.trigger.table, position, self.trigger.batch_size);
            let records = records.unwrap_or_default();
            if records.is_empty() {
                // A closed channel means the cloud is going down; the timeout then paces the loop.
                let _ = tokio::time::timeout(POLL, writes.changed()).await;
                continue;
            }
            self.deal_with(&records).await;
        }
    }

    /// Invokes the function until every record is done or given up; order is kept.
    async fn deal_with(&self, records: &[Record]) {
        let last = records.last().map(sequence).unwrap_or_default();
        let mut events: Vec<_> =
            records.iter().map(|record| (sequence(record), self.event(record))).collect();
        events.retain(|(_, event)| self.passes(event));
        let mut waiting = vec![Batch { events, failures: 0 }];
        while let Some(batch) = waiting.pop() {
            if let Some(failed) = self.try_once(&batch).await {
                tokio::time::sleep(batch.pause()).await;
                waiting.extend(batch.again(failed, &self.trigger));
            }
            let next = waiting.last().and_then(|batch| batch.events.first());
            self.advance(next.map_or(last, |(sequence, _)| sequence - 1));
        }
    }

    async fn try_once(&self, batch: &Batch) -> Option<Failed> {
        let first = batch.events.first()?.0;
        let records: Vec<&Json> = batch.events.iter().map(|(_, event)| event).collect();
        let payload = Bytes::from(json!({ "Records": records }).to_string());
        match self.pool.invoke(payload).await {
            Ok(answer) if self.trigger.reports_item_failures => {
                first_failure(&answer, first).map(Failed::From)
            }
            Ok(_) => None,
            Err(_) => Some(Failed::Whole),
        }
    }

    fn passes(&self, event: &Json) -> bool {
        self.trigger.patterns.is_empty() || self.trigger.patterns.iter().any(|pattern| pattern.matches(event))
    }

    fn event(&self, record: &Record) -> Json {
        let mut event = serde_json::to_value(record).unwrap_or_default();
        event["awsRegion"] = REGION.into();
        let arn = format!("arn:aws:dynamodb:{REGION}:{ACCOUNT}:table/{}/stream/local", self.trigger.table);
        event["eventSourceARN"] = arn.into();
        event
    }

    fn advance(&self, position: i64) {
        if let Some(path) = &self.checkpoint {
            // Losing a checkpoint repeats a batch, which stream consumers must bear anyway.
            let _ = write_whole(path, position.to_string().as_bytes());
        }
        self.position.send_replace(position);
    }
}

fn sequence(record: &Record) -> i64 {
    position_of(&record.dynamodb.sequence_number)
}

/// `ReportBatchItemFailures`: the lowest number named, the whole batch when the answer is not understood.
fn first_failure(answer: &[u8], first: i64) -> Option<i64> {
    let Ok(answer) = serde_json::from_slice::<Json>(answer) else { return Some(first) };
    let failures = answer.get("batchItemFailures")?.as_array()?;
    let number =
        |failure: &Json| failure.get("itemIdentifier").and_then(Json::as_str).map_or(first, position_of);
    failures.iter().map(number).min()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trigger(bisects: bool) -> StreamTrigger {
        StreamTrigger {
            table: "t".into(),
            batch_size: 10,
            maximum_retries: Some(1),
            reports_item_failures: true,
            bisects,
            patterns: Vec::new(),
        }
    }

    fn again(failed: Failed, trigger: &StreamTrigger, failures: u32) -> Vec<Vec<i64>> {
        let events = (1..=4).map(|sequence| (sequence, Json::Null)).collect();
        let left = Batch { events, failures }.again(failed, trigger);
        left.iter().map(|batch| batch.events.iter().map(|(sequence, _)| *sequence).collect()).collect()
    }

    #[test]
    fn a_failed_batch_is_split_first_half_next() {
        assert_eq!(again(Failed::Whole, &trigger(true), 0), [vec![3, 4], vec![1, 2]]);
        assert_eq!(again(Failed::Whole, &trigger(false), 0), [vec![1, 2, 3, 4]]);
    }

    #[test]
    fn a_partly_failed_batch_goes_on_at_its_failure_until_given_up() {
        assert_eq!(again(Failed::From(3), &trigger(true), 0), [vec![3, 4]]);
        assert!(again(Failed::From(3), &trigger(true), 1).is_empty());
    }

    #[test]
    fn the_lowest_reported_failure_counts_and_nonsense_is_the_whole_batch() {
        let number = |position: i64| format!("{}", 100_000_000_000_000_000_000_u128 + position as u128);
        let answer = json!({ "batchItemFailures": [
            { "itemIdentifier": number(7) }, { "itemIdentifier": number(5) },
        ]});
        assert_eq!(first_failure(answer.to_string().as_bytes(), 1), Some(5));
        assert_eq!(first_failure(br#"{"batchItemFailures":[]}"#, 1), None);
        assert_eq!(first_failure(b"what", 1), Some(1));
    }
}
