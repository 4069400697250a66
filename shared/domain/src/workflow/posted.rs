//! The 公示表 that hangs out, and those that hung out before it.

use super::application::Application;
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

impl Application {
    /// Returns the table of this payload.
    ///
    /// What was printed of the same payload before is the same table, its version and its day with it: printing
    /// again is not posting again, and a change that is undone restores its posting. Anything else is the next
    /// version, generated today.
    pub fn table_of(&self, payload_hash: String, today: NaiveDate) -> PostedTable {
        let mut known = self.earlier_tables.iter().chain(&self.posted);
        let last = known.clone().map(|table| table.table_version).max().unwrap_or_default();
        let same = known.find(|table| table.payload_hash == payload_hash).cloned();
        same.unwrap_or(PostedTable { table_version: last + 1, payload_hash, generated_on: today })
    }

    /// Returns the application with this table posted; the one that hung out before it is kept.
    #[must_use]
    pub fn with_table(&self, table: PostedTable) -> Self {
        let mut earlier_tables = self.earlier_tables.clone();
        earlier_tables.extend(self.posted.clone());
        earlier_tables.retain(|earlier| *earlier != table);
        Self { posted: Some(table), earlier_tables, revision: self.revision + 1, ..self.clone() }
    }
}
