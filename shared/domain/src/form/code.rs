//! The stable names of everything that can be wrong with a form.

use serde::{Deserialize, Serialize};

/// `E_…` stands in the way, `W_…` is advice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Code {
    ERequired,
    EMustBeTrue,
    EFormat,
    EDate,
    WDate,
    WMonthPrecision,
    WUscCode,
    ETooFewRows,
    ETooManyRows,
    EOverLimitReason,
    WOverLimit,
    EExactlyOne,
    EDuplicate,
    EFileMissing,
    ETooManyFiles,
    EFileKind,
    EFileDescription,
    ECopyStamps,
    ECopyReason,
    WNotMarked,
    ECommitteeMismatch,
    ESpecialty,
    EDualDirected,
    WIdentityMismatch,
    ENoTitleApplication,
    ELevelSkip,
    WLevelSkip,
    WOtherSeries,
    WTitleBeforeGraduation,
    ESeniority,
    WSeniority,
    ECommonCourse,
    WCommonCourseUnknown,
    EIndustryCe,
    WCourseHours,
    ESerialNumber,
    ERank,
    WOngoing,
    WCareerGap,
    WCareerOverlap,
    WCareerNotToPresent,
    ENotEligible,
    EInsuranceMonths,
    EInsuredPerson,
    ESignedName,
    ERedeclare,
    ENotChecked,
    ECheckFailed,
    EPublicityTooShort,
    EPublicityNotOver,
    EPublicityConclusion,
    ECalendarMissing,
    EPanelTooSmall,
    EDefenseAfter,
    EGroupTooSmall,
    EOneLeader,
    EPresent,
    EVotes,
    EAppraisal,
    ETrivialOpinion,
    ESameOpinion,
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.serialize(f)
    }
}
