//! The title held now against the one applied for, in English.

use crate::form::TitleFault;
use crate::words::place::Place;

pub(super) fn words(fault: &TitleFault, at: &Place<'_>) -> String {
    let label = at.label();
    match fault {
        TitleFault::ENoTitleApplication { .. } => format!(
            "Answer “No” to “{label}”: qualified applicants for Assistant Engineer apply in the ordinary way, and a transfer evaluation rests on a title that is held."
        ),
        TitleFault::ELevelSkip { .. } => format!(
            "Titles are applied for level by level: a promotion needs the title one level below, a transfer evaluation one of the same level, and years of work without a title lead to the middle level only. Check “{label}”, or apply as an exception if you qualify."
        ),
        TitleFault::WLevelSkip => {
            "The current title and the one applied for do not follow level by level; the application is reviewed as an exception. Please check that section 10 says why."
                .to_owned()
        }
        TitleFault::WProofPath { .. } => format!(
            "As a rule applicants of private companies and social organisations prove it by their labour contract and social insurance, those of state employers by establishment or appointment. Please check “{label}”."
        ),
        TitleFault::WOtherSeries => {
            "The current title is of another series. As a rule the mode is then transfer evaluation or second title. Please check."
                .to_owned()
        }
        TitleFault::WTitleBeforeGraduation => {
            "The current title is earlier than the graduation on which the application rests. Please check."
                .to_owned()
        }
        TitleFault::WTitleLevel { .. } => {
            "The name of the current title and its level do not agree. Compare them with the certificate."
                .to_owned()
        }
        TitleFault::ESeniority { .. } | TitleFault::WSeniority { .. } => {
            "The years of service do not suffice, or the rules name none for this education and title. If you qualify, apply as an exception."
                .to_owned()
        }
    }
}
