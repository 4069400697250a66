//! The reasons that an office chooses from when it returns an application.

use serde::{Deserialize, Serialize};

/// A kind of reason for a return (§5.5).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReturnCode {
    pub value: String,
    pub label: String,
    /// The sections that it is about; none: any.
    #[serde(default)]
    pub sections: Vec<String>,
}

impl ReturnCode {
    /// Returns true if it is about this section, rather than about any.
    pub fn is_about(&self, section: &str) -> bool {
        self.sections.iter().any(|about| about == section)
    }
}
