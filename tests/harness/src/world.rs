//! A cloud of its own for one test, checked when the test is over.

use crate::ledger::{self, text};
use crate::people::Person;
use crate::{Applicant, City, LIUZHOU_2020, Reviewer, UnitClerk, cities, root, seed};
use api::organisations::AddOfficer;
use api::routes::Route;
use domain::identifiers::{IdNumber, is_mobile};
use domain::pack::Pack;
use domain::workflow::{State, UnitWork};
use local::{LocalCloud, Options};
use serde_json::Value;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};

pub struct World {
    pub cloud: LocalCloud,
    pub pack: Pack,
    expected_errors: RefCell<Vec<String>>,
    /// Organisations whose officer has set a password.
    entered: RefCell<BTreeSet<String>>,
}

/// Returns the items of a city that was founded through its API, once for all worlds of this process.
fn founded(city: &'static City) -> Arc<Vec<Value>> {
    static FOUNDED: Mutex<BTreeMap<&str, Arc<Vec<Value>>>> = Mutex::new(BTreeMap::new());
    let mut known = FOUNDED.lock().expect("founding a city succeeds");
    let found = || {
        let cloud = LocalCloud::start_blocking(options(city)).expect("the local cloud starts");
        seed::found(city, cloud.edge_url(), cloud.parameter("SetUpCode").unwrap_or_default());
        Arc::new(cloud.items(&cloud.table_names()[0]).expect("the table can be read"))
    };
    known.entry(city.pack).or_insert_with(found).clone()
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
        let cloud = LocalCloud::start_blocking(options(city)).expect("the local cloud starts");
        let founded = founded(city);
        cloud.put_items(&cloud.table_names()[0], &founded).expect("what was founded is taken over");
        let world = Self {
            cloud,
            pack: city.pack(),
            expected_errors: RefCell::default(),
            entered: RefCell::default(),
        };
        seed::open_batch(city, &world.reviewer(city.series_office().name));
        world
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
        let mut applicant = self.applicant(person);
        applicant.start();
        applicant
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

    /// RFC 3339.
    pub fn set_time(&self, time: &str) {
        self.cloud.set_clock(time.parse().expect("a time")).expect("the clock can be moved");
    }

    /// Returns the messages to this number, oldest first, with the digits of codes taken out.
    pub fn sms_to(&self, mobile: &str) -> Vec<String> {
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
        let table = self.cloud.table_names().first().cloned().unwrap_or_default();
        let items = self.cloud.items(&table).unwrap_or_default();
        found.extend(unsent(&items));
        found.extend(ledger::faults(&items));
        found
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

/// Eleven digits of a mobile number, with or without 86 in front, or eighteen characters of an ID number.
pub fn holds_a_personal_number(line: &str) -> bool {
    line.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| {
        let mobile = is_mobile(word.strip_prefix("86").filter(|rest| rest.len() == 11).unwrap_or(word));
        mobile || IdNumber::parse(word).is_ok()
    })
}

fn unsent(items: &[Value]) -> Vec<String> {
    let unsent = items.iter().filter(|item| !text(item, "unsent_pk").is_empty());
    unsent.map(|item| format!("not sent: {} ({})", text(item, "pk"), text(item, "state"))).collect()
}
