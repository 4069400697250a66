//! Organisations, officers in every role and, for trying, applications in several states.

use crate::client::Client;
use crate::people::Organisation;
use crate::walk::{Walk, set_clock};
use crate::{Applicant, City, LIUZHOU_2020, P1, P2, P4, P6, PASSWORD, Reviewer, pack, registers};
use api::accounts::{Session, SetUp, SignIn};
use api::organisations::{AddOfficer, AddOrganisation};
use api::routes::Route;
use domain::batch::Batch;
use domain::ids::OrganisationId;
use domain::words::chinese;
use domain::workflow::{Payment, State, UnitWork};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

const ADMIN_MOBILE: &str = "13900000000";

/// An account to sign in to.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SeededAccount {
    pub role: String,
    pub organisation: String,
    pub name: String,
    pub login: String,
    pub password: String,
    pub note: String,
}

/// Everything that a new deployment of Liuzhou needs, through its own API.
pub fn seed(base_url: &str, set_up_code: &str, with_applications: bool) -> Vec<SeededAccount> {
    let city = &LIUZHOU_2020;
    found(city, base_url, set_up_code);
    let mut accounts = vec![account("平台管理员", "", "平台管理员", ADMIN_MOBILE, "")];
    for Organisation { stage, name, officer, officer_mobile, .. } in city.organisations.iter() {
        Reviewer::set_first_password(base_url, officer_mobile);
        accounts.push(account(chinese::stage(*stage), name, officer, officer_mobile, ""));
    }
    open_batch(city, &Reviewer::sign_in(base_url, city.series_office().name));
    registers::tell_known(base_url);
    if with_applications {
        accounts.extend(applications(base_url));
    }
    accounts
}

/// The administrator, the organisations and their officers, who have set no password yet.
pub fn found(city: &City, base_url: &str, set_up_code: &str) {
    let admin = Client::new(base_url);
    let set_up = SetUp {
        set_up_code: set_up_code.into(),
        name: "平台管理员".into(),
        mobile: ADMIN_MOBILE.into(),
        password: PASSWORD.into(),
    };
    let _: Session = admin.call(Route::SetUp, &[], &set_up).expect("a new deployment can be set up");
    let mut ids = BTreeMap::new();
    for organisation in city.organisations.iter() {
        let id = add(&admin, city, organisation, &ids);
        ids.insert(organisation.name, id);
    }
}

/// The administrator whom `found` made.
pub fn administrator(base_url: &str) -> Client {
    let client = Client::new(base_url);
    let body = SignIn { login: ADMIN_MOBILE.into(), password: PASSWORD.into() };
    let _: Session = client.call(Route::SignIn, &[], &body).expect("the administrator signs in");
    client
}

fn add(
    admin: &Client,
    city: &City,
    organisation: &Organisation,
    ids: &BTreeMap<&str, OrganisationId>,
) -> OrganisationId {
    let wanted = AddOrganisation {
        stage: organisation.stage,
        name: organisation.name.into(),
        phone: city.phone.into(),
        usc_code: organisation.usc_code(),
        usc_code_confirmed: false,
        nature: organisation.nature.into(),
        county_code: organisation.county_code.into(),
        is_county_unit: organisation.is_county_unit,
        supervisor: organisation.supervisor.map(|name| ids[name].clone()),
        series_codes: organisation.series_codes.iter().map(|code| (*code).to_owned()).collect(),
    };
    let added: api::organisations::Organisation =
        admin.call(Route::AddOrganisation, &[], &wanted).expect("a fixture organisation can be added");
    let officer =
        AddOfficer { name: organisation.officer.into(), mobile: organisation.officer_mobile.into() };
    admin.call_empty(Route::AddOfficer, &[added.id.as_str()], &officer).expect("an officer can be added");
    added.id
}

pub fn open_batch(city: &City, series: &Reviewer) {
    let batch = city.batch();
    let _: Batch = series.client.call(Route::SetBatch, &[city.pack], &batch).expect("a complete batch opens");
}

/// A draft, one at the unit, one being posted, one that waits for its fee; a week passes meanwhile, and it is the
/// second Monday of the cycle.
fn applications(base_url: &str) -> Vec<SeededAccount> {
    let pack = pack();
    let started = |person| {
        let mut applicant = Applicant::register(base_url, person);
        applicant.start();
        applicant
    };
    let officer = |office: &str| Reviewer::sign_in(base_url, office);
    let walk = Walk { base_url, pack: &pack, officer: &officer };
    walk.to(State::Payment(Payment::Due), started(&P4));
    set_clock(base_url, "2020-08-10T09:00:00+08:00");
    started(&P6).fill_in(&pack);
    walk.to(State::Unit(UnitWork::Review), started(&P2));
    walk.to(State::Unit(UnitWork::Publicity), started(&P1));
    [(&P6, "草稿"), (&P2, "单位审核中"), (&P1, "单位公示中"), (&P4, "待缴费")]
        .map(|(person, note)| account("申报人", person.unit, person.name, person.mobile, note))
        .into()
}

fn account(role: &str, organisation: &str, name: &str, login: &str, note: &str) -> SeededAccount {
    SeededAccount {
        role: role.into(),
        organisation: organisation.into(),
        name: name.into(),
        login: login.into(),
        password: PASSWORD.into(),
        note: note.into(),
    }
}
