//! A return for correction: located reasons, a deadline, answers (§5.5).

use super::Stage;
use crate::form::Spot;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One thing to correct. Free text without a place and a code is not allowed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReturnItem {
    pub spot: Spot,
    /// Of the pack's `return_codes`: `A02 模糊/缺角`.
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
    /// End of this day, Asia/Shanghai.
    pub deadline: NaiveDate,
}
