//! Refusals of starting an application, choosing its committee, copying an earlier one and taking a step.

use super::answer::Answer;
use chrono::NaiveDate;
use domain::workflow::Stage;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ApplicationRefusal {
    UnknownUnit,
    /// The applicant has an application of this year.
    OneAYear,
    /// No batch of this year is set yet.
    NoBatch,
    OutsideBatch {
        from: NaiveDate,
        to: NaiveDate,
    },
    /// Committee and specialty stay as they were submitted.
    ChoiceFixed,
    TargetTitle,
    Industry,
    CommitteeMismatch {
        /// The pack's sentence that names the right committee.
        reason: String,
    },
    Specialty,
    /// Only a draft takes over an earlier application.
    NotDraft,
    NothingEarlier,
    /// The step was asked for on what is no longer the newest state.
    Overtaken,
    /// A form beside the button was changed elsewhere, and the page has not shown it yet.
    FormsOvertaken,
    /// The payment is verified on its own page.
    VerifiedElsewhere,
    OfficeMissing {
        stage: Stage,
    },
}

impl ApplicationRefusal {
    pub(super) fn answer(&self) -> Answer {
        match self {
            Self::UnknownUnit => Answer::invalid("/unit"),
            Self::OneAYear => Answer::conflict("E_ONE_APPLICATION"),
            Self::NoBatch | Self::OutsideBatch { .. } => Answer::conflict("E_BATCH_CLOSED"),
            Self::ChoiceFixed => Answer::conflict("E_NOT_EDITABLE"),
            Self::TargetTitle => Answer::invalid("/choice/target_title"),
            Self::Industry => Answer::invalid("/choice/industry"),
            Self::CommitteeMismatch { .. } => Answer::new(422, "E_COMMITTEE_MISMATCH"),
            Self::Specialty => Answer::invalid("/choice/specialty"),
            Self::NotDraft => Answer::conflict("E_NOT_DRAFT"),
            Self::NothingEarlier => Answer::new(404, "E_NOTHING_EARLIER"),
            Self::Overtaken => Answer::conflict("E_APPLICATION_MOVED"),
            Self::FormsOvertaken => Answer::conflict("E_FORMS_MOVED"),
            Self::VerifiedElsewhere => Answer::conflict("E_STEP_NOT_POSSIBLE"),
            Self::OfficeMissing { .. } => Answer::conflict("E_OFFICE_MISSING"),
        }
    }
}
