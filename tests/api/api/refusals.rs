//! The refusals that an applicant meets, and their words.

use api::applications::StoredSection;
use domain::form::{Code, SectionData};
use harness::{Applicant, P2, P6, P7, World};

/// The value of one field as the server holds it.
fn stored(applicant: &Applicant, section: &str, field: &str) -> String {
    applicant.view().sections[section].data.value(field).to_owned()
}

fn set(data: &mut SectionData, field: &str, value: &str) {
    data.values.insert(field.into(), value.into());
}

#[test]
fn r09_another_committee_than_the_valid_one_is_refused_with_the_seed_s_sentence() {
    let world = World::start();
    let applicant = world.applicant(&P2);
    let mut choice = P2.choice();
    choice.committee = "C_ENG_M".into();
    let refused = applicant.try_start(choice).unwrap_err();
    assert_eq!((refused.status, refused.code()), (422, "E_COMMITTEE_MISMATCH"));
    assert!(refused.title().contains("选择柳州市建设工程系列中级职称评委会"), "{}", refused.title());
}

#[test]
fn x09_a_second_application_in_the_same_cycle_is_refused() {
    let world = World::start();
    let applicant = world.started(&P6);
    let refused = applicant.try_start(P6.choice()).unwrap_err();
    assert_eq!((refused.status, refused.code()), (409, "E_ONE_APPLICATION"));
}

/// A draft may be incomplete at any time; submission names what is missing, and where.
#[test]
fn r17_r39_submission_names_the_empty_mobile_and_the_missing_scan() {
    let world = World::start();
    let applicant = world.started(&P6);
    applicant.fill_everything(&world.pack);
    applicant.change("basic_info", |data| set(data, "mobile", ""));
    let cover = applicant.view().scans.into_iter().find(|scan| scan.place.slot == "cover").unwrap();
    applicant.delete(&cover.id).unwrap();
    applicant.declare(&world.pack);

    let refused = applicant.submit().unwrap_err();
    assert_eq!((refused.status, refused.code()), (422, "E_INCOMPLETE"));
    let problems = refused.problem.unwrap().problems;
    let found: Vec<(&str, String)> =
        problems.iter().map(|problem| (problem.rule.as_str(), problem.spot.anchor())).collect();
    let row = cover.place.row.unwrap();
    assert_eq!(
        found,
        [("R17", "basic_info--mobile".to_owned()), ("R39", format!("publications--rows--{row}--cover"))]
    );
    for (problem, words) in problems.iter().zip(["不能留空", "期刊封面"]) {
        let sentence = domain::words::chinese::problem(problem, &world.pack);
        assert!(sentence.contains(words), "{sentence}");
    }
}

#[test]
fn a_stale_save_is_refused_and_loses_neither_version() {
    let world = World::start();
    let here = world.started(&P6);
    let there = Applicant::sign_in(world.url(), &P6);
    let seen = here.view().sections["basic_info"].clone();
    let write = |place: &Applicant, text: &str| {
        let mut data = seen.data.clone();
        set(&mut data, "current_work", text);
        place.save("basic_info", seen.revision, data)
    };
    let saved = write(&here, "汽车零部件工艺设计").unwrap();
    assert_eq!(saved.revision, seen.revision + 1);

    let refused = write(&there, "模具设计").unwrap_err();
    assert_eq!((refused.status, refused.code()), (409, "E_STALE"));
    let current = refused.problem.unwrap().current.expect("the refusal shows what the server holds");
    assert_eq!(current.revision, saved.revision);
    assert_eq!(current.data.value("current_work"), "汽车零部件工艺设计");
    assert_eq!(stored(&here, "basic_info", "current_work"), "汽车零部件工艺设计");
}

#[test]
fn a_field_that_the_system_fills_keeps_its_value() {
    let world = World::start();
    let applicant = world.started(&P6);
    applicant.change("basic_info", |data| set(data, "name", "别人"));
    assert_eq!(stored(&applicant, "basic_info", "name"), "李薇");
}

#[test]
fn a_field_that_the_form_does_not_have_is_refused() {
    let world = World::start();
    let applicant = world.started(&P6);
    let mut data = SectionData::default();
    set(&mut data, "state", "PaymentVerified");
    let refused = applicant.save("work_summary", 0, data).unwrap_err();
    assert_eq!((refused.status, refused.code()), (422, "E_INVALID"));
    assert_eq!(refused.problem.unwrap().pointer.as_deref(), Some("/data"));
}

/// 助理工程师 is always a normal application (R24): the control is locked, so the API keeps 否.
#[test]
fn r24_an_assistant_engineer_cannot_apply_as_without_title() {
    let world = World::start();
    let applicant = world.started(&P6);
    applicant.change("current_title", |data| set(data, "no_title_application", "true"));
    assert_ne!(stored(&applicant, "current_title", "no_title_application"), "true");
}

/// Outside 三江 and 融水 the choice does not exist (R20).
#[test]
fn r20_dual_direction_is_refused_outside_its_counties() {
    let world = World::start();
    let applicant = world.started(&P2);
    let StoredSection { revision, mut data, .. } = applicant.view().sections["basic_info"].clone();
    set(&mut data, "dual_directed", "true");
    let refused = applicant.save("basic_info", revision, data).unwrap_err();
    assert_eq!((refused.status, refused.code()), (422, "E_INVALID"));
    let problems = refused.problem.unwrap().problems;
    assert_eq!(problems.iter().map(|problem| problem.code()).collect::<Vec<_>>(), [Code::EDualDirected]);
    assert_ne!(stored(&applicant, "basic_info", "dual_directed"), "true");
}

#[test]
fn t02_a_submitted_form_takes_no_more_saves() {
    let world = World::start();
    let applicant = world.submitted(&P6);
    let seen = applicant.view().sections["basic_info"].clone();
    let refused = applicant.save("basic_info", seen.revision, seen.data.clone()).unwrap_err();
    assert_eq!((refused.status, refused.code()), (409, "E_NOT_EDITABLE"));
    let scan = &applicant.view().scans[0];
    let refused = applicant.delete(&scan.id).unwrap_err();
    assert_eq!((refused.status, refused.code()), (409, "E_NOT_EDITABLE"));
}

#[test]
fn t02_nobody_submits_after_the_personal_deadline() {
    let world = World::start();
    let applicant = world.started(&P6);
    applicant.fill_everything(&world.pack);
    world.set_date("2020-09-11");
    let applicant = Applicant::sign_in(world.url(), &P6);
    let refused = applicant.submit().unwrap_err();
    assert_eq!((refused.status, refused.code()), (409, "E_TOO_LATE"));
    assert!(refused.title().contains("2020年9月10日"), "{}", refused.title());
}

/// Labour contract and the social insurance of its time, or neither counts (R26).
#[test]
fn r26_without_a_prior_title_the_contract_needs_its_social_insurance() {
    let world = World::start();
    let applicant = world.started(&P7);
    applicant.fill_everything(&world.pack);
    let scans = applicant.view().scans;
    assert!(scans.iter().any(|scan| scan.place.slot == "labor_contract"));
    let insured = scans.iter().find(|scan| scan.place.slot == "matching_social_insurance").unwrap();
    applicant.delete(&insured.id).unwrap();
    applicant.declare(&world.pack);
    let problems = applicant.submit().unwrap_err().problem.unwrap().problems;
    let found: Vec<String> = problems.iter().map(|problem| problem.spot.anchor()).collect();
    assert_eq!(found, ["current_title--matching_social_insurance"]);
}
