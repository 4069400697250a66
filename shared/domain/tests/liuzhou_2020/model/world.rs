//! One state of the model: the application as `decide` left it, its answers, the day, and what really happened.

use super::setting::{DAYS, Setting};
use crate::process::application;
use crate::scene::{day, state};
use chrono::{DateTime, FixedOffset, NaiveDate};
use domain::form::{Answers, SectionData};
use domain::publicity::{OUTCOME, faults_of_sheet, payload, payload_hash};
use domain::workflow::{
    Action, Application, By, Circumstances, PostedTable, Refusal, SetAside, Stage, State, Step, UnitWork,
    decide,
};
use serde::Serialize;
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hasher};
use std::io::{self, Write};

/// The forms of the meeting and of the opinion after it.
pub(super) const MEETING: [&str; 3] = ["defense", "deliberation", "unit_recommendation"];

/// The forms that whoever takes a step of the unit fills in before it.
const RETYPED: [&str; 4] = ["unit_check", MEETING[0], MEETING[1], MEETING[2]];

#[derive(Clone, Serialize)]
pub(super) struct World {
    pub(super) application: Application,
    pub(super) answers: Answers,
    pub(super) today: NaiveDate,
    pub(super) seen: Seen,
}

/// The history as a bystander keeps it, who knows nothing of the system's own books.
#[derive(Clone, Default, Serialize)]
pub(super) struct Seen {
    /// The printed words → the day on which a sheet with them was printed first.
    pub(super) printed: BTreeMap<String, NaiveDate>,
    /// The printed words of the last submission.
    pub(super) submitted: String,
    /// The offices that have passed the application since, in order.
    pub(super) passed: Vec<Stage>,
    pub(super) n_orders: u32,
    /// All this before the step that can still be taken back.
    undo: Option<Box<Seen>>,
}

impl World {
    /// A draft on the first day.
    pub(super) fn first(setting: &Setting) -> Self {
        let draft = Application {
            version: 0,
            opened: true,
            route: Vec::new(),
            target_title: setting.basic_info.value("target_title").to_owned(),
            ..application(state("Draft"))
        };
        let mut answers = Answers::from([("basic_info".to_owned(), setting.basic_info.clone())]);
        for id in ["publicity", "appraisals"] {
            answers.insert(id.to_owned(), setting.forms[id].clone());
        }
        let (application, today) = (draft.under(&setting.batch), day(DAYS[0]));
        let mut first = Self { application, answers, today, seen: Seen::default() };
        let dated = ["start_date", "end_date"].into_iter().chain(OUTCOME);
        for field in dated {
            first.form("publicity").values.remove(field);
        }
        first.settled(setting)
    }

    pub(super) fn form(&mut self, section: &str) -> &mut SectionData {
        self.answers.entry(section.to_owned()).or_default()
    }

    pub(super) fn set(&mut self, section: &str, field: &str, value: impl Into<String>) {
        self.form(section).values.insert(field.to_owned(), value.into());
    }

    pub(super) fn said(&self, setting: &Setting) -> &str {
        self.answers["basic_info"].value(setting.printed.0)
    }

    pub(super) fn on_the_next_day(&self, setting: &Setting) -> Option<Self> {
        let today = DAYS.into_iter().map(day).find(|day| *day > self.today)?;
        Some(Self { today, ..self.clone() }.settled(setting))
    }

    /// The unit prints the sheet, as `functions/publicity` does; none if that is refused.
    pub(super) fn with_sheet(&self, setting: &Setting) -> Option<Self> {
        let case = setting.case(&self.answers, self.today).of(&self.application);
        let table = self.application.table_of(&case);
        if !faults_of_sheet(&case, &table).is_empty() {
            return None;
        }
        let mut next = Self { application: self.application.with_table(table), ..self.clone() };
        next.seen.printed.entry(self.said(setting).to_owned()).or_insert(self.today);
        Some(next.settled(setting))
    }

    pub(super) fn after(&self, setting: &Setting, step: &Step, by: By) -> Result<Self, Refusal> {
        let case = setting.case(&self.answers, self.today).of(&self.application);
        let now = self.now();
        let route = setting.route(&self.answers);
        let at = Circumstances { case, batch: &setting.batch, route: &route, now };
        let decision = decide(&self.application, step, by, &at)?;
        let mut next = Self { application: decision.application, ..self.clone() };
        next.answers.extend(decision.unit_forms);
        next.seen.n_orders += u32::from(decision.order_fen.is_some());
        if next.application.last_step.is_some() {
            next.seen.undo = Some(Box::new(Seen { undo: None, ..self.seen.clone() }));
        }
        match (step.action, by) {
            (Action::TakeBack, _) => next.seen = next.seen.undo.map(|undo| *undo).unwrap_or_default(),
            (Action::Submit, _) => {
                next.seen.submitted = self.said(setting).to_owned();
                next.seen.passed.clear();
            }
            (Action::VoidPublicity, _) => {
                next.seen.printed.remove(self.said(setting));
            }
            (Action::Forward | Action::Approve, By::Stage(office @ Stage::Office(_))) => {
                next.seen.passed.push(office);
            }
            _ => {}
        }
        Ok(next.settled(setting))
    }

