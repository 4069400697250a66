//! The faults that a form can have: a stable code each, and what it counts or names. `words` says them.

use super::Scan;
use crate::ids::ScanId;
use crate::pack::Severity;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Defines the faults by subject, and their codes. On the wire a fault is `{"code": "E_REQUIRED", "data": {…}}`.
macro_rules! faults {
    ($($(#[$about:meta])* $subject:ident($faults:ident) {
        $($(#[$doc:meta])* $fault:ident $({ $($part:ident: $kind:ty),* })?,)*
    })*) => {
        /// The stable name of a fault: `E_…` stands in the way, `W_…` is advice.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "SCREAMING_SNAKE_CASE")]
        pub enum Code {
            $($($fault,)*)*
        }

        /// One thing that is wrong with a form.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(untagged)]
        pub enum Fault {
            $($(#[$about])* $subject($faults),)*
        }

        impl Fault {
            pub fn code(&self) -> Code {
                match self {
                    $(Self::$subject(fault) => fault.code(),)*
                }
            }
        }

        $(
            $(#[$about])*
            #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
            #[serde(tag = "code", content = "data", rename_all = "SCREAMING_SNAKE_CASE")]
            pub enum $faults {
                $($(#[$doc])* $fault $({ $($part: $kind),* })?,)*
            }

            impl $faults {
                fn code(&self) -> Code {
                    match self {
                        $(Self::$fault { .. } => Code::$fault,)*
                    }
                }
            }

            impl From<$faults> for Fault {
                fn from(fault: $faults) -> Self {
                    Self::$subject(fault)
                }
            }
        )*
    };
}

faults! {
    /// A field or a list of rows of any section.
    Entry(EntryFault) {
        /// The months that the answer must cover, where it is one of months (R57).
        ERequired { covering: Option<MonthRange> },
        EMustBeTrue,
        EFormat { shape: Shape },
        EDate { limit: Limit },
        WDate { limit: Limit },
        /// A month that holds the bound may lie before or after it (domain.md §7, case 15).
        WMonthPrecision { limit: Limit },
        WUscCode,
        ETooFewRows { min: u32, found: u32 },
        ETooManyRows { max: u32, found: u32 },
        /// The group's id, as the place is the field for the reason.
        EOverLimitReason { group: String, max: u32 },
        WOverLimit { group: String, max: u32, found: u32 },
        /// The boolean field that is to be true in one row.
        EExactlyOne { field: String, found: u32 },
        EDuplicate { value: String },
        ERank { why: RankFault },
    }

    /// A scan, or one that is missing.
    Scan(ScanFault) {
        /// The slots of which one is enough; none where the slot of the place stands alone.
        EScanMissing { any_of: Vec<String>, covering: Option<MonthRange> },
        ETooManyScans { max: u32 },
        EScanKind { scan: NamedScan },
        EScanDescription { scan: NamedScan },
        ECopyStamps { scan: NamedScan },
        ECopyReason { scan: NamedScan },
        WNotMarked { scan: NamedScan },
        WScanSmall { scan: NamedScan, width: u32, height: u32 },
        WScanBlank { scan: NamedScan },
        WNoRed { scan: NamedScan },
        WSameScan { scan: NamedScan },
    }

    /// Committee, specialty, identity and education.
    Choice(ChoiceFault) {
        /// The id of the committee that takes the title in the industry.
        ECommitteeMismatch { committee: String },
        ESpecialty,
        EDualDirected,
        WIdentityMismatch,
        /// The values that contradict each other.
        WDegree { education: String, degree: String },
        WMajor { major: String },
    }

    /// The title held now against the one applied for.
    Title(TitleFault) {
        ENoTitleApplication { why: NoTitleFault },
        ELevelSkip { why: LevelSkip },
        WLevelSkip,
        WProofPath { usual: UsualProof },
        WOtherSeries,
        WTitleBeforeGraduation,
        WTitleLevel { name: String },
        /// None where the pack knows no way of serving that leads to the title.
        ESeniority { served: Option<Served> },
        WSeniority { served: Option<Served> },
    }

    /// Courses, papers, career, sanctions, insurance and the declaration.
    Evidence(EvidenceFault) {
        ECommonCourse { why: CourseFault },
        WCommonCourseUnknown,
        EIndustryCe,
        WCourseHours { wanted: u32, short: Vec<YearHours> },
        ESerialNumber,
        EOngoing,
        WCareerGap { organisation: String, months: u32 },
        WCareerOverlap { organisation: String },
        WCareerNotToPresent,
        ENotEligible { why: Ineligible },
        /// `count` is the number of months asked, `looked_up` whether a register gave those that there are.
        EInsuranceMonths { asked: MonthRange, count: u32, missing: Vec<String>, looked_up: bool },
        EInsuredPerson { why: InsuredFault },
        /// The applicant's name.
        ESignedName { name: String },
        ERedeclare,
    }

    /// The unit's check, publicity, defence, deliberation, appraisals and opinion.
    Unit(UnitFault) {
        ENotChecked,
        ECheckFailed,
        EPublicityBeforeTable { generated: NaiveDate },
        /// The paper was posted before it was entered; `submitted` is the day of the version that it shows.
        EPublicityBeforeVersion { submitted: NaiveDate },
        WPublicityPostedBefore { generated: NaiveDate },
        EPublicityTooShort { min: u32, found: u32, earliest: NaiveDate },
        EPublicityNotOver { end: NaiveDate },
        WPublicityRuns { end: NaiveDate },
        EPublicityConclusion,
        /// Panel, group and opinion speak of what hung out until the end of `end`.
        EBeforePublicity { end: NaiveDate },
        WDuringPublicity { end: NaiveDate },
        ECalendarMissing { year: i32 },
        EPanelTooSmall { min: u32, found: u32 },
        EDefenseAfter { defended: Moment, deliberated: Moment },
        EGroupTooSmall { min: u32, found: u32 },
        EOneLeader { found: u32 },
        EPresent { why: PresenceFault },
        EVotes { why: VotesFault },
        EAppraisal,
        EOwnReview { part: ReviewPart },
        ETrivialOpinion,
        ESameOpinion,
    }
}

impl Code {
    pub fn severity(self) -> Severity {
        if self.to_string().starts_with("W_") { Severity::Warning } else { Severity::Error }
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.serialize(f)
    }
}

impl Fault {
    /// The scan that the fault names.
    pub fn scan(&self) -> Option<&ScanId> {
        match self {
            Self::Scan(fault) => fault.scan().map(|scan| &scan.id),
            Self::Entry(_) | Self::Choice(_) | Self::Title(_) | Self::Evidence(_) | Self::Unit(_) => None,
        }
    }
}

impl ScanFault {
    fn scan(&self) -> Option<&NamedScan> {
        match self {
            Self::EScanKind { scan }
            | Self::EScanDescription { scan }
            | Self::ECopyStamps { scan }
            | Self::ECopyReason { scan }
            | Self::WNotMarked { scan }
            | Self::WScanSmall { scan, .. }
            | Self::WScanBlank { scan }
            | Self::WNoRed { scan }
            | Self::WSameScan { scan } => Some(scan),
            Self::EScanMissing { .. } | Self::ETooManyScans { .. } => None,
        }
    }
}

/// `n` with a width of its own: `usize` is another one in the browser.
pub(crate) fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// A scan and the name that its file had.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedScan {
    pub id: ScanId,
    pub name: String,
}

impl NamedScan {
    pub(crate) fn of(scan: &Scan) -> Self {
        Self { id: scan.id.clone(), name: scan.file_name.clone() }
    }
}

/// The first and the last month of a span, `2020-02`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthRange {
    pub first: String,
    pub last: String,
}

/// A day and a time as they were typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    pub date: String,
    pub time: String,
}

/// The class hours of one year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct YearHours {
    pub year: i32,
    pub hours: u32,
}

/// The years that the applicant has served, against the way of the pack that is nearest (Appendix D).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Served {
    /// The index in the pack's `seniority`.
    pub way: u32,
    pub since: NaiveDate,
    pub years: u32,
}

/// The way in which a text misses the shape of its field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    /// No text of the field's kind.
    Unlike,
    TooShort {
        min: u32,
        found: u32,
    },
    TooLong {
        max: u32,
        found: u32,
    },
    Below {
        min: i64,
    },
    Above {
        max: i64,
    },
}

/// The limit of the field that was passed, by its index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Limit {
    NotBefore(u32),
    NotAfter(u32),
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RankFault {
    /// The field that holds the total.
    AboveTotal { total: String },
    /// A sole or first author who does not stand first.
    Author,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoTitleFault {
    LowestTitle,
    Transfer,
}

/// The step between two titles that is no step of one level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LevelSkip {
    FirstTitle,
    WithoutTitle,
    Transfer,
    SecondTitle,
    Promotion,
}

/// The proof of having no title that people of the identity usually give.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UsualProof {
    LaborContract,
    Establishment,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CourseFault {
    NotFound,
    NotQueried,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ineligible {
    IntegrityRegister,
    Sanction,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InsuredFault {
    /// The applicant's name, which is not the one that is printed.
    Name {
        applicant: String,
    },
    IdTail,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PresenceFault {
    LeaderAbsent,
    /// Members were away, and those who came are fewer than the pack asks.
    TooFew {
        min: u32,
        found: u32,
    },
    /// The number given is not that of the members who attended.
    Count {
        attended: u32,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VotesFault {
    Sum { present: u32, cast: u32 },
    NoMajority { votes_for: u32 },
}

/// The part that nobody takes in the review of their own application.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReviewPart {
    DefensePanel,
    DeliberationGroup,
    Signer,
}
