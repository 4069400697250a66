//! The versions of an application's two parts, as its log tells them (§5.5).

use super::log::LogEntry;
use super::moves::{Action, By};
use super::returns::ReturnItem;
use super::take_back::standing;
use crate::form::count;
use crate::pack::FilledBy;
use crate::stage::Stage;
use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

/// A part of the application as it was handed on once: the applicant's by submitting, the unit's by forwarding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    pub part: FilledBy,
    /// 1 for the first of its part.
    pub number: u32,
    pub at: DateTime<FixedOffset>,
    /// The last return between the version before and this one.
    pub after: Option<Round>,
    /// The reasons that were answered with it, each with its answer.
    pub answered: Vec<ReturnItem>,
}

/// The return that began a round of corrections.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Round {
    pub organisation: String,
    pub at: DateTime<FixedOffset>,
}

/// Returns the versions of both parts in the order in which they came.
pub fn versions(log: &[LogEntry]) -> Vec<Version> {
    let log = standing(log);
    let version = |(i, entry): (usize, &LogEntry)| {
        Some(version_of(log.get(..i)?, entry, handed_on(entry.action, entry.by)?))
    };
    log.iter().enumerate().filter_map(version).collect()
}

fn version_of(before: &[LogEntry], entry: &LogEntry, part: FilledBy) -> Version {
    let is_version = |earlier: &&LogEntry| handed_on(earlier.action, earlier.by) == Some(part);
    let n_earlier = before.iter().filter(is_version).count();
    let mut since = before.iter().rev().take_while(|earlier| !is_version(earlier));
    let is_return = |step: &&LogEntry| matches!(step.action, Action::Return | Action::ReturnToUnit);
    let after = since.find(is_return).filter(|_| n_earlier > 0);
    Version {
        part,
        number: count(n_earlier + 1),
        at: entry.at,
        after: after.map(|step| Round { organisation: step.organisation_name.clone(), at: step.at }),
        answered: entry.reasons.clone(),
    }
}

/// Returns the part that its filler hands on with this step; whoever reads it from then on reads it as it was.
pub(super) fn handed_on(action: Action, by: By) -> Option<FilledBy> {
    match (action, by) {
        (Action::Submit, _) => Some(FilledBy::Applicant),
        (Action::Forward | Action::Corrected, By::Stage(Stage::Unit)) => Some(FilledBy::Unit),
        _ => None,
    }
}
