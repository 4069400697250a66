//! Committee, specialty, identity and education, in English.

use crate::form::ChoiceFault;
use crate::words::place::Place;

pub(super) fn words(fault: &ChoiceFault, at: &Place<'_>) -> String {
    match fault {
        ChoiceFault::ECommitteeMismatch { committee } => {
            let reason = at.pack.committee(committee).map(|committee| committee.reason.as_str());
            reason.unwrap_or("The committee does not take this title in this industry.").to_owned()
        }
        ChoiceFault::ESpecialty => {
            "The specialty is not in the committee’s list. If there is no exact one, choose the closest."
                .to_owned()
        }
        ChoiceFault::EDualDirected => {
            format!("Only applicants of certain counties may choose “{}”. Answer “No”.", at.label())
        }
        ChoiceFault::WIdentityMismatch => {
            "The nature of employment differs from the employer’s registered one. Check it by your employment relationship; the employer has to confirm it."
                .to_owned()
        }
        ChoiceFault::WDegree { education, degree } => {
            let level = at.chosen("education_level", education);
            let obtained = at.chosen("degree", degree);
            format!(
                "The education “{level}” and the degree “{obtained}” do not go together. Compare them with the certificates. A degree that was not obtained with this education belongs in an entry of its own."
            )
        }
        ChoiceFault::WMajor { .. } => {
            "The subject of the education that the application stands on seems far from the specialty applied for. Please check; go on if it is related."
                .to_owned()
        }
    }
}
