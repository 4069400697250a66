//! A cloud of its own for one test, checked when the test is over.

use crate::ledger::{self, text};
use crate::people::Person;
use crate::reached::{self, Reached};
use crate::{Applicant, City, Client, LIUZHOU_2020, Reviewer, UnitClerk, cities, root, seed};
use api::organisations::AddOfficer;
use api::routes::Route;
use chrono::Duration;
use domain::identifiers::{IdNumber, is_mobile};
use domain::pack::Pack;
use domain::workflow::{Filling, State, UnitWork};
use local::{Fault, LocalCloud, Options};
use serde_json::Value;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::sync::Arc;

pub struct World {
    pub cloud: LocalCloud,
    pub pack: Pack,
    city: &'static City,
    expected_errors: RefCell<Vec<String>>,
    /// Organisations whose officer has set a password.
    entered: RefCell<BTreeSet<String>>,
}

/// A city founded through its API, with an open batch.
fn founded(city: &'static City) -> Arc<Reached> {
    reached::once((city.pack, String::new(), ""), || {
        let world = World::empty(city);
        seed::found(city, world.url(), world.cloud.parameter("SetUpCode").unwrap_or_default());
        seed::open_batch(city, &world.reviewer(city.series_office().name));
        world.left_by(None)
    })
}

fn options(city: &City) -> Options {
    let mut options = Options::new(root().join("infra/template.yaml"), root().join("target/debug"));
    options.clock = Some(city.first_morning.parse().expect("a time"));
    options
}

impl World {
    /// Organisations, officers and an open batch; nobody has applied.
    pub fn start() -> Self {
        Self::start_in(&LIUZHOU_2020)
    }

    pub fn start_in(city: &'static City) -> Self {
        let world = Self::empty(city);
        world.take_over(&founded(city));
        world
    }

    fn empty(city: &'static City) -> Self {
        Self {
            cloud: LocalCloud::start_blocking(options(city)).expect("the local cloud starts"),
            pack: city.pack(),
            city,
            expected_errors: RefCell::default(),
            entered: RefCell::default(),
        }
    }

    fn take_over(&self, reached: &Reached) {
        self.cloud.restore(&reached.cloud).expect("what another cloud held is taken over");
        self.entered.replace(reached.entered.clone());
    }

    /// The world at rest, after the walk of `applicant` or before anybody applies.
    fn left_by(&self, applicant: Option<&Applicant>) -> Reached {
        let applicant = applicant.map(|one| (one.client.cookie(), one.application.clone()));
        Reached {
            cloud: self.cloud.snapshot().expect("the cloud comes to rest"),
            entered: self.entered.borrow().clone(),
            applicant: applicant.unwrap_or_default(),
        }
    }

    /// The application of `person` in `state`, as the first world that walked there left it; a world in which
    /// anything has happened walks itself.
    pub(crate) fn reach(&self, state: State, person: &'static Person) -> Applicant {
        if City::of(person).pack != self.city.pack || !self.is_as_founded() {
            return self.walk_to(state, person);
        }
        let reached = reached::once((self.city.pack, format!("{person:?}"), state.name()), || {
            let world = Self::start_in(self.city);
            world.left_by(Some(&world.walk_to(state, person)))
        });
        self.take_over(&reached);
        reached.applicant(self.url(), person)
    }

    fn is_as_founded(&self) -> bool {
        let holds = self.cloud.holds_what(&founded(self.city).cloud);
        holds.expect("the table can be read")
    }

    pub fn url(&self) -> &str {
        self.cloud.edge_url()
    }

    /// Registered and signed in, with nothing started.
    pub fn applicant(&self, person: &'static Person) -> Applicant {
        Applicant::register(self.url(), person)
    }

    /// With an empty draft.
    pub fn started(&self, person: &'static Person) -> Applicant {
        self.at(State::Filling(Filling::Draft), person).applicant
    }

    /// With everything filled in and submitted.
    pub fn submitted(&self, person: &'static Person) -> Applicant {
        self.at(State::Unit(UnitWork::Review), person).applicant
    }

    pub fn unit_clerk(&self, person: &Person) -> UnitClerk {
        UnitClerk { officer: self.reviewer(person.unit) }
    }

    /// The officer of this organisation; the first time with a new password.
    pub fn reviewer(&self, organisation: &str) -> Reviewer {
        if self.entered.borrow_mut().insert(organisation.to_owned()) {
            let mobile = cities::organisation(organisation).officer_mobile;
            return Reviewer::set_first_password(self.url(), mobile);
        }
        Reviewer::sign_in(self.url(), organisation)
    }

