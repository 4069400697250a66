//! The answers that have been typed: text by section, group, row and field.

use crate::ids::{RowId, ScanId};
use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Field id → text. An absent field and an empty one are the same.
pub type Values = BTreeMap<String, String>;

/// One section as it is stored, one item a section.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SectionData {
    #[serde(default)]
    pub values: Values,
    /// Group id → rows in their order of importance.
    #[serde(default)]
    pub groups: BTreeMap<String, Vec<Row>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    pub id: RowId,
    #[serde(default)]
    pub values: Values,
}

/// Section id → its data.
pub type Answers = BTreeMap<String, SectionData>;

/// Whether the scan is of the original (R66, R67).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CopyKind {
    Original,
    StampedCopy { verification_stamp: bool, unit_seal: bool, no_original_reason: String },
}

/// The section, row and slot that a scan belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    pub section: String,
    pub row: Option<RowId>,
    pub slot: String,
}

/// The facts found in a scan when it arrived. A PDF has pages; a picture has the rest, as far as it was read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ScanFacts {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pages: Option<u32>,
    /// Pixels of the picture as it is seen: turned as the camera noted (R40).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub width: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub height: Option<u32>,
    /// Ten-thousandths of the picture that are white paper.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub white: Option<u16>,
    /// Ten-thousandths of the picture that are the red of a seal (R59).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub red: Option<u16>,
}

/// A scan that arrived and was confirmed. Objects are immutable; replacing and turning make new ones.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scan {
    pub id: ScanId,
    pub place: Place,
    pub file_name: String,
    pub media_type: String,
    pub bytes: u64,
    /// Lower-case hexadecimal.
    pub sha256: String,
    pub copy_kind: CopyKind,
    /// One of the slot's kinds (R53).
    #[serde(default)]
    pub kind: String,
    #[serde(default)]
    pub description: String,
    /// 已在论文标题处做好标记 (R41).
    #[serde(default)]
    pub marked: bool,
    /// Found by the server, not declared; empty for scans from before there was an inspection.
    #[serde(default)]
    pub facts: ScanFacts,
    /// Degrees clockwise, after the camera's own note: 0, 90, 180 or 270 (R40). None: as it arrived.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rotation: Option<u16>,
    pub uploaded_at: DateTime<FixedOffset>,
}

impl Scan {
    /// Returns the object's name in the bucket. A turned scan is another object; the original keeps its own id.
    pub fn object(&self) -> String {
        match self.rotation {
            None => self.id.to_string(),
            Some(degrees) => format!("{}-{degrees}", self.id),
        }
    }
}

impl SectionData {
    pub fn value(&self, field: &str) -> &str {
        self.values.get(field).map_or("", String::as_str)
    }

    pub fn rows(&self, group: &str) -> &[Row] {
        self.groups.get(group).map_or(&[], Vec::as_slice)
    }

    pub fn is_empty(&self) -> bool {
        self.values.values().all(String::is_empty) && self.groups.values().all(Vec::is_empty)
    }
}

impl Row {
    pub fn value(&self, field: &str) -> &str {
        self.values.get(field).map_or("", String::as_str)
    }
}
