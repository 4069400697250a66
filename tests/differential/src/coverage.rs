//! Counts how often each problem occurred. Equal answers to applications without problems would prove nothing.

use domain::form::{Code, Problem};
use std::collections::BTreeMap;

/// Places every code there is: another one does not compile before it stands here too.
macro_rules! place {
    (reachable: [$($reachable:ident)*], unreachable: [$($unreachable:ident)*]) => {
        /// The problems that the applications of the packs together must run into.
        const REACHABLE: &[Code] = &[$(Code::$reachable),*];

        const _: fn(Code) = |code| match code {
            $(Code::$reachable)|* | $(Code::$unreachable)|* => {}
        };
    };
}

// `ESeniority` needs a batch that insists on years of service.
place! {
    reachable: [
        ERequired
        EMustBeTrue
        EFormat
        EDate
        WDate
        WMonthPrecision
        WUscCode
        ETooFewRows
        ETooManyRows
        EOverLimitReason
        WOverLimit
        EExactlyOne
        EDuplicate
        EScanMissing
        ETooManyScans
        EScanKind
        EScanDescription
        ECopyStamps
        ECopyReason
        WNotMarked
        WScanSmall
        WScanBlank
        WNoRed
        WSameScan
        ECommitteeMismatch
        ESpecialty
        EDualDirected
        WIdentityMismatch
        WDegree
        WMajor
        ENoTitleApplication
        ELevelSkip
        WLevelSkip
        WProofPath
        WOtherSeries
        WTitleBeforeGraduation
        WTitleLevel
        WSeniority
        ECommonCourse
        WCommonCourseUnknown
        EIndustryCe
        WCourseHours
        ESerialNumber
        ERank
        EOngoing
        WCareerGap
        WCareerOverlap
        WCareerNotToPresent
        ENotEligible
        EInsuranceMonths
        EInsuredPerson
        ESignedName
        ERedeclare
        ENotChecked
        ECheckFailed
        EPublicityBeforeTable
        EPublicityBeforeVersion
        WPublicityPostedBefore
        EPublicityTooShort
        EPublicityNotOver
        WPublicityRuns
        EPublicityConclusion
        EBeforePublicity
        WDuringPublicity
        ECalendarMissing
        EPanelTooSmall
        EDefenseAfter
        EGroupTooSmall
        EOneLeader
        EPresent
        EVotes
        EAppraisal
        EOwnReview
        ETrivialOpinion
        ESameOpinion
    ],
    unreachable: [ESeniority]
}

#[derive(Debug)]
pub struct Coverage(BTreeMap<Code, u64>);

impl Default for Coverage {
    fn default() -> Self {
        Self(REACHABLE.iter().map(|code| (*code, 0)).collect())
    }
}

impl Coverage {
    pub fn add(&mut self, problems: &[Problem]) {
        for problem in problems {
            *self.0.entry(problem.code()).or_default() += 1;
        }
    }

    /// Returns the counts, with 0 for what should have occurred and did not.
    pub fn counts(&self) -> impl Iterator<Item = (Code, u64)> {
        self.0.iter().map(|(code, n)| (*code, *n))
    }
}
