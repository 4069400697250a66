//! The log of an application: a chain of sealed entries.

use super::moves::{Action, By};
use super::returns::ReturnItem;
use super::state::State;
use crate::publicity;
use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};

/// One line of the log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogEntry {
    pub seq: u64,
    pub at: DateTime<FixedOffset>,
    pub action: Action,
    pub by: By,
    pub organisation_name: String,
    pub from: State,
    pub to: State,
    pub version: u32,
    pub opinion: String,
    /// The basis of a refusal, one of the pack's.
    #[serde(default)]
    pub basis: String,
    /// The last day that went by, of an application that expired.
    #[serde(default)]
    pub missed: Option<NaiveDate>,
    pub reasons: Vec<ReturnItem>,
    pub previous_hash: String,
    pub hash: String,
}

impl LogEntry {
    /// Sets the hash, which covers everything else, the previous hash included: a changed or missing line breaks the
    /// chain.
    pub(super) fn sealed(self) -> Self {
        let hash = self.expected_hash();
        Self { hash, ..self }
    }

    pub fn is_intact(&self) -> bool {
        self.hash == self.expected_hash()
    }

    fn expected_hash(&self) -> String {
        let unsealed = Self { hash: String::new(), ..self.clone() };
        publicity::sha256_hex(&serde_json::to_vec(&unsealed).unwrap_or_default())
    }
}
