//! The 公示表 that hangs out.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A 公示表 that was generated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostedTable {
    pub table_version: u32,
    pub payload_hash: String,
    /// The day in Asia/Shanghai: what hangs out hangs out from this day at the earliest (R75).
    pub generated_on: NaiveDate,
}

impl PostedTable {
    /// The digits of the hash that every page of the table bears, by which paper and application are compared.
    pub fn verification_digits(&self) -> &str {
        self.payload_hash.get(..16).unwrap_or(&self.payload_hash)
    }
}
