//! A function for the tests of the local cloud: it does what the event tells it to.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use lambda_runtime::{Error, LambdaEvent, run, service_fn};
use serde_json::{Value, json};

static ATTEMPTS: AtomicU64 = AtomicU64::new(0);

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    run(service_fn(answer)).await
}

async fn answer(event: LambdaEvent<Value>) -> Result<Value, Error> {
    if let Some(records) = event.payload.get("Records").and_then(Value::as_array) {
        return consume(records);
    }
    if let Some(time) = event.payload.get("time").and_then(Value::as_str) {
        println!("scheduled at {time}");
    }
    let remaining = event.context.deadline().duration_since(std::time::SystemTime::now());
    match event.payload.pointer("/pathParameters/deed").and_then(Value::as_str) {
        Some("crash") => std::process::exit(3),
        Some("fail") => Err("told to fail".into()),
        Some("hang") => std::future::pending().await,
        Some("slow") => {
            tokio::time::sleep(Duration::from_millis(300)).await;
            Ok(json!({ "statusCode": 200, "body": std::process::id().to_string() }))
        }
        Some("environment") => Ok(std::env::vars().collect()),
        Some("cookies") => Ok(json!({
            "statusCode": 201,
            "headers": { "Content-Type": "application/pdf" },
            "cookies": ["a=1; Path=/", "b=2"],
            "body": "JVBERg==",
            "isBase64Encoded": true,
        })),
        _ => Ok(json!({ "event": event.payload, "remaining_ms": remaining?.as_millis() })),
    }
}

/// Fails as often as the first record's `failures` says, then tells the keys it saw.
fn consume(records: &[Value]) -> Result<Value, Error> {
    let text =
        |record: &Value, path: &str| record.pointer(path).and_then(Value::as_str).unwrap_or("0").to_owned();
    let failures: u64 = text(&records[0], "/dynamodb/NewImage/failures/N").parse()?;
    if ATTEMPTS.fetch_add(1, Ordering::Relaxed) < failures {
        return Err("told to fail".into());
    }
    for record in records {
        println!("{} {}", text(record, "/eventName"), text(record, "/dynamodb/Keys/pk/S"));
    }
    Ok(json!({ "batchItemFailures": [] }))
}
