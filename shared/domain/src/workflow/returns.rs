//! A return for correction: located reasons, a deadline, answers (§5.5).

use crate::form::Spot;
use crate::stage::Stage;
use serde::{Deserialize, Serialize};

/// The fewest characters with which an opinion says something.
pub(super) const MIN_OPINION_CHARS: usize = 2;

/// One thing to correct. Free text without a place and a code is not allowed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReturnItem {
    pub spot: Spot,
    /// One of the pack's `return_codes`: `A02 模糊/缺角`.
    pub code: String,
    pub text: String,
    #[serde(default)]
    pub answer: String,
}

/// The return that the applicant or the unit is working on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenReturn {
    pub stage: Stage,
    pub organisation_name: String,
    pub items: Vec<ReturnItem>,
}

impl ReturnItem {
    /// The fewest characters with which a text explains something.
    pub const MIN_CHARS: usize = 5;

    pub fn is_explained(&self) -> bool {
        says_enough(&self.text, Self::MIN_CHARS)
    }
}

/// Returns whether the text has at least this many characters, blanks around it aside.
pub fn says_enough(text: &str, min_chars: usize) -> bool {
    text.trim().chars().count() >= min_chars
}
