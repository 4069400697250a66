//! The head of an application: where it stands, as it is stored.

use super::posted::PostedTable;
use super::returns::OpenReturn;
use super::route::Station;
use super::state::{Filling, State};
use crate::form::{Case, Filing};
use crate::ids::{AccountId, ApplicationId, OrderId, OrganisationId};
use crate::stage::Stage;
use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};

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
    /// The day in Asia/Shanghai.
    #[serde(default)]
    pub first_submitted_on: Option<NaiveDate>,
    /// The batch's personal deadline as it was at the last step: T1 of a corrected application (§4.0). None before the
    /// first step: whoever may still submit is before it.
    #[serde(default)]
    pub material_deadline: Option<NaiveDate>,
    /// The batch's deadline of the formal review, as it was at the start or the last step.
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
    pub open_return: Option<OpenReturn>,
    pub order: Option<OrderId>,
    /// The last day for the person whose turn it is, to its end.
    pub due: Option<NaiveDate>,
    pub n_log: u64,
    /// The hash of the last log entry, in hexadecimal.
    pub log_hash: String,
    pub started_at: DateTime<FixedOffset>,
    pub updated_at: DateTime<FixedOffset>,
}

impl Application {
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

    /// A reviewer sees an application from the moment it has reached his stage (domain.md §2.2).
    pub fn is_visible_to(&self, organisation: &OrganisationId) -> bool {
        let reached = self.route.iter().take(self.reached + 1);
        self.version > 0 && reached.into_iter().any(|station| station.organisation == *organisation)
    }

    /// Returns the applicant's name for an SMS: 韦某.
    pub fn short_name(&self) -> String {
        self.applicant_name.chars().next().map_or_else(|| "申报人".into(), |surname| format!("{surname}某"))
    }

    /// Returns the table of this payload.
    ///
    /// A payload that was printed before keeps its table, with version and day: printing again is not posting
    /// again, and a change that is undone restores its posting. Any other is the next version, generated today.
    pub fn table_of(&self, payload_hash: String, today: NaiveDate) -> PostedTable {
        let mut known = self.earlier_tables.iter().chain(&self.posted);
        let last = known.clone().map(|table| table.table_version).max().unwrap_or_default();
        let same = known.find(|table| table.payload_hash == payload_hash).cloned();
        same.unwrap_or(PostedTable { table_version: last + 1, payload_hash, generated_on: today })
    }

    /// Returns the application with this table posted; the one that hung out before it is kept.
    #[must_use]
    pub fn with_table(&self, table: PostedTable) -> Self {
        let mut earlier_tables = self.earlier_tables.clone();
        earlier_tables.extend(self.posted.clone());
        earlier_tables.retain(|earlier| *earlier != table);
        Self { posted: Some(table), earlier_tables, revision: self.revision + 1, ..self.clone() }
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
            },
            ..self
        }
    }
}
