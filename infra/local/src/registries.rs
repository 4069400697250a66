use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::faults::Faults;

#[derive(Clone, Copy, Deserialize, PartialEq, Eq, Hash)]
#[serde(rename_all = "kebab-case")]
enum Registry {
    Titles,
    CommonCourses,
    SocialInsurance,
}

/// What the outside registries answer; every key is unknown until an answer is posted to it.
#[derive(Clone)]
struct Registries {
    answers: Arc<Mutex<HashMap<(Registry, String), Value>>>,
    faults: Arc<Faults>,
}

pub(crate) fn routes(faults: Arc<Faults>) -> Router {
    let registries = Registries { answers: Arc::default(), faults };
    Router::new().route("/_local/registries/{registry}/{key}", get(look_up).post(set)).with_state(registries)
}

async fn look_up(State(registries): State<Registries>, Path(key): Path<(Registry, String)>) -> Response {
    tokio::time::sleep(registries.faults.registries_delay()).await;
    let answers = registries.answers.lock().unwrap_or_else(PoisonError::into_inner);
    let answer = answers.get(&key).cloned().or_else(|| everybody(key.0));
    answer.map_or_else(|| StatusCode::NOT_FOUND.into_response(), |value| Json(value).into_response())
}

async fn set(
    State(registries): State<Registries>,
    Path(key): Path<(Registry, String)>,
    Json(answer): Json<Value>,
) -> StatusCode {
    registries.answers.lock().unwrap_or_else(PoisonError::into_inner).insert(key, answer);
    StatusCode::NO_CONTENT
}

/// Whoever tries the product has passed the common course: without it nobody could submit.
fn everybody(registry: Registry) -> Option<Value> {
    match registry {
        Registry::CommonCourses => Some(
            json!({"found": true, "values": {"passed_at": "2020-07-01", "certificate_no": "GX2020-0001"}}),
        ),
        Registry::Titles | Registry::SocialInsurance => None,
    }
}
