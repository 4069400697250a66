//! 查询: what the registers fill, what they leave to the person, and what happens while they are silent.

use api::applications::{LookedUp, LookupState};
use domain::form::{Code, SectionData, Values};
use harness::registers::{self, found, tell};
use harness::{Applicant, P1, P2, P6, World};
use local::{Fault, Registry, RegistryMode};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

const SECTIONS: [(Registry, &str); 3] = [
    (Registry::Titles, "current_title"),
    (Registry::CommonCourses, "continuing_education"),
    (Registry::SocialInsurance, "social_insurance"),
];

fn set(data: &mut SectionData, field: &str, value: &str) {
    data.values.insert(field.into(), value.into());
}

/// The register's words with some of its fields changed; null takes one away.
fn but(answer: &Value, changes: &Value) -> Value {
    let mut answer = answer.clone();
    let values = answer["values"].as_object_mut().unwrap();
    for (field, value) in changes.as_object().unwrap() {
        values.insert(field.clone(), value.clone());
        values.retain(|_, value| !value.is_null());
    }
    answer
}

fn asks_for_scan(world: &World, applicant: &Applicant, section: &str) -> bool {
    let problems = applicant.problems_of(&world.pack, section);
    problems.iter().any(|problem| problem.code() == Code::EScanMissing)
}

/// Tries to change the field through an ordinary save; whether that was possible.
fn can_type(applicant: &Applicant, section: &str, field: &str, text: &str) -> bool {
    applicant.change(section, |data| set(data, field, text));
    applicant.view().sections[section].data.value(field) == text
}

#[test]
fn r27_a_hit_fills_and_locks() {
    let world = World::start();
    let applicant = world.started(&P1);
    applicant.change("current_title", |data| set(data, "title_name", "高级工人"));
    tell(world.url(), Registry::Titles, &P1, &registers::title());

    let LookedUp { state, section, replaced } = applicant.look_up("current_title").unwrap();
    assert_eq!(state, LookupState::Found);
    let typed = Values::from([("title_name".to_owned(), "高级工人".to_owned())]);
    assert_eq!(replaced, typed, "what was typed is told, not dropped in silence");
    let again = applicant.look_up("current_title").unwrap();
    assert!(again.replaced.is_empty(), "nothing was typed since");
    let shown = |field: &str| section.data.value(field).to_owned();
    assert_eq!([shown("query_state"), shown("source")], ["Found", "Registry"]);
    assert_eq!([shown("title_name"), shown("obtained_date")], ["工程师", "2014-12-20"]);
    assert_eq!(applicant.view().sections["current_title"].data, section.data);

    for field in ["title_name", "level", "series", "specialty", "obtained_by", "certificate_no", "issuer"] {
        assert!(!can_type(&applicant, "current_title", field, "别的"), "{field} is locked");
    }
    assert!(!asks_for_scan(&world, &applicant, "current_title"), "R27: a hit needs no certificate");
    assert!(can_type(&applicant, "current_title", "approval_doc", "柳职改〔2014〕9号"));
}

#[test]
fn r28_a_miss_keeps_what_was_typed_and_asks_for_the_certificate() {
    let world = World::start();
    let applicant = world.started(&P2);
    applicant.change("current_title", |data| set(data, "title_name", "助理工程师"));

    let LookedUp { state, section, .. } = applicant.look_up("current_title").unwrap();
    assert_eq!(state, LookupState::NotFound);
    assert_eq!(section.data.value("title_name"), "助理工程师");
    assert_eq!(section.data.value("source"), "Typed");
    assert!(can_type(&applicant, "current_title", "issuer", "鹿寨县人力资源和社会保障局"));
    assert!(asks_for_scan(&world, &applicant, "current_title"));
}

