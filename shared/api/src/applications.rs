//! Bodies of `functions/applications` and `functions/sections`.

use chrono::{DateTime, FixedOffset, NaiveDate};
use domain::form::{Change, LeftOut, Problem, Scan, SectionData, Values};
use domain::ids::{ApplicationId, OrganisationId};
use domain::pack::{CommitteeChoice, FilledBy};
use domain::workflow::{Action, Application, PastStep, ProgressStep, State, Version};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct StartApplication {
    /// The pack's id.
    pub pack: String,
    pub unit: OrganisationId,
    pub choice: CommitteeChoice,
    /// The reason for the nearest specialty (R12).
    #[serde(default)]
    pub specialty_note: String,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ChooseCommittee {
    pub choice: CommitteeChoice,
    #[serde(default)]
    pub specialty_note: String,
    /// The revision of `basic_info`, which the choice rewrites.
    pub revision: u64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Started {
    pub application: ApplicationId,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct CopyEarlier {
    /// The earlier application; none: the one submitted last, else the one begun last.
    #[serde(default)]
    pub from: Option<ApplicationId>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Copied {
    pub from: ApplicationId,
    /// The sections that changed, as they are stored.
    pub sections: BTreeMap<String, StoredSection>,
    pub left_out: Vec<LeftOut>,
    /// Problems of copied values that are against a limit of this application.
    pub to_check: Vec<Problem>,
}

/// A section with the revision that the next save must name.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StoredSection {
    pub revision: u64,
    pub data: SectionData,
    pub saved_at: Option<DateTime<FixedOffset>>,
    /// Came with `data`; `None` when it was not sent by a form that has a name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mark: Option<Mark>,
}

/// A form on a screen, and how many edits it had seen when it sent its text. A page that opens with what this machine
/// kept of an earlier one sees by it that the server holds what that page typed last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// Random, made by the page.
    pub form: String,
    pub n_edits: u64,
}

impl Mark {
    /// The same form typed on.
    pub fn is_after(&self, other: &Self) -> bool {
        self.form == other.form && self.n_edits > other.n_edits
    }
}

/// One read for the form, the review page and the submit page. The browser judges it with the same rules.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ApplicationView {
    pub application: Application,
    pub sections: BTreeMap<String, StoredSection>,
    pub scans: Vec<Scan>,
    /// The last day for whoever holds the application, to its end.
    pub due: Option<NaiveDate>,
    /// The server's date in Asia/Shanghai.
    pub today: NaiveDate,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SaveSection {
    /// The revision that was read; 0 for the first save.
    pub revision: u64,
    pub data: SectionData,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mark: Option<Mark>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Saved {
    pub revision: u64,
    pub saved_at: DateTime<FixedOffset>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LookupState {
    Found,
    NotFound,
    ServiceDown,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LookedUp {
    pub state: LookupState,
    pub section: StoredSection,
    /// The texts typed by hand that the register contradicts, by field.
    #[serde(default, skip_serializing_if = "Values::is_empty")]
    pub replaced: Values,
}

/// `GET /api/applications`: the applicant's own, newest first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mine {
    pub applications: Vec<Summary>,
}

impl Mine {
    /// The one that stands in the way of another in the same cycle (X9).
    pub fn of_cycle(&self, year: i32) -> Option<&Summary> {
        self.applications.iter().find(|summary| summary.cycle_year == year && !summary.frees_cycle)
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    pub id: ApplicationId,
    pub pack: String,
    pub cycle_year: i32,
    pub applicant_name: String,
    pub unit_name: String,
    pub target_title: String,
    pub specialty: String,
    pub state: State,
    /// Does not stand in the way of another in the same cycle (X9).
    pub frees_cycle: bool,
    pub due: Option<NaiveDate>,
    /// The way out that the applicant has now.
    pub way_out: Option<Action>,
    /// The applicant has asked to withdraw and has no answer yet.
    pub asks_to_withdraw: bool,
    /// The version of the 公示表 that hangs out.
    pub table_version: Option<u32>,
    pub updated_at: DateTime<FixedOffset>,
}

impl Summary {
    pub fn of(application: &Application, due: Option<NaiveDate>) -> Self {
        Self {
            id: application.id.clone(),
            pack: application.pack.clone(),
            cycle_year: application.cycle_year,
            applicant_name: application.applicant_name.clone(),
            unit_name: application.unit_name.clone(),
            target_title: application.target_title.clone(),
            specialty: application.specialty.clone(),
            state: application.state,
            frees_cycle: application.frees_cycle(),
            due,
            way_out: application.way_out(),
            asks_to_withdraw: application.withdrawal.is_some(),
            table_version: application.posted.as_ref().map(|posted| posted.table_version),
            updated_at: application.updated_at,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Progress {
    pub summary: Summary,
    pub steps: Vec<ProgressStep>,
    /// Every step so far, of the rounds before the last return too.
    pub history: Vec<PastStep>,
    /// The fee to pay, once the series office has passed the application (R69).
    pub payment: Option<PaymentNotice>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PaymentNotice {
    pub amount_fen: u32,
    pub deadline: Option<NaiveDate>,
}

/// `GET …/versions`: the parts that the caller may read, each as often as it was handed on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Versions {
    /// In the order in which they came.
    pub versions: Vec<ChangedVersion>,
    /// The changes since the last version of the part that the caller is correcting.
    pub draft: Option<DraftChanges>,
}

/// A version, and what it changed in the one before it; the first changed nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChangedVersion {
    #[serde(flatten)]
    pub version: Version,
    /// It came after the last step of the officer's own organisation, which has not decided on it yet.
    pub is_new: bool,
    pub changes: Vec<Change>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DraftChanges {
    pub part: FilledBy,
    pub changes: Vec<Change>,
}
