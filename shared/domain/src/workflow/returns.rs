//! A return for correction: located reasons, a deadline, answers (§5.5).

use super::{Action, Stage};
use crate::form::Spot;
use crate::policy::FilledBy;
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

impl ReturnItem {
    /// So short a text explains nothing.
    pub const MIN_CHARS: usize = 5;

    pub fn is_explained(&self) -> bool {
        self.text.trim().chars().count() >= Self::MIN_CHARS
    }
}

impl Action {
    /// Whose forms a return is about: a place that its receiver cannot open helps nobody.
    pub fn returned_part(self) -> Option<FilledBy> {
        match self {
            Self::Return => Some(FilledBy::Applicant),
            Self::ReturnToUnit => Some(FilledBy::Unit),
            Self::Submit
            | Self::DeleteDraft
            | Self::StartPublicity
            | Self::FinishPublicity
            | Self::Forward
            | Self::Refuse
            | Self::Corrected
            | Self::Approve
            | Self::RecordPaid
            | Self::VerifyPayment
            | Self::Expire
            | Self::Withdraw => None,
        }
    }

    /// What an office decides without a reason at a place is explained in words; the unit's words are its forms.
    pub fn needs_opinion(self, stage: Stage) -> bool {
        match self {
            Self::Forward => stage != Stage::Unit,
            Self::Approve | Self::Refuse => true,
            Self::Return
            | Self::ReturnToUnit
            | Self::Submit
            | Self::DeleteDraft
            | Self::StartPublicity
            | Self::FinishPublicity
            | Self::Corrected
            | Self::RecordPaid
            | Self::VerifyPayment
            | Self::Expire
            | Self::Withdraw => false,
        }
    }
}

/// Whether an opinion says anything.
pub fn is_opinion(text: &str) -> bool {
    text.trim().chars().count() >= 2
}