    /// A second officer of the same organisation.
    pub fn colleague(&self, of: &Reviewer, mobile: &str) -> Reviewer {
        let officer = AddOfficer { name: "卢同审".into(), mobile: mobile.into() };
        let added =
            seed::administrator(self.url()).call_empty(Route::AddOfficer, &[&of.organisation()], &officer);
        added.expect("an officer can be added");
        Reviewer::set_first_password(self.url(), mobile)
    }

    /// Nine in the morning of this day in Beijing.
    pub fn set_date(&self, day: &str) {
        self.set_time(&format!("{day}T09:00:00+08:00"));
    }

    /// RFC 3339. Of the schedules only the one that sends what had to wait is run.
    pub fn set_time(&self, time: &str) {
        self.cloud.set_clock(time.parse().expect("a time")).expect("the clock can be moved");
        if self.items().iter().any(|item| is_unsent(item) && !self.waits(item)) {
            Client::new(self.url()).post_json("/_local/run/notices", &[], "{}");
        }
    }

    /// Every call of the table takes this much longer, or every write; 0 ends it.
    pub fn slow_table(&self, ms: u64, writes_only: bool) {
        self.cloud.inject(&Fault::DynamodbDelayMs { ms, writes_only }).expect("the fault is injected");
    }

    /// Returns the messages to this number, oldest first, with the digits of codes taken out. The clock goes on until
    /// none waits any more.
    pub fn sms_to(&self, mobile: &str) -> Vec<String> {
        if self.items().iter().any(|item| self.waits(item)) {
            let minutes = Duration::minutes(self.pack.batch.take_back_minutes.into());
            self.set_time(&(self.cloud.now() + minutes).to_rfc3339());
        }
        self.sms_sent(mobile)
    }

    /// The messages that have gone out to this number by now.
    pub fn sms_sent(&self, mobile: &str) -> Vec<String> {
        self.cloud.idle().expect("the stream catches up");
        let mine = self.cloud.messages().into_iter().filter(|message| message.phone.ends_with(mobile));
        mine.map(|message| without_code(&message.text)).collect()
    }

    /// A line that a function will log as an error, because the test makes it.
    pub fn expect_error(&self, part: &str) {
        self.expected_errors.borrow_mut().push(part.to_owned());
    }

    fn leftovers(&self) -> Vec<String> {
        let mut found = Vec::new();
        if let Err(error) = self.cloud.idle() {
            found.push(format!("the stream did not catch up: {error}"));
        }
        self.cloud.retire_functions();
        found.extend(self.bad_log_lines());
        let items = self.items();
        let unsent = items.iter().filter(|item| is_unsent(item) && !self.waits(item));
        found.extend(unsent.map(|item| format!("not sent: {} ({})", text(item, "pk"), text(item, "state"))));
        found.extend(ledger::faults(&items));
        found
    }

    fn items(&self) -> Vec<Value> {
        let table = self.cloud.table_names().first().cloned().unwrap_or_default();
        self.cloud.items(&table).unwrap_or_default()
    }

    /// Whether this is a message whose step can still be taken back.
    fn waits(&self, item: &Value) -> bool {
        is_unsent(item) && text(item, "unsent_sk") > self.cloud.now().to_rfc3339().as_str()
    }

    fn bad_log_lines(&self) -> Vec<String> {
        let expected = self.expected_errors.borrow();
        let lines = self.cloud.logs().into_iter().map(|line| line.line);
        let bad = |line: &String| {
            let is_error = line.contains("ERROR") && !expected.iter().any(|part| line.contains(part));
            is_error || holds_a_personal_number(line)
        };
        lines.filter(bad).map(|line| format!("logged: {line}")).collect()
    }
}

impl Drop for World {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            let leftovers = self.leftovers();
            assert!(leftovers.is_empty(), "the world was left untidy:\n{}", leftovers.join("\n"));
        }
    }
}

fn without_code(text: &str) -> String {
    match text.split_once("验证码") {
        Some((before, after)) => {
            let rest = after.trim_start_matches(|c: char| c.is_ascii_digit());
            format!("{before}验证码……{rest}")
        }
        None => text.to_owned(),
    }
}

fn is_unsent(item: &Value) -> bool {
    !text(item, "unsent_pk").is_empty()
}

/// Eleven digits of a mobile number, with or without 86 in front, or eighteen characters of an ID number.
pub fn holds_a_personal_number(line: &str) -> bool {
    line.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| {
        let mobile = is_mobile(word.strip_prefix("86").filter(|rest| rest.len() == 11).unwrap_or(word));
        mobile || IdNumber::parse(word).is_ok()
    })
}
