//! EventBridge: runs functions by their schedules, or at once when asked.

use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use chrono::TimeDelta;
use serde_json::json;
use tokio::time::{Instant, MissedTickBehavior, interval_at};

use crate::account::{ACCOUNT, REGION};
use crate::lambda::function_pool::FunctionPool;
use crate::lambda::functions::Functions;
use crate::simulators::clock::Clock;
use crate::template::events::{Every, Schedule};

/// Starts a timer for every `rate(…)`.
pub(crate) fn start(functions: &Functions, clock: &Arc<Clock>) {
    for pool in functions.all() {
        for schedule in pool.function.schedules() {
            if let Every::Rate(period) = schedule.every {
                let (pool, clock, schedule) = (Arc::clone(pool), Arc::clone(clock), schedule.clone());
                tokio::spawn(async move {
                    let mut ticks = interval_at(Instant::now() + period, period);
                    ticks.set_missed_tick_behavior(MissedTickBehavior::Skip);
                    loop {
                        ticks.tick().await;
                        // The pool logs a failure; the scheduler's next turn is the retry.
                        let _ = run(&pool, &schedule, &clock).await;
                    }
                });
            }
        }
    }
}

/// Runs every schedule whose time has come while the clock was moved on by `moved`, once.
pub(crate) async fn catch_up(functions: &Functions, clock: &Clock, moved: TimeDelta) {
    for pool in functions.all() {
        for schedule in pool.function.schedules() {
            let Every::Rate(period) = schedule.every else { continue };
            if moved.to_std().is_ok_and(|moved| moved >= period) {
                // The pool logs a failure; the next turn is the retry.
                let _ = run(pool, schedule, clock).await;
            }
        }
    }
}

async fn run(pool: &FunctionPool, schedule: &Schedule, clock: &Clock) -> Result<(), StatusCode> {
    let payload = schedule.input.clone().unwrap_or_else(|| default_input(&schedule.name, clock));
    pool.invoke(Bytes::from(payload)).await.map(|_| ()).map_err(|_| StatusCode::BAD_GATEWAY)
}

/// Returns the event that EventBridge sends when the schedule has no `Input`.
fn default_input(name: &str, clock: &Clock) -> String {
    let time = clock.now().to_utc().format("%Y-%m-%dT%H:%M:%SZ").to_string();
    let arn = format!("arn:aws:scheduler:{REGION}:{ACCOUNT}:schedule/default/{name}");
    json!({
        "version": "0",
        "id": uuid::Uuid::new_v4(),
        "detail-type": "Scheduled Event",
        "source": "aws.scheduler",
        "account": ACCOUNT,
        "time": time,
        "region": REGION,
        "resources": [arn],
        "detail": "{}",
    })
    .to_string()
}

#[derive(Clone)]
struct Desk {
    functions: Functions,
    clock: Arc<Clock>,
}

/// `POST /_local/run/{function}` runs the function's schedules at once.
pub(crate) fn routes(functions: Functions, clock: Arc<Clock>) -> Router {
    Router::new().route("/_local/run/{function}", post(run_now)).with_state(Desk { functions, clock })
}

async fn run_now(State(desk): State<Desk>, Path(function): Path<String>) -> Response {
    let Some(pool) = desk.functions.find(&function) else { return StatusCode::NOT_FOUND.into_response() };
    let schedules = pool.function.schedules();
    if schedules.is_empty() {
        return (StatusCode::CONFLICT, "the function has no schedule").into_response();
    }
    for schedule in schedules {
        if let Err(status) = run(pool, schedule, &desk.clock).await {
            return status.into_response();
        }
    }
    StatusCode::NO_CONTENT.into_response()
}
