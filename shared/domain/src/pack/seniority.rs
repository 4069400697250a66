//! Years of service before a title may be applied for (domain.md Appendix D).

use serde::{Deserialize, Serialize};

/// One way to have served long enough.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seniority {
    /// The title applied for.
    pub target: String,
    /// Values of `education.education_level` that it is meant for.
    pub education: Vec<String>,
    /// Values of `education.degree` that it is meant for; empty: any.
    #[serde(default)]
    pub degrees: Vec<String>,
    pub counted_from: CountedFrom,
    /// Value of `current_title.level` that must be held; empty: whatever is held, or nothing.
    #[serde(default)]
    pub level: String,
    /// Only for 无职称申报.
    #[serde(default)]
    pub without_title: bool,
    /// Full years (周年).
    pub years: u32,
    /// The text that the rule is taken from.
    pub source: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CountedFrom {
    Graduation,
    CurrentTitle,
}
