//! The shared registers: `GET /_local/registries/{registry}/{key}?year={cycle year}` answers what was posted to
//! the same path, `{"found": true, "values": {field: text}}`, or 404. A key is the SHA-256 of an ID number.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::error::Error;
use crate::files::write_whole;
use crate::simulators::faults::{Faults, RegistryMode};
use crate::simulators::registry::Registry;

/// Posted answers by register and key, rewritten whole to a file when the cloud is persistent.
type Answers = BTreeMap<Registry, BTreeMap<String, Value>>;

#[derive(Clone)]
struct Registries {
    answers: Arc<Mutex<Answers>>,
    file: Option<PathBuf>,
    faults: Arc<Faults>,
}

pub(crate) fn routes(file: Option<PathBuf>, faults: Arc<Faults>) -> Result<Router, Error> {
    let stored = file.as_ref().and_then(|path| std::fs::read(path).ok());
    let answers = stored.map_or_else(|| Ok(Answers::new()), |content| serde_json::from_slice(&content));
    let answers = answers.map_err(|error| Error::Template(format!("stored registries: {error}")))?;
    let registries = Registries { answers: Arc::new(Mutex::new(answers)), file, faults };
    Ok(Router::new()
        .route("/_local/registries/{registry}/{key}", get(look_up).post(set))
        .with_state(registries))
}

#[derive(Deserialize)]
struct Asked {
    year: Option<u16>,
}

impl Registries {
    fn answers(&self) -> MutexGuard<'_, Answers> {
        self.answers.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn look_up(
    State(registries): State<Registries>,
    Path((registry, key)): Path<(Registry, String)>,
    Query(Asked { year }): Query<Asked>,
) -> Response {
    let (delay, mode) = registries.faults.registry(registry);
    tokio::time::sleep(delay).await;
    match mode {
        RegistryMode::Up => {}
        RegistryMode::Down => return StatusCode::SERVICE_UNAVAILABLE.into_response(),
        RegistryMode::Garbage => return "<html>系统维护中</html>".into_response(),
    }
    let posted = registries.answers().get(&registry).and_then(|answers| answers.get(&key)).cloned();
    let answer = posted.or_else(|| everybody(registry, year));
    answer.map_or_else(|| StatusCode::NOT_FOUND.into_response(), |value| Json(value).into_response())
}

async fn set(
    State(registries): State<Registries>,
    Path((registry, key)): Path<(Registry, String)>,
    Json(answer): Json<Value>,
) -> StatusCode {
    let mut answers = registries.answers();
    answers.entry(registry).or_default().insert(key, answer);
    let Some(file) = &registries.file else { return StatusCode::NO_CONTENT };
    let written = serde_json::to_vec(&*answers).map_err(Into::into).and_then(|text| write_whole(file, &text));
    if written.is_ok() { StatusCode::NO_CONTENT } else { StatusCode::INTERNAL_SERVER_ERROR }
}

/// Returns the answer for a key of which nothing was posted. Everybody has passed the year's common course: without
/// it nobody who tries the product could submit.
fn everybody(registry: Registry, year: Option<u16>) -> Option<Value> {
    let year = year.filter(|_| registry == Registry::CommonCourses)?;
    let values = json!({ "passed_at": format!("{year}-07-01"), "certificate_no": format!("GX{year}-0001") });
    Some(json!({ "found": true, "values": values }))
}