#[test]
fn r28_an_incomplete_answer_is_proposed_and_never_a_locked_hole() {
    let world = World::start();
    let applicant = world.started(&P1);
    let holes = [
        json!({ "issuer": null }),
        json!({ "certificate_no": "  " }),
        json!({ "level": "Emperor" }),
        json!({ "obtained_date": "2014-13-40" }),
        json!({ "obtained_date": "2031-01-01" }),
    ];
    for hole in holes {
        tell(world.url(), Registry::Titles, &P1, &but(&registers::title(), &hole));
        let LookedUp { state, section, .. } = applicant.look_up("current_title").unwrap();
        assert_eq!(state, LookupState::NotFound, "{hole}");
        assert_eq!(section.data.value("title_name"), "工程师", "{hole}");
        let field = hole.as_object().unwrap().keys().next().unwrap();
        assert_eq!(section.data.value(field), "", "{hole}");
        assert!(asks_for_scan(&world, &applicant, "current_title"), "{hole}");
        applicant.change("current_title", |data| data.values.clear());
    }
    assert!(can_type(&applicant, "current_title", "title_name", "高级工程师"));
}

/// Section 4 of the pack says which of its fields belong to the register.
#[test]
fn r27_a_register_fills_only_its_own_fields() {
    let world = World::start();
    let applicant = world.started(&P1);
    let more =
        json!({ "no_title_application": "true", "unheard_of": "x", "approval_doc": "柳职改〔2014〕9号" });
    tell(world.url(), Registry::Titles, &P1, &but(&registers::title(), &more));
    let LookedUp { state, section, .. } = applicant.look_up("current_title").unwrap();
    assert_eq!(state, LookupState::Found);
    for field in ["no_title_application", "unheard_of", "approval_doc"] {
        assert_eq!(section.data.value(field), "");
    }
}

#[test]
fn r28_a_later_miss_takes_back_the_register_s_words_and_no_others() {
    let world = World::start();
    let applicant = world.started(&P1);
    applicant.change("current_title", |data| set(data, "approval_doc", "柳职改〔2014〕9号"));
    tell(world.url(), Registry::Titles, &P1, &registers::title());
    applicant.look_up("current_title").unwrap();

    tell(world.url(), Registry::Titles, &P1, &json!({ "found": false }));
    let LookedUp { state, section, .. } = applicant.look_up("current_title").unwrap();
    assert_eq!(state, LookupState::NotFound);
    let shown = |field: &str| section.data.value(field).to_owned();
    assert_eq!([shown("title_name"), shown("issuer"), shown("obtained_date")], ["", "", ""]);
    assert_eq!([shown("source"), shown("approval_doc")], ["Typed", "柳职改〔2014〕9号"]);
    assert!(can_type(&applicant, "current_title", "title_name", "工程师"));
    assert!(asks_for_scan(&world, &applicant, "current_title"));
}

/// R34 is judged from the date that the register knows, and again when the register has been corrected.
#[test]
fn r34_a_corrected_title_moves_the_lower_bound_of_the_papers() {
    let world = World::start();
    let applicant = world.started(&P1);
    applicant.fill_in(&world.pack);
    applicant.change("publications", |data| {
        let paper = data.groups.get_mut("rows").unwrap().first_mut().unwrap();
        paper.values.insert("published_date".into(), "2014-05".into());
    });
    let too_early = || {
        let problems = applicant.problems_of(&world.pack, "publications");
        problems.iter().any(|problem| problem.code() == Code::EDate && problem.rule == "R34")
    };
    tell(world.url(), Registry::Titles, &P1, &registers::title());
    applicant.look_up("current_title").unwrap();
    assert!(too_early());
    let corrected = json!({ "obtained_date": "2013-12-20" });
    tell(world.url(), Registry::Titles, &P1, &but(&registers::title(), &corrected));
    applicant.look_up("current_title").unwrap();
    assert!(!too_early());
}

