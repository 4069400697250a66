//! How often each problem occurred. Equal answers to applications without problems would prove nothing.

use domain::form::{Code, Problem};
use std::collections::BTreeMap;

/// What the applications of the packs together must run into. Not `ESeniority`: it needs a batch that insists on
/// years of service; nor `ENoTitleApplication`: it needs a pack that does not lock the field.
const REACHABLE: [Code; 67] = [
    Code::ERequired,
    Code::EMustBeTrue,
    Code::EFormat,
    Code::EDate,
    Code::WDate,
    Code::WMonthPrecision,
    Code::WUscCode,
    Code::ETooFewRows,
    Code::ETooManyRows,
    Code::EOverLimitReason,
    Code::WOverLimit,
    Code::EExactlyOne,
    Code::EDuplicate,
    Code::EFileMissing,
    Code::ETooManyFiles,
    Code::EFileKind,
    Code::EFileDescription,
    Code::ECopyStamps,
    Code::ECopyReason,
    Code::WNotMarked,
    Code::WScanSmall,
    Code::WScanBlank,
    Code::WNoRed,
    Code::WSameFile,
    Code::ECommitteeMismatch,
    Code::ESpecialty,
    Code::EDualDirected,
    Code::WIdentityMismatch,
    Code::WDegree,
    Code::ELevelSkip,
    Code::WLevelSkip,
    Code::WProofPath,
    Code::WOtherSeries,
    Code::WTitleBeforeGraduation,
    Code::WSeniority,
    Code::ECommonCourse,
    Code::WCommonCourseUnknown,
    Code::EIndustryCe,
    Code::WCourseHours,
    Code::ESerialNumber,
    Code::ERank,
    Code::EOngoing,
    Code::WCareerGap,
    Code::WCareerOverlap,
    Code::WCareerNotToPresent,
    Code::ENotEligible,
    Code::EInsuranceMonths,
    Code::EInsuredPerson,
    Code::ESignedName,
    Code::ERedeclare,
    Code::ENotChecked,
    Code::ECheckFailed,
    Code::EPublicityTooShort,
    Code::EPublicityNotOver,
    Code::WPublicityRuns,
    Code::EPublicityConclusion,
    Code::ECalendarMissing,
    Code::EPanelTooSmall,
    Code::EDefenseAfter,
    Code::EGroupTooSmall,
    Code::EOneLeader,
    Code::EPresent,
    Code::EVotes,
    Code::EAppraisal,
    Code::EOwnReview,
    Code::ETrivialOpinion,
    Code::ESameOpinion,
];

#[derive(Debug)]
pub struct Coverage(BTreeMap<Code, u64>);

impl Default for Coverage {
    fn default() -> Self {
        Self(REACHABLE.map(|code| (code, 0)).into())
    }
}

impl Coverage {
    pub fn add(&mut self, problems: &[Problem]) {
        for problem in problems {
            *self.0.entry(problem.code).or_default() += 1;
        }
    }

    /// With 0 for what should have occurred and did not.
    pub fn counts(&self) -> impl Iterator<Item = (Code, u64)> {
        self.0.iter().map(|(code, n)| (*code, *n))
    }
}
