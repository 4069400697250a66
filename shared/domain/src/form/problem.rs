//! One thing to mend: where, why, by which rule, and what to do.

use super::Code;
use crate::ids::RowId;
use crate::policy::Severity;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    pub code: Code,
    pub severity: Severity,
    pub spot: Spot,
    /// A Chinese sentence that names the field and says what to do.
    pub message: String,
    /// What the sentence counts or names, for one in another language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<Detail>,
    /// `R34`; the section's when its place has no rule of its own.
    pub rule: String,
    /// Where the rule is written, in the pack's words; empty when the rule is.
    #[serde(default)]
    pub source: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Detail {
    /// How many there are. A width of its own: `usize` is another one in the browser.
    Found(u32),
    /// The name of the file.
    File(String),
    /// The first and the last month that are asked, `2020-02`, and those that are missing where some are there.
    Months { first: String, last: String, missing: Vec<String> },
    /// Which of the field's `not_before` was passed, counted from 0.
    NotBefore(u32),
    /// Which of the field's `not_after` was passed, counted from 0.
    NotAfter(u32),
    /// The id of the committee that takes the title in the industry.
    Committee(String),
    /// The values that contradict each other.
    Degree { education: String, degree: String },
}

impl Detail {
    pub fn found(n: usize) -> Self {
        Self::Found(u32::try_from(n).unwrap_or(u32::MAX))
    }
}

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

    /// The id of the element in the page, and the fragment of a link to it. It begins with the section: a page
    /// may show several.
    pub fn anchor(&self) -> String {
        let last = self.field.as_deref().or(self.slot.as_deref());
        let parts =
            [Some(self.section.as_str()), self.group.as_deref(), self.row.as_ref().map(RowId::as_str), last];
        parts.into_iter().flatten().collect::<Vec<_>>().join("--")
    }
}

impl Problem {
    pub fn error(code: Code, spot: Spot, rule: &str, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: Severity::Error,
            spot,
            message: message.into(),
            detail: None,
            rule: rule.into(),
            source: String::new(),
        }
    }

    pub fn warning(code: Code, spot: Spot, rule: &str, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, spot, rule, message) }
    }

    #[must_use]
    pub fn with(self, detail: Detail) -> Self {
        Self { detail: Some(detail), ..self }
    }

    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}
