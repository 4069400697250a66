//! Courses, papers, career, sanctions, insurance and the declaration, in English.

use super::values::months;
use crate::form::EvidenceFault;

pub(super) fn words(fault: &EvidenceFault) -> String {
    let fixed = match fault {
        EvidenceFault::ECommonCourse { .. } => {
            "Press “Look up”. If no pass is found, complete the common course and its examination first."
        }
        EvidenceFault::WCommonCourseUnknown => {
            "The service for the common course is not available. You may submit, and the employer will verify by hand; or press “Look up” again later."
        }
        EvidenceFault::EIndustryCe => {
            "Enter your industry continuing education, or tick that you have completed what is required."
        }
        EvidenceFault::WCourseHours { wanted, .. } => {
            return format!(
                "As a rule at least {wanted} class hours a year in the profession. Please check that all courses are entered."
            );
        }
        EvidenceFault::ESerialNumber => "Give the CN or ISSN number of the journal (see its copyright page).",
        EvidenceFault::EOngoing => {
            "The chosen criterion does not count a project that continues. Enter when it was completed, or choose another criterion."
        }
        EvidenceFault::WCareerGap { .. } => "There is a gap before this period. Please complete or check it.",
        EvidenceFault::WCareerOverlap { .. } => {
            "This period begins before the previous one ends. Please check."
        }
        EvidenceFault::WCareerNotToPresent => {
            "The history must reach the present: add the latest period, or choose “to present” as its end."
        }
        EvidenceFault::ENotEligible { .. } => {
            "You cannot apply while a demerit or heavier sanction is in force, nor while you are recorded in the integrity archive (Order No. 40). If this was entered by mistake, please correct it."
        }
        EvidenceFault::EInsuranceMonths { asked, count, missing, .. } => {
            let (asked, missing) = (months(asked), missing.join(", "));
            return format!(
                "{count} consecutive months before the month of the application are needed ({asked}). Missing: {missing}. Months that the register filled in change when you press “Look up” again."
            );
        }
        EvidenceFault::EInsuredPerson { .. } => {
            "The insured person must be the applicant. Check the proof of insurance."
        }
        EvidenceFault::ESignedName { .. } => "The signature must be the applicant’s name.",
        EvidenceFault::ERedeclare => {
            "Something was changed after the declaration. Check it, then tick and sign the declaration again."
        }
    };
    fixed.to_owned()
}
