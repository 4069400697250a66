//! The output of the functions, and the address that lists it.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::State;
use axum::routing::get;
use axum::{Json, Router};
use serde::Serialize;

/// Older lines are forgotten.
const KEPT_LINES: usize = 20_000;

/// One line a function wrote to its output.
#[derive(Clone, Debug, Serialize, PartialEq, Eq)]
pub struct LogLine {
    /// Short name: the last folder of `CodeUri`.
    pub function: String,
    pub line: String,
}

#[derive(Clone)]
pub(crate) struct Logs {
    lines: Arc<Mutex<VecDeque<LogLine>>>,
    prints: bool,
}

impl Logs {
    pub(crate) fn new(prints: bool) -> Self {
        Self { lines: Arc::default(), prints }
    }

    pub(crate) fn push(&self, function: &str, line: String) {
        if self.prints {
            eprintln!("{function:>13} | {line}");
        }
        let mut lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
        if lines.len() == KEPT_LINES {
            lines.pop_front();
        }
        lines.push_back(LogLine { function: function.to_owned(), line });
    }

    pub(crate) fn all(&self) -> Vec<LogLine> {
        self.lines.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }
}

pub(crate) fn routes(logs: Logs) -> Router {
    Router::new().route("/_local/logs", get(show)).with_state(logs)
}

async fn show(State(logs): State<Logs>) -> Json<Vec<LogLine>> {
    Json(logs.all())
}
