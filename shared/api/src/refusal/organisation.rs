//! Refusals of registering an organisation, looking up a unit and setting a batch.

use super::answer::Answer;
use domain::batch::BatchFault;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum OrganisationRefusal {
    Name,
    UnknownSupervisor,
    /// The code, or the office of this place, is registered.
    Exists,
    /// The text is no unified social credit code.
    UscCode,
    /// The check character fails and nobody has confirmed the code.
    UscCheckCharacter,
    /// The query is too little to search a unit with.
    Query,
    /// The batch in the body is not the one of the path.
    OtherBatch,
    /// The batch is kept under the first version of its pack.
    RevisedPack {
        first: String,
    },
    Batch(BatchFault),
}

impl OrganisationRefusal {
    pub(super) fn answer(&self) -> Answer {
        match self {
            Self::Name => Answer::invalid("/name"),
            Self::UnknownSupervisor => Answer::invalid("/supervisor"),
            Self::Exists => Answer::conflict("E_ORGANISATION_EXISTS"),
            Self::UscCode => Answer::invalid("/usc_code"),
            Self::UscCheckCharacter => Answer::new(422, "E_USC_CODE"),
            Self::Query => Answer::invalid("/q"),
            Self::OtherBatch | Self::RevisedPack { .. } => Answer::invalid("/pack"),
            Self::Batch(BatchFault::DatesOutOfOrder | BatchFault::Calendar(_)) => {
                Answer::invalid("/personal_deadline")
            }
            Self::Batch(BatchFault::CorrectionsElsewhere) => Answer::invalid("/final_correction_deadline"),
            Self::Batch(BatchFault::NoTimeForPublicity(_)) => Answer::invalid("/unit_deadline"),
            Self::Batch(BatchFault::FeeMissing(_)) => Answer::invalid("/fees_fen"),
        }
    }
}
