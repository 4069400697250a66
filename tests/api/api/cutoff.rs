//! T1 (§4.0): a correction has a deadline of its own, its facts have the batch's.

use crate::returns::resubmit;
use domain::form::{Answers, Case, Code, Here, Problem, SectionData};
use domain::workflow::{State, UnitWork};
use harness::{Applicant, P6, World};

/// Sends back on `returned` what was submitted before the deadline of 2020-09-10; signs in again on `corrected`.
fn corrected_late(world: &World, applicant: &Applicant, returned: &str, corrected: &str) -> Applicant {
    world.set_date(returned);
    let clerk = world.unit_clerk(&P6);
    clerk.officer.return_for(&applicant.application, "publications", "F03", "请补充代表作").unwrap();
    world.set_date(corrected);
    Applicant::sign_in(world.url(), &P6)
}

fn published(applicant: &Applicant, day: &str) {
    applicant.change("publications", |data| {
        let paper = data.groups.get_mut("rows").unwrap().first_mut().unwrap();
        paper.values.insert("published_date".into(), day.into());
    });
}

#[test]
fn t1_a_paper_from_after_the_personal_deadline_is_refused_in_a_correction() {
    let world = World::start();
    let submitted = world.submitted(&P6);
    let applicant = corrected_late(&world, &submitted, "2020-09-08", "2020-09-14");
    published(&applicant, "2020-09-11");
    let refused = resubmit(&world, &applicant, &["已补充"]).unwrap_err();
    assert_eq!((refused.status, refused.code()), (422, "E_INCOMPLETE"));
    let problems: Vec<Problem> = refused.problem.unwrap().problems;
    let named: Vec<_> =
        problems.iter().map(|problem| (problem.code(), problem.spot.field.as_deref())).collect();
    assert_eq!(named, [(Code::EDate, Some("published_date"))]);
    let in_the_page = applicant.problems_of(&world.pack, "publications");
    assert!(in_the_page.iter().any(|problem| problem.code() == Code::EDate), "the browser judges alike");

    published(&applicant, "2020-09-10");
    assert_eq!(resubmit(&world, &applicant, &["已补充"]).unwrap().state, State::Unit(UnitWork::Review));
}

/// §4.1: full years to the cut-off. The tenth year of whoever began in October 2010 was not full.
#[test]
fn years_of_work_do_not_grow_while_a_file_is_corrected() {
    let world = World::start();
    let applicant = world.started(&P6);
    let began = |data: &mut SectionData| {
        data.values.insert("professional_work_start".into(), "2010-10".into());
    };
    applicant.change("basic_info", began);
    applicant.fill_everything(&world.pack);
    applicant.submit().unwrap();
    assert_eq!(years(&world, &applicant), "9");
    let applicant = corrected_late(&world, &applicant, "2020-09-24", "2020-10-02");
    assert_eq!(years(&world, &applicant), "9");
}

fn years(world: &World, applicant: &Applicant) -> String {
    let view = applicant.view();
    let answers: Answers = view.sections.into_iter().map(|(id, stored)| (id, stored.data)).collect();
    let case = Case::new(&world.pack, &answers, &view.scans, view.today).of(&view.application);
    let field = world.pack.section("basic_info").unwrap().field("professional_years").unwrap();
    case.shown_value(Here { section: "basic_info", row: None }, field)
}
