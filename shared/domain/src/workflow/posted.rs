//! The 公示表 that hangs out.

use serde::{Deserialize, Serialize};

/// The 公示表 that was generated last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostedTable {
    pub table_version: u32,
    pub payload_hash: String,
}

impl PostedTable {
    /// The digits of the hash that every page of the table bears, by which paper and application are compared.
    pub fn verification_digits(&self) -> &str {
        self.payload_hash.get(..16).unwrap_or(&self.payload_hash)
    }
}
