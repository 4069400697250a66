//! The 公示表 that hangs out.

use crate::form::SectionData;
use crate::ids::ScanId;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A 公示表 that was generated.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostedTable {
    pub table_version: u32,
    pub payload_hash: String,
    /// The hash of what is printed from the unit's own forms: where and when it hangs, and the appraisals. Another
    /// plan is another sheet of the same posting.
    #[serde(default)]
    pub plan_hash: String,
    /// The 16 hexadecimal digits on the sheet by which anybody may ask whether it still holds.
    pub check_code: String,
    /// The day in Asia/Shanghai: what hangs out hangs out from this day at the earliest (R75).
    pub generated_on: NaiveDate,
    /// The day on which the version that it shows was submitted: paper that was posted before it was entered hung out
    /// from this day at the earliest.
    pub submitted_on: NaiveDate,
    /// The unit ended the posting before its time: no posting of this table counts any more.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub voided: bool,
    /// The unit's form of this publicity, kept from the day on which the application said something else or the
    /// posting was void; none while the form itself is of this publicity.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub set_aside: Option<SetAside>,
}

/// The unit's form of a publicity that does not hold at present, with its scans.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetAside {
    pub form: SectionData,
    /// They prove that publicity and no other.
    pub scans: Vec<ScanId>,
}

/// The answer to whoever asks whether a sheet holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SheetStanding {
    Valid,
    /// The application says something else, and no sheet shows that yet.
    Outdated,
    ReplacedBy(u32),
    /// The unit ended the posting before its time, and no other sheet hangs out yet.
    Voided,
}

impl PostedTable {
    /// Returns the check code as people read it: four groups of four. No group looks like an ID number.
    pub fn spaced_code(&self) -> String {
        let digits: Vec<char> = self.check_code.chars().collect();
        digits.chunks(4).map(String::from_iter).collect::<Vec<_>>().join(" ")
    }
}
