//! The cost of calls of the table, counted while somebody asks for it.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::body::{Body, Bytes};
use axum::extract::Request;
use http_body_util::BodyExt;
use serde_json::Value as Json;

/// One call and the capacity units that it reported.
#[derive(Clone, Debug, PartialEq)]
pub struct Consumed {
    /// `UpdateItem`.
    pub operation: String,
    pub is_write: bool,
    pub units: f64,
}

/// Off, or the calls since it was turned on.
#[derive(Clone, Default)]
pub(crate) struct Meter(Arc<Mutex<Option<Vec<Consumed>>>>);

impl Meter {
    fn calls(&self) -> MutexGuard<'_, Option<Vec<Consumed>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn start(&self) {
        *self.calls() = Some(Vec::new());
    }

    pub(crate) fn stop(&self) -> Vec<Consumed> {
        self.calls().take().unwrap_or_default()
    }

    pub(crate) fn is_on(&self) -> bool {
        self.calls().is_some()
    }

    pub(crate) fn record(&self, operation: &str, is_write: bool, answer: &[u8]) {
        let answer = serde_json::from_slice(answer).unwrap_or(Json::Null);
        if let Some(calls) = self.calls().as_mut() {
            calls.push(Consumed { operation: operation.to_owned(), is_write, units: units(&answer) });
        }
    }
}

/// Returns the units of one table, or the sum over the tables of a batch or a transaction.
fn units(answer: &Json) -> f64 {
    let of = |one: &Json| one.get("CapacityUnits").and_then(Json::as_f64).unwrap_or_default();
    match answer.get("ConsumedCapacity") {
        Some(Json::Array(tables)) => tables.iter().map(of).sum(),
        Some(one) => of(one),
        None => 0.0,
    }
}

/// The request that also asks what it costs.
pub(crate) async fn asking(request: Request) -> Request {
    let (mut parts, body) = request.into_parts();
    let bytes = body.collect().await.map(|body| body.to_bytes()).unwrap_or_default();
    let asked = match serde_json::from_slice(&bytes) {
        Ok(Json::Object(mut call)) => {
            call.insert("ReturnConsumedCapacity".into(), "TOTAL".into());
            Bytes::from(Json::Object(call).to_string())
        }
        Ok(_) | Err(_) => bytes,
    };
    parts.headers.remove("content-length");
    Request::from_parts(parts, Body::from(asked))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_transaction_costs_the_sum_of_its_tables() {
        let meter = Meter::default();
        meter.record("GetItem", false, b"{}");
        assert!(meter.stop().is_empty(), "nothing is counted before it is turned on");
        meter.start();
        let answer = json!({"ConsumedCapacity": [{"CapacityUnits": 4.0}, {"CapacityUnits": 2.0}]});
        meter.record("TransactWriteItems", true, answer.to_string().as_bytes());
        let expected = Consumed { operation: "TransactWriteItems".into(), is_write: true, units: 6.0 };
        assert_eq!(meter.stop(), [expected]);
    }
}