    pub(super) fn opened(&self, setting: &Setting) -> Self {
        let mut next = self.clone();
        next.application.opened = true;
        next.settled(setting)
    }

    fn now(&self) -> DateTime<FixedOffset> {
        self.today.and_hms_opt(2, 0, 0).unwrap().and_utc().fixed_offset()
    }

    /// Forgets what decides nothing, so that the walks meet again. What can be taken back is not forgotten.
    fn settled(mut self, setting: &Setting) -> Self {
        if self.application.revocable(self.now()).is_none() {
            (self.application.last_step, self.seen.undo) = (None, None);
        } else {
            self.forget_counts(setting);
            return self;
        }
        let state = self.application.state;
        if state.moves().is_empty() {
            let n_orders = self.seen.n_orders;
            self = Self::first(setting);
            (self.application.state, self.seen.n_orders) = (state, n_orders);
        }
        self.forget_counts(setting);
        match self.application.ended_in.unwrap_or(state) {
            State::Filling(_) => {
                self.forget_forms();
                self.forget_outcome();
                self.seen.passed.clear();
            }
            State::Unit(UnitWork::Review | UnitWork::Publicity) => {
                self.forget_forms();
                self.forget_outcome();
            }
            State::Unit(UnitWork::Recommend | UnitWork::Correcting) => self.forget_forms(),
            State::Office(_) | State::Payment(_) | State::Over(_) => {}
        }
        self
    }

    /// Levels numbers that only grow, facts that are for reading, and the days that lead to the same last day.
    fn forget_counts(&mut self, setting: &Setting) {
        let application = &mut self.application;
        let began = application.started_at;
        (application.revision, application.n_log, application.updated_at) = (0, 0, began);
        application.version = application.version.min(2);
        application.unit_version = application.unit_version.min(1);
        application.log_hash.clear();
        application.withdrawal.iter_mut().for_each(|asked| asked.asked_at = began);
        application.section_digests.clear();
        level_tables(application);
        application.reached = application.station;
        // Nobody here enters paper that hung before it was printed.
        let tables = application.earlier_tables.iter_mut().chain(&mut application.posted);
        let of_tables = tables.map(|table| &mut table.submitted_on);
        let own = [&mut application.first_submitted_on, &mut application.last_submitted_on];
        of_tables.chain(own.into_iter().flatten()).for_each(|submitted| *submitted = day(DAYS[0]));
        let arrived_on = application.arrived_on;
        let due = application.due(&setting.pack, &setting.batch);
        let same = DAYS.map(day).into_iter().find(|day| {
            application.arrived_on = *day;
            application.due(&setting.pack, &setting.batch) == due
        });
        application.arrived_on = same.unwrap_or(arrived_on);
    }

    /// Removes what each step of the unit fills in anew, and what is not printed.
    fn forget_forms(&mut self) {
        self.answers.retain(|section, _| !RETYPED.contains(&section.as_str()));
        self.form("basic_info").values.remove("admin_post");
    }

    /// Removes what is entered anew with the end of the publicity.
    fn forget_outcome(&mut self) {
        let aside = self.application.earlier_tables.iter_mut().chain(&mut self.application.posted);
        let aside = aside.filter_map(|table| table.set_aside.as_mut()).map(|aside| &mut aside.form);
        let form = self.answers.get_mut("publicity");
        for form in aside.chain(form) {
            form.values.retain(|field, _| !OUTCOME.contains(&field.as_str()));
        }
    }

    pub(super) fn sheet_hangs(&self, setting: &Setting) -> bool {
        let case = setting.case(&self.answers, self.today);
        let hash = payload_hash(&payload(&case));
        let posted = self.application.posted.as_ref();
        posted.is_some_and(|posted| posted.payload_hash == hash && !posted.voided)
    }

    pub(super) fn key(&self) -> u64 {
        let mut hasher = Hashing(DefaultHasher::new());
        serde_json::to_writer(&mut hasher, self).unwrap();
        hasher.0.finish()
    }
}

/// A posting that was void never comes back, and of the numbers only the order says something where the group meets
/// anew each time.
fn level_tables(application: &mut Application) {
    application.earlier_tables.retain(|table| !table.voided);
    if let Some(void) = application.posted.as_mut().filter(|table| table.voided) {
        let PostedTable { table_version, ref payload_hash, .. } = *void;
        let (payload_hash, set_aside) = (payload_hash.clone(), Some(SetAside::default()));
        *void =
            PostedTable { table_version, payload_hash, voided: true, set_aside, ..PostedTable::default() };
    }
    let tables = || application.earlier_tables.iter().chain(&application.posted);
    let mut known: Vec<u32> = tables().map(|table| table.table_version).collect();
    known.sort_unstable();
    let numbers: BTreeMap<u32, u32> = known.into_iter().zip(1..).collect();
    for table in application.earlier_tables.iter_mut().chain(&mut application.posted) {
        table.table_version = numbers[&table.table_version];
        // It is made of the number, and asked by nobody here.
        table.check_code.clear();
    }
}

/// The state itself is too long to be kept as a key.
struct Hashing(DefaultHasher);

impl Write for Hashing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
