//! Applies deadlines every hour: lets expire whatever is late (T21, T28), and tells those whose days run out or whose
//! publicity is over (§5.6, §5.8).
//!
//! It may run twice, late or be cut off: a step is conditional, a message has an id made of its day, and a pass that
//! was cut off goes on where it was.

mod act;
mod sweep;

use lambda_runtime::{LambdaEvent, service_fn};
use platform::{App, Gateway};
use serde_json::Value;

pub(crate) struct Deadlines {
    app: App,
    gateway: Gateway,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_runtime::Error> {
    lambda_runtime::tracing::init_default_subscriber();
    let state = Deadlines { app: App::start().await, gateway: Gateway::from_environment() };
    let state = &state;
    lambda_runtime::run(service_fn(move |_: LambdaEvent<Value>| sweep::run(state))).await
}
