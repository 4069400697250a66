//! The 公示表 that hangs out.

use serde::{Deserialize, Serialize};

/// The 公示表 that was generated last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostedTable {
    pub table_version: u32,
    pub payload_hash: String,
}
