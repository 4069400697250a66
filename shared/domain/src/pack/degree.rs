//! Degrees that do not go with an education.

use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnlikelyDegree {
    /// Value of `education.degree`.
    pub degree: String,
    /// Values of `education.education_level` with which nobody obtains it.
    pub education: Vec<String>,
}
