//! The scans of a deleted row are their owner's, and nobody else's.

use domain::form::{Place, Row, Scan};
use domain::ids::RowId;
use domain::workflow::{Action, Office, State, Step, UnitWork};
use harness::{Applicant, P1, P6, Person, World, scans};

const ROW: &str = "7a1c1f0e-3f0b-4f5e-9a59-0d5a3e1f2b77";

/// A scan in a row of the 论文、著作 that is added for it, and then deleted.
fn leave_behind(applicant: &Applicant) -> Scan {
    let id = RowId::new(ROW);
    applicant.change("publications", |data| {
        let rows = data.groups.get_mut("rows").unwrap();
        rows.push(Row { id: id.clone(), values: rows[0].values.clone() });
    });
    let place = Place { section: "publications".into(), row: Some(id.clone()), slot: "cover".into() };
    let scan = applicant.upload(place, &scans::pdf()).unwrap();
    applicant.change("publications", |data| {
        data.groups.get_mut("rows").unwrap().retain(|row| row.id != id);
    });
    scan
}

fn filled(world: &World, person: &'static Person) -> Applicant {
    let applicant = world.started(person);
    applicant.fill_everything(&world.pack);
    applicant
}

#[test]
fn a_scan_of_a_deleted_row_is_not_submitted_and_its_owner_can_delete_it() {
    let world = World::start();
    let applicant = filled(&world, &P6);
    let left = leave_behind(&applicant);
    applicant.declare(&world.pack);
    applicant.submit().unwrap();
    let application = applicant.application.as_str();
    let clerk = world.unit_clerk(&P6);
    let seen = clerk.officer.view(application).unwrap().scans;
    let mine = applicant.view().scans;
    assert!(mine.iter().any(|scan| scan.id == left.id), "its owner still sees it");
    let others: Vec<Scan> = mine.into_iter().filter(|scan| scan.id != left.id).collect();
    assert!(!others.is_empty() && seen == others, "the unit sees all but it: {seen:#?}");

    clerk.officer.return_for(application, "publications", "F03", "请补充一篇论文").unwrap();
    applicant.delete(&left.id).unwrap();
    assert!(applicant.view().scans.iter().all(|scan| scan.id != left.id));
}

#[test]
fn deleting_what_is_left_over_asks_for_no_new_declaration() {
    let world = World::start();
    let applicant = filled(&world, &P6);
    let left = leave_behind(&applicant);
    applicant.declare(&world.pack);
    applicant.delete(&left.id).unwrap();
    assert_eq!(applicant.submit().unwrap().state, State::Unit(UnitWork::Review));
}

/// §4.15: the unit's scans, which the applicant never sees, are no part of what he declares.
#[test]
fn a_return_after_the_unit_s_scans_can_be_answered() {
    let world = World::start();
    let at = world.at(State::Office(Office::Supervisor), &P1);
    let (applicant, application, supervisor) = (&at.applicant, at.application(), at.reviewer());
    supervisor.return_for(application, "other_proof", "F03", "请补充岗位任职证明").unwrap();
    let scans = supervisor.view(application).unwrap().scans.len();
    assert!(scans > applicant.view().scans.len(), "the unit uploaded its form");
    let answers = vec!["原单位未设岗位，无需补充".to_owned()];
    let taken = applicant.step(Step { answers, ..Step::silent(Action::Submit) }).unwrap();
    assert_eq!(taken.state, State::Unit(UnitWork::Review));
}
