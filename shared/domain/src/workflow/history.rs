//! The history of an application: every step of every round, with its reasons and answers.

use super::log::LogEntry;
use super::moves::{Action, By};
use super::returns::ReturnItem;
use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

/// A step that was taken, as everybody whom the application concerns may read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PastStep {
    pub at: DateTime<FixedOffset>,
    pub action: Action,
    pub by: By,
    /// The organisation only: reviewers' names stay inside.
    pub organisation: String,
    /// The number of the submission that the step was about, its own if it is one.
    pub version: u32,
    pub opinion: String,
    /// The basis of a refusal, one of the pack's.
    pub basis: String,
    /// The reasons of a return; of a correction the reasons that it answers, each with its answer.
    pub reasons: Vec<ReturnItem>,
}

/// Returns the steps of the log in their order. The timeline shows the last walk; this forgets none (§5.5).
pub fn history(log: &[LogEntry]) -> Vec<PastStep> {
    let past = |entry: &LogEntry| PastStep {
        at: entry.at,
        action: entry.action,
        by: entry.by,
        organisation: entry.organisation_name.clone(),
        version: entry.version,
        opinion: entry.opinion.clone(),
        basis: entry.basis.clone(),
        reasons: entry.reasons.clone(),
    };
    log.iter().map(past).collect()
}
