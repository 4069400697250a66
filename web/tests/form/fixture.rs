//! An application and its pack, as the tests begin with it.

use api::applications::ApplicationView;
use chrono::{DateTime, NaiveDate};
use domain::ids::{AccountId, ApplicationId, OrganisationId};
use domain::pack::{Pack, load_folder};
use domain::workflow::{Application, Filling, State};
use std::collections::BTreeMap;
use std::path::Path;
use std::rc::Rc;
use web::state::loaded::Loaded;

pub(crate) fn pack() -> Rc<Pack> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/packs/liuzhou-2020");
    Rc::new(load_folder(folder).expect("a pack that loads"))
}

pub(crate) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2020, 9, 1).expect("a date")
}

/// Just started: nothing is typed.
pub(crate) fn new_application(pack: Rc<Pack>) -> Loaded {
    let application = Application {
        id: ApplicationId::new("a1"),
        applicant: AccountId::new("p1"),
        applicant_name: "韦小明".into(),
        unit: OrganisationId::new("u1"),
        unit_name: "柳州市某厂".into(),
        pack: pack.id.clone(),
        cycle_year: pack.cycle_year,
        target_title: "Engineer".into(),
        committee: String::new(),
        specialty: String::new(),
        state: State::Filling(Filling::Draft),
        revision: 1,
        version: 0,
        unit_version: 0,
        submitted: None,
        route: Vec::new(),
        station: 0,
        reached: 0,
        posted: None,
        earlier_tables: Vec::new(),
        section_digests: BTreeMap::new(),
        opened: true,
        withdrawal: None,
        ended_in: None,
        last_step: None,
        open_return: None,
        order: None,
        arrived_on: today(),
        n_log: 0,
        log_hash: String::new(),
        first_submitted_on: None,
        last_submitted_on: None,
        material_deadline: None,
        review_deadline: None,
        started_at: DateTime::default(),
        updated_at: DateTime::default(),
    };
    Loaded::new(
        ApplicationView {
            application,
            sections: BTreeMap::new(),
            scans: Vec::new(),
            due: None,
            today: today(),
        },
        pack,
    )
}
