//! The place of a problem in a form.

use crate::ids::RowId;
use serde::{Deserialize, Serialize};

/// The place that a link takes the focus to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spot {
    pub section: String,
    pub group: Option<String>,
    pub row: Option<RowId>,
    pub field: Option<String>,
    pub slot: Option<String>,
}

impl Spot {
    pub fn section(section: &str) -> Self {
        Self { section: section.to_owned(), ..Self::default() }
    }

    pub fn field(section: &str, field: &str) -> Self {
        Self { field: Some(field.to_owned()), ..Self::section(section) }
    }

    pub fn group(section: &str, group: &str) -> Self {
        Self { group: Some(group.to_owned()), ..Self::section(section) }
    }

    pub fn in_row(&self, group: &str, row: &RowId) -> Self {
        Self { group: Some(group.to_owned()), row: Some(row.clone()), ..self.clone() }
    }

    /// Whether the other place is this one or inside it.
    pub fn holds(&self, other: &Self) -> bool {
        let fits = |own: &Option<String>, other: &Option<String>| own.is_none() || own == other;
        self.section == other.section
            && fits(&self.group, &other.group)
            && (self.row.is_none() || self.row == other.row)
            && fits(&self.field, &other.field)
            && fits(&self.slot, &other.slot)
    }

    /// The id of the element in the page, and the fragment of a link to it. It begins with the section: a page
    /// may show several.
    pub fn anchor(&self) -> String {
        let last = self.field.as_deref().or(self.slot.as_deref());
        let parts =
            [Some(self.section.as_str()), self.group.as_deref(), self.row.as_ref().map(RowId::as_str), last];
        parts.into_iter().flatten().collect::<Vec<_>>().join("--")
    }
}
