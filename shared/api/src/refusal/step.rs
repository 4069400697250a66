//! The status of each refused step.

use super::answer::Answer;
use domain::workflow::Refusal;

pub(super) fn answer(refusal: &Refusal) -> Answer {
    let status = match refusal {
        Refusal::Incomplete { .. }
        | Refusal::ReasonsMissing
        | Refusal::ReasonsElsewhere
        | Refusal::AnswersMissing
        | Refusal::OpinionMissing
        | Refusal::BasisMissing
        | Refusal::RefusalUnexplained { .. } => 422,
        Refusal::NotYours => 404,
        Refusal::NotPossible { .. }
        | Refusal::NotPublicised { .. }
        | Refusal::PublicityOutdated
        | Refusal::PlanChanged
        | Refusal::TableMissing
        | Refusal::NotRecommended
        | Refusal::UnitNotRecommended
        | Refusal::ObjectionUpheld
        | Refusal::FeeMissing
        | Refusal::Opened
        | Refusal::WithdrawalPending
        | Refusal::WithdrawalNotAsked
        | Refusal::StepStands { .. }
        | Refusal::TooLate { .. }
        | Refusal::NotLate { .. }
        | Refusal::NoTimeToCorrect { .. } => 409,
    };
    Answer::new(status, refusal.code())
}
