//! The head of an application: where it stands, as it is stored.

use super::last_step::LastStep;
use super::log::LogEntry;
use super::moves::By;
use super::posted::{PostedTable, SheetStanding};
use super::returns::OpenReturn;
use super::route::Station;
use super::state::{Ending, Filling, State};
use crate::form::{Case, Filing};
use crate::ids::{AccountId, ApplicationId, OrderId, OrganisationId};
use crate::pack::FilledBy;
use crate::publicity::{payload, payload_hash, plan_hash, sha256_hex};
use crate::stage::Stage;
use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Application {
    pub id: ApplicationId,
    pub applicant: AccountId,
    pub applicant_name: String,
    pub unit: OrganisationId,
    pub unit_name: String,
    /// The pack it was started under.
    pub pack: String,
    pub cycle_year: i32,
    pub target_title: String,
    pub committee: String,
    pub specialty: String,
    pub state: State,
    /// Counts every write; a step names the revision that it saw.
    pub revision: u64,
    /// The number of the last submission; 0 before the first.
    pub version: u32,
    /// Counts the times that the unit has sent its forms on.
    #[serde(default)]
    pub unit_version: u32,
    /// The choice as it was submitted last; `target_title` and the others follow the draft that is corrected.
    #[serde(default)]
    pub submitted: Option<SubmittedChoice>,
    /// The day in Asia/Shanghai.
    #[serde(default)]
    pub first_submitted_on: Option<NaiveDate>,
    /// The day in Asia/Shanghai of the last submission.
    #[serde(default)]
    pub last_submitted_on: Option<NaiveDate>,
    /// The batch's personal deadline: T1 of a corrected application (§4.0). Whoever reads it takes it
    /// [from the batch](Self::under).
    #[serde(default)]
    pub material_deadline: Option<NaiveDate>,
    /// The batch's deadline of the formal review, taken from the batch likewise.
    #[serde(default)]
    pub review_deadline: Option<NaiveDate>,
    /// The way, frozen when first submitted but for offices that follow from the choice. Station 0: the unit.
    pub route: Vec<Station>,
    pub station: usize,
    /// The furthest station that the application has reached: who was before it may look at it.
    pub reached: usize,
    pub posted: Option<PostedTable>,
    /// The tables that another one has taken the place of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier_tables: Vec<PostedTable>,
    /// Section id → its digest as it was last submitted, by which a resubmission tells what changed.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub section_digests: BTreeMap<String, String>,
    pub open_return: Option<OpenReturn>,
    pub order: Option<OrderId>,
    /// Whether whoever holds it has looked at it since it came.
    #[serde(default)]
    pub opened: bool,
    /// The applicant's wish to withdraw, until it is answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawal: Option<Withdrawal>,
    /// The state in which it ended; none before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_in: Option<State>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_step: Option<LastStep>,
    /// The day in Asia/Shanghai on which it came to whoever holds it now: the applicant, the unit or an office.
    pub arrived_on: NaiveDate,
    pub n_log: u64,
    /// The hash of the last log entry, in hexadecimal.
    pub log_hash: String,
    pub started_at: DateTime<FixedOffset>,
    pub updated_at: DateTime<FixedOffset>,
}

/// The title, committee and specialty of a submission.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubmittedChoice {
    pub target_title: String,
    pub committee: String,
    pub specialty: String,
}

/// The applicant's wish to withdraw what somebody has begun to review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawal {
    pub asked_at: DateTime<FixedOffset>,
    pub why: String,
}

impl Application {
    /// Returns the application as everybody but the applicant reads it: with the choice that was submitted.
    #[must_use]
    pub fn as_submitted(&self) -> Self {
        let Some(SubmittedChoice { target_title, committee, specialty }) = self.submitted.clone() else {
            return self.clone();
        };
        Self { target_title, committee, specialty, ..self.clone() }
    }

    /// Returns the number of the last version of a part; 0 before the first.
    pub fn version_of(&self, part: FilledBy) -> u32 {
        match part {
            FilledBy::Applicant => self.version,
            FilledBy::Unit => self.unit_version,
        }
    }

    /// Counts a version of the part.
    pub(super) fn hand_on(&mut self, part: FilledBy) {
        match part {
            FilledBy::Applicant => {
                self.version += 1;
                self.submitted = Some(SubmittedChoice {
                    target_title: self.target_title.clone(),
                    committee: self.committee.clone(),
                    specialty: self.specialty.clone(),
                });
            }
            FilledBy::Unit => self.unit_version += 1,
        }
    }

    pub fn current_station(&self) -> Option<&Station> {
        self.route.get(self.station)
    }

    /// Returns the organisation whose queue holds the application.
    pub fn waits_for(&self) -> Option<&OrganisationId> {
        match self.state.stage()? {
            Stage::Unit => Some(&self.unit),
            Stage::Office(_) => self.current_station().map(|station| &station.organisation),
        }
    }

