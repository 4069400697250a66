//! Sends what committed steps have left in the outbox: from the table's stream, and by a sweep of what the
//! stream lost. Nothing else sends.

mod deliver;
mod event;

use event::Event;
use lambda_runtime::{LambdaEvent, service_fn};
use platform::{App, Sms};
use serde_json::Value;

pub(crate) struct Notices {
    app: App,
    sms: Sms,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_runtime::Error> {
    lambda_runtime::tracing::init_default_subscriber();
    let state = Notices { app: App::start().await, sms: Sms::connect().await };
    let state = &state;
    lambda_runtime::run(service_fn(move |event| answer(state, event))).await
}

/// The stream names entries; the schedule has none and sweeps.
async fn answer(state: &Notices, event: LambdaEvent<Value>) -> Result<Value, lambda_runtime::Error> {
    match event::read(event.payload) {
        Event::Stream(records) => Ok(deliver::stream(state, &records).await),
        Event::Schedule => {
            deliver::sweep(state).await?;
            Ok(Value::Null)
        }
    }
}
