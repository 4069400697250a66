//! The unit's forms, in English.

use super::values::row;
use crate::form::{PresenceFault, UnitFault};
use crate::words::place::Place;

pub(super) fn words(fault: &UnitFault, at: &Place<'_>) -> String {
    let label = at.label();
    match fault {
        UnitFault::ENotChecked => format!("Check “{}” and enter the result.", row(at)),
        UnitFault::ECheckFailed => {
            format!("“{}” has a problem. Return the application for correction.", row(at))
        }
        UnitFault::EPublicityBeforeTable { generated } => format!(
            "The publicity table was generated on {generated}. The publicity cannot have begun before. Enter the day on which the table was put up."
        ),
        UnitFault::EPublicityBeforeVersion { submitted } => format!(
            "The version that was posted was submitted on {submitted}. The publicity cannot have begun before. Enter the day on which the table was put up."
        ),
        UnitFault::WPublicityPostedBefore { generated } => format!(
            "The employer says that the notice was put up before it was entered here; the table in the system was generated on {generated}. Compare dates and content with the scan of the sealed notice."
        ),
        UnitFault::EPublicityTooShort { min, .. } => format!(
            "The publicity must last at least {min} working days (weekends and public holidays do not count)."
        ),
        UnitFault::EPublicityNotOver { .. } | UnitFault::WPublicityRuns { .. } => {
            "The publicity is not over. Fill in its outcome after the last day.".to_owned()
        }
        UnitFault::EPublicityConclusion => {
            "The conclusion does not fit whether there was an objection. Please check both.".to_owned()
        }
        UnitFault::EBeforePublicity { end } => format!(
            "“{}” must be after the end of the publicity ({end}). After a change that was posted anew, the defence and the deliberation are held again and the recommendation is written again.",
            at.label()
        ),
        UnitFault::WDuringPublicity { end } => {
            format!("“{}” is within the publicity, which ends on {end}. Please check.", at.label())
        }
        UnitFault::ECalendarMissing { .. } => {
            "The public holidays of this year have not been published, so working days cannot be counted. Please contact the platform administrator."
                .to_owned()
        }
        UnitFault::EPanelTooSmall { min, found } => {
            format!("The defence panel needs at least {min} members; there are {found}.")
        }
        UnitFault::EDefenseAfter { .. } => {
            "The defence must take place before the deliberation. Please check dates and times.".to_owned()
        }
        UnitFault::EGroupTooSmall { min, found } => {
            format!("The recommendation panel needs at least {min} different members; there are {found}.")
        }
        UnitFault::EOneLeader { found } => {
            format!("The recommendation panel needs exactly one head; {found} are chosen.")
        }
        UnitFault::EPresent { why: PresenceFault::TooFew { min, found } } => {
            format!("At least {min} members must attend the deliberation; {found} attended.")
        }
        UnitFault::EPresent { why: PresenceFault::LeaderAbsent | PresenceFault::Count { .. } } => {
            "The members present must be those who are marked as attending, the leader among them.".to_owned()
        }
        UnitFault::EVotes { .. } => {
            "Votes for, against and abstentions must add up to the members present; a recommendation needs more than half."
                .to_owned()
        }
        UnitFault::EAppraisal => format!("Fill in the appraisal of {}.", row(at)),
        UnitFault::EOwnReview { .. } => format!(
            "“{label}”: this is the applicant’s name, and nobody reviews their own application. Enter somebody else. If it is another person of the same name, add the department after the name."
        ),
        UnitFault::ETrivialOpinion => format!(
            "“{label}” cannot simply say “recommended”. Please assess the applicant in detail."
        ),
        UnitFault::ESameOpinion => {
            format!("“{label}” says the same as another part. Please assess each on its own.")
        }
    }
}