    /// Returns the name of the organisation that takes a step now; empty where it is none. The unit corrects while the
    /// station is the office that asked.
    pub(super) fn organisation_of(&self, by: By) -> String {
        match by {
            By::Stage(Stage::Unit) => self.unit_name.clone(),
            By::Stage(Stage::Office(_)) => {
                self.current_station().map(|station| station.name.clone()).unwrap_or_default()
            }
            By::Applicant | By::Gateway | By::Clock => String::new(),
        }
    }

    /// Seals an entry as the last one of the log.
    pub(super) fn write_down(&mut self, entry: LogEntry) -> LogEntry {
        let entry = entry.sealed();
        self.n_log = entry.seq;
        self.log_hash.clone_from(&entry.hash);
        entry
    }

    /// A reviewer sees an application from the moment it has reached his stage (domain.md §2.2); the series office,
    /// which may reopen it, also one that ended before.
    pub fn is_visible_to(&self, organisation: &OrganisationId) -> bool {
        let reopening = self.route.last().filter(|_| self.state.can_be_reopened());
        let reached = self.route.iter().take(self.reached + 1).chain(reopening);
        self.version > 0 && reached.into_iter().any(|station| station.organisation == *organisation)
    }

    /// Whether the applicant may start another application in the same cycle (X9). Refused and expired are final
    /// in it (§5.1); a draft that expired before anybody had it is begun again once the batch is extended.
    pub fn frees_cycle(&self) -> bool {
        match self.state {
            State::Over(Ending::Withdrawn) => true,
            State::Over(Ending::Expired) => self.version == 0,
            State::Over(Ending::Refused | Ending::Verified)
            | State::Filling(_)
            | State::Unit(_)
            | State::Office(_)
            | State::Payment(_) => false,
        }
    }

    /// Returns the applicant's name for an SMS: 韦某.
    pub fn short_name(&self) -> String {
        self.applicant_name.chars().next().map_or_else(|| "申报人".into(), |surname| format!("{surname}某"))
    }

    /// Returns the table of what the application and the unit's forms say.
    ///
    /// A payload that was printed before keeps its table, with version and day: printing again is not posting
    /// again, and a change that is undone restores its posting. Any other, and one whose posting was void, is the next
    /// version, generated today.
    pub fn table_of(&self, case: &Case<'_>) -> PostedTable {
        let (payload_hash, plan_hash) = (payload_hash(&payload(case)), plan_hash(case));
        let last = self.tables().map(|table| table.table_version).max().unwrap_or_default();
        let same = self.tables().find(|table| table.payload_hash == payload_hash && !table.voided);
        let table = same.cloned().unwrap_or_else(|| {
            let table_version = last + 1;
            let of = format!("{}/{table_version}/{payload_hash}", self.id);
            let check_code = sha256_hex(of.as_bytes()).chars().take(16).collect();
            PostedTable {
                table_version,
                payload_hash,
                check_code,
                generated_on: case.today,
                submitted_on: self.last_submitted_on.unwrap_or(case.today),
                ..PostedTable::default()
            }
        });
        PostedTable { plan_hash, ..table }
    }

    /// Every table that was generated: the earlier ones, then the one that hangs out.
    pub fn tables(&self) -> impl Iterator<Item = &PostedTable> {
        self.earlier_tables.iter().chain(&self.posted)
    }

    /// Returns the table whose publicity the unit's form is of: neither void, nor of something else than what is
    /// applied for.
    pub fn hanging(&self) -> Option<&PostedTable> {
        self.posted.as_ref().filter(|posted| posted.set_aside.is_none())
    }

    /// Returns the application with this table posted; the one that hung out before it is kept.
    #[must_use]
    pub fn with_table(&self, table: PostedTable) -> Self {
        let mut application = Self { revision: self.revision + 1, ..self.clone() };
        application.post(table);
        application
    }

    pub(super) fn post(&mut self, table: PostedTable) {
        self.earlier_tables.extend(self.posted.take());
        self.earlier_tables.retain(|earlier| earlier.table_version != table.table_version);
        self.posted = Some(table);
    }

    /// Tells whether the sheet of this version holds. None: there is no such sheet.
    pub fn standing_of(&self, table_version: u32) -> Option<SheetStanding> {
        let posted = self.posted.as_ref()?;
        self.tables().find(|table| table.table_version == table_version)?;
        Some(match &posted.set_aside {
            _ if posted.table_version != table_version => SheetStanding::ReplacedBy(posted.table_version),
            Some(_) if posted.voided => SheetStanding::Voided,
            Some(_) => SheetStanding::Outdated,
            None => SheetStanding::Valid,
        })
    }
}

impl<'a> Case<'a> {
    /// Returns the case with the history of `application`.
    pub fn of(self, application: &'a Application) -> Self {
        let to_fix = match (&application.open_return, application.state) {
            (Some(open), State::Filling(Filling::Returned)) => open.items.as_slice(),
            (Some(_) | None, _) => &[],
        };
        let Application { first_submitted_on, material_deadline, review_deadline, .. } = *application;
        Self {
            filing: Filing {
                first_submitted_on,
                material_deadline,
                review_deadline,
                to_fix,
                posted: application.posted.as_ref(),
                earlier_tables: &application.earlier_tables,
            },
            ..self
        }
    }
}
