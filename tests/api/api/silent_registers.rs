//! A register that does not answer: what it said before stands, and whom it said nothing about the unit verifies
//! by hand (R30, R57, §4.4).

use api::applications::{LookedUp, LookupState};
use domain::form::{Code, SectionData};
use harness::registers::{self, tell};
use harness::{Applicant, P6, World};
use local::{Fault, Registry, RegistryMode};
use serde_json::json;

fn pair(code: Code, anchor: &str) -> (String, String) {
    (code.to_string(), anchor.to_owned())
}

fn set(data: &mut SectionData, field: &str, value: &str) {
    data.values.insert(field.into(), value.into());
}

fn silence(world: &World, registry: Registry) {
    world.cloud.inject(&Fault::Registries { mode: RegistryMode::Down, registry: Some(registry) }).unwrap();
}

#[test]
fn r30_silence_after_a_miss_gives_no_leave_to_submit() {
    let world = World::start();
    let applicant = world.started(&P6);
    tell(world.url(), Registry::CommonCourses, &P6, &json!({ "found": false }));
    applicant.fill_everything(&world.pack);
    silence(&world, Registry::CommonCourses);
    let LookedUp { state, section, .. } = applicant.look_up("continuing_education").unwrap();
    assert_eq!(state, LookupState::ServiceDown, "the person is told that there was no answer");
    assert_eq!(section.data.value("query_state"), "NotFound", "and what was answered before stands");
    let refused = applicant.submit().unwrap_err().problems();
    assert_eq!(refused, [pair(Code::ECommonCourse, "continuing_education--query_state")]);
}

/// §4.4: before submission either passed or an operator's override with a note; here the unit's.
#[test]
fn r30_whoever_the_register_never_spoke_of_is_verified_by_the_unit() {
    let world = World::start();
    let applicant = world.started(&P6);
    silence(&world, Registry::CommonCourses);
    applicant.fill_everything(&world.pack);
    applicant.submit().unwrap();
    let clerk = world.unit_clerk(&P6);
    let application = &applicant.application;
    clerk.check_all(application, &world.pack);
    clerk.post(application, &world.pack);
    clerk
        .save(application, "unit_check", |data| {
            data.values.remove("common_course_verified");
            data.values.remove("common_course_note");
        })
        .unwrap();
    let refused = clerk.start_publicity(application).unwrap_err().problems();
    assert_eq!(
        refused,
        [
            pair(Code::ERequired, "unit_check--common_course_verified"),
            pair(Code::ERequired, "unit_check--common_course_note"),
        ]
    );
    clerk.save(application, "unit_check", |data| set(data, "common_course_verified", "true")).unwrap();
    let refused = clerk.start_publicity(application).unwrap_err().problems();
    assert_eq!(refused, [pair(Code::ERequired, "unit_check--common_course_note")]);
    let note = "8月12日登录公需科目网站核对，已合格";
    clerk.save(application, "unit_check", |data| set(data, "common_course_note", note)).unwrap();
    clerk.start_publicity(application).unwrap();
}

#[test]
fn r30_nothing_is_verified_by_hand_where_the_register_answered() {
    let world = World::start();
    let applicant = world.submitted(&P6);
    let clerk = world.unit_clerk(&P6);
    let application = &applicant.application;
    clerk.check_all(application, &world.pack);
    let check = clerk.officer.view(application).unwrap().sections["unit_check"].data.clone();
    assert_eq!(check.value("common_course_verified"), "");
    clerk.post(application, &world.pack);
    clerk.start_publicity(application).unwrap();
}

/// Months found in August do not do in September, when others are asked and the register is silent.
#[test]
fn r57_months_that_no_longer_prove_anything_are_typed_by_hand_while_the_register_is_silent() {
    let world = World::start();
    let applicant = world.started(&P6);
    tell(world.url(), Registry::SocialInsurance, &P6, &registers::social_insurance(&P6));
    let hit = applicant.look_up("social_insurance").unwrap();
    assert_eq!(hit.state, LookupState::Found);
    silence(&world, Registry::SocialInsurance);
    let kept = applicant.look_up("social_insurance").unwrap().section.data;
    assert_eq!(kept.value("query_state"), "Found", "the months are still those asked");

    world.set_date("2020-09-02");
    let applicant = Applicant::sign_in(world.url(), &P6);
    let lacking = |code: Code| {
        let found = applicant.problems_of(&world.pack, "social_insurance");
        found.into_iter().filter(|problem| problem.code() == code).count()
    };
    assert_eq!((lacking(Code::EInsuranceMonths), lacking(Code::EScanMissing)), (1, 0));
    let asked = applicant.look_up("social_insurance").unwrap();
    assert_eq!(asked.state, LookupState::ServiceDown);
    assert_eq!(asked.section.data.value("query_state"), "ServiceDown");
    assert_eq!(asked.section.data.value("insured_unit"), P6.unit, "nothing is taken away");
    applicant.change("social_insurance", |data| {
        let august = format!("{},2020-08", data.value("months"));
        set(data, "months", &august);
    });
    assert_eq!((lacking(Code::EInsuranceMonths), lacking(Code::EScanMissing)), (0, 1));
}