#[test]
fn r31_r32_the_common_course_is_asked_for_after_basic_info_and_never_on_paper() {
    let world = World::start();
    let applicant = world.started(&P6);
    let refused = applicant.look_up("continuing_education").unwrap_err();
    assert_eq!((refused.status, refused.code()), (409, "E_SECTION_FIRST"));
    assert!(refused.title().contains("个人基本信息"), "{}", refused.title());

    applicant.fill_in(&world.pack);
    let of_pack = world.pack.section("continuing_education").unwrap();
    assert!(of_pack.slots.iter().all(|slot| !slot.required), "R31");
    tell(world.url(), Registry::CommonCourses, &P6, &json!({ "found": false }));
    let missed = applicant.look_up("continuing_education").unwrap();
    assert_eq!(missed.state, LookupState::NotFound);
    assert_eq!(missed.section.data.value("certificate_no"), "");
    let codes = || {
        let problems = applicant.problems_of(&world.pack, "continuing_education");
        problems.into_iter().filter(domain::form::Problem::is_error).map(|one| one.code()).collect::<Vec<_>>()
    };
    assert_eq!(codes(), [Code::ECommonCourse]);

    let passed = found(json!({ "passed_at": "2020-07-30", "certificate_no": "GX2020-0815" }));
    tell(world.url(), Registry::CommonCourses, &P6, &passed);
    let hit = applicant.look_up("continuing_education").unwrap();
    assert_eq!(hit.state, LookupState::Found);
    assert_eq!(hit.section.data.value("passed_at"), "2020-07-30");
    assert_eq!(codes(), []);

    let unreadable = but(&passed, &json!({ "passed_at": "去年", "theme": "别的科目" }));
    tell(world.url(), Registry::CommonCourses, &P6, &unreadable);
    let hit = applicant.look_up("continuing_education").unwrap();
    let shown = |field: &str| hit.section.data.value(field).to_owned();
    assert_eq!([shown("query_state"), shown("passed_at"), shown("theme")], ["Found", "", ""]);
}

#[test]
fn r57_recognised_only_with_six_consecutive_months() {
    let world = World::start();
    let applicant = world.started(&P6);
    let cases = [
        ("2020-02,2020-03,2020-04,2020-05,2020-06,2020-07", LookupState::Found),
        ("2019-12,2020-01,2020-02,2020-03,2020-04,2020-05,2020-06,2020-07,2020-08", LookupState::Found),
        ("2020-03,2020-04,2020-05,2020-06,2020-07", LookupState::NotFound),
        ("2020-01,2020-02,2020-03,2020-04,2020-06,2020-07", LookupState::NotFound),
        ("2020-03,2020-04,2020-05,2020-06,2020-07,2020-08", LookupState::NotFound),
        ("2020-08", LookupState::NotFound),
    ];
    for (months, expected) in cases {
        let answer = but(&registers::social_insurance(&P6), &json!({ "months": months }));
        tell(world.url(), Registry::SocialInsurance, &P6, &answer);
        let LookedUp { state, section, .. } = applicant.look_up("social_insurance").unwrap();
        assert_eq!(state, expected, "{months}");
        assert_eq!(section.data.value("months"), months);
        assert_eq!(section.data.value("insured_unit"), P6.unit);
        let by_hand = expected == LookupState::NotFound;
        assert_eq!(asks_for_scan(&world, &applicant, "social_insurance"), by_hand, "{months}");
        applicant.change("social_insurance", |data| data.values.clear());
        // What was locked can only be taken back by the register.
        tell(world.url(), Registry::SocialInsurance, &P6, &json!({ "found": false }));
        applicant.look_up("social_insurance").unwrap();
    }
}

#[test]
fn r60_another_person_s_insurance_is_not_recognised() {
    let world = World::start();
    let applicant = world.started(&P6);
    for wrong in
        [json!({ "person_name": "李微" }), json!({ "id_tail": "0000" }), json!({ "insured_unit": null })]
    {
        let answer = but(&registers::social_insurance(&P6), &wrong);
        tell(world.url(), Registry::SocialInsurance, &P6, &answer);
        let LookedUp { state, section, .. } = applicant.look_up("social_insurance").unwrap();
        assert_eq!(state, LookupState::NotFound, "{wrong}");
        let field = wrong.as_object().unwrap().keys().next().unwrap();
        assert_eq!(section.data.value(field), "", "{wrong}");
        assert!(asks_for_scan(&world, &applicant, "social_insurance"));
        applicant.change("social_insurance", |data| data.values.clear());
    }
}

#[test]
fn r56_a_register_is_not_asked_about_somebody_who_needs_no_proof() {
    let world = World::start();
    let applicant = world.started(&P1);
    let refused = applicant.look_up("social_insurance").unwrap_err();
    assert_eq!((refused.status, refused.code()), (409, "E_NOT_ASKED"));
}

