//! Bodies of `functions/applications` and `functions/sections`.

use chrono::{DateTime, FixedOffset, NaiveDate};
use domain::form::{LeftOut, Problem, Scan, SectionData, Values};
use domain::ids::{ApplicationId, OrganisationId};
use domain::pack::CommitteeChoice;
use domain::workflow::{Application, PastStep, ProgressStep, State};
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
}

/// One read for the form, the review page and the submit page. The browser judges it with the same rules.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ApplicationView {
    pub application: Application,
    pub sections: BTreeMap<String, StoredSection>,
    pub scans: Vec<Scan>,
    /// The server's date in Asia/Shanghai.
    pub today: NaiveDate,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SaveSection {
    /// The revision that was read; 0 for the first save.
    pub revision: u64,
    pub data: SectionData,
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
        self.applications.iter().find(|summary| summary.cycle_year == year && !summary.state.frees_cycle())
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
    pub due: Option<NaiveDate>,
    pub updated_at: DateTime<FixedOffset>,
}

impl Summary {
    pub fn of(application: &Application) -> Self {
        Self {
            id: application.id.clone(),
            pack: application.pack.clone(),
            cycle_year: application.cycle_year,
            applicant_name: application.applicant_name.clone(),
            unit_name: application.unit_name.clone(),
            target_title: application.target_title.clone(),
            specialty: application.specialty.clone(),
            state: application.state,
            due: application.due,
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