#[test]
fn a_submitted_form_is_not_filled_by_a_register() {
    let world = World::start();
    let applicant = world.submitted(&P2);
    let refused = applicant.look_up("current_title").unwrap_err();
    assert_eq!((refused.status, refused.code()), (409, "E_NOT_EDITABLE"));
}

/// Case 88: nobody waits longer than the limit, and whoever types meanwhile loses nothing.
#[test]
fn a_slow_register_is_given_up_after_five_seconds_while_saves_go_on() {
    const SLOW: Duration = Duration::from_secs(8);
    let world = World::start();
    let applicant = world.started(&P6);
    applicant.fill_in(&world.pack);
    let ms = SLOW.as_millis() as u64;
    world.cloud.inject(&Fault::RegistriesDelayMs { ms, registry: None }).unwrap();
    for (_, section) in SECTIONS {
        let elsewhere = Applicant::sign_in(world.url(), &P6);
        let asked = Instant::now();
        let asking = std::thread::spawn(move || (elsewhere.look_up(section), asked.elapsed()));
        for text in ["一", "二", "三"] {
            applicant.change(section, |data| set(data, typed_field(section), text));
        }
        assert!(!asking.is_finished(), "{section}: the saves did not wait for the register");
        let (answer, took) = asking.join().unwrap();
        assert!(
            (Duration::from_secs(5)..Duration::from_millis(6_500)).contains(&took),
            "{section}: {took:?}"
        );
        let LookedUp { state, section: stored, .. } = answer.unwrap();
        assert_eq!(state, LookupState::ServiceDown);
        assert_eq!(applicant.view().sections[section].data.value(typed_field(section)), "三");
        assert!(stored.revision >= 1);
        applicant.change(section, |data| set(data, typed_field(section), "四"));
    }
}

/// A field of the section that no register fills.
fn typed_field(section: &str) -> &'static str {
    match section {
        "current_title" => "approval_doc",
        "continuing_education" => "industry_ce_declared",
        _ => "insured_unit",
    }
}

#[test]
fn a_register_that_is_down_or_talks_nonsense_says_so_and_takes_nothing_back() {
    let world = World::start();
    let applicant = world.started(&P6);
    applicant.fill_in(&world.pack);
    for (registry, section) in SECTIONS {
        let before = applicant.view().sections[section].data.clone();
        for mode in [RegistryMode::Down, RegistryMode::Garbage] {
            world.cloud.inject(&Fault::Registries { mode, registry: Some(registry) }).unwrap();
            let LookedUp { state, section: stored, .. } = applicant.look_up(section).unwrap();
            assert_eq!(state, LookupState::ServiceDown, "{section} {mode:?}");
            let had_answer = matches!(before.value("query_state"), "Found" | "NotFound");
            let expected = if had_answer { before.value("query_state") } else { "ServiceDown" };
            assert_eq!(stored.data.value("query_state"), expected, "{section} {mode:?}");
            for (field, text) in before.values.iter().filter(|(field, _)| *field != "query_state") {
                assert_eq!(stored.data.value(field), text, "{section}: {field}");
            }
            assert_eq!(stored.data.groups, before.groups);
        }
        world.cloud.inject(&Fault::Clear).unwrap();
    }
}

#[test]
fn an_answer_that_no_register_gives_counts_as_silence() {
    let world = World::start();
    let applicant = world.started(&P1);
    let answers = [
        json!([]),
        json!("found"),
        json!({ "values": {} }),
        json!({ "found": "yes" }),
        json!({ "found": true, "values": { "title_name": 7 } }),
        json!({ "found": true, "values": { "title_name": "工".repeat(40_000) } }),
    ];
    for answer in answers {
        assert_eq!(tell(world.url(), Registry::Titles, &P1, &answer), 204);
        let LookedUp { state, section, .. } = applicant.look_up("current_title").unwrap();
        assert_eq!(state, LookupState::ServiceDown);
        assert_eq!(section.data.value("title_name"), "");
    }
    tell(world.url(), Registry::Titles, &P1, &found(json!({})));
    assert_eq!(applicant.look_up("current_title").unwrap().state, LookupState::NotFound);
}
