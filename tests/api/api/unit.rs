//! The refusals that the employing unit meets (R73–R92).

use domain::form::SectionData;
use domain::workflow::{Office, State, UnitWork};
use harness::{Applicant, P1, P2, P6, Person, UnitClerk, World};

fn set(data: &mut SectionData, field: &str, value: &str) {
    data.values.insert(field.into(), value.into());
}

/// An application submitted, posted, and ready to be recommended.
fn posted(world: &World, person: &'static Person) -> (Applicant, UnitClerk) {
    let at = world.at(State::Unit(UnitWork::Recommend), person);
    let clerk = at.clerk();
    (at.applicant, clerk)
}

fn uphold_objection(data: &mut SectionData) {
    set(data, "has_objection", "true");
    set(data, "objection_content", "论文第一作者并非本人。");
    set(data, "handling_result", "经核实情况属实，异议成立。");
    set(data, "conclusion", "Upheld");
}

fn pair(code: &str, anchor: &str) -> (String, String) {
    (code.into(), anchor.into())
}

#[test]
fn r77_an_application_that_was_not_publicised_is_not_forwarded() {
    let world = World::start();
    let applicant = world.submitted(&P6);
    let clerk = world.unit_clerk(&P6);
    let application = &applicant.application;
    clerk.recommend(application, &world.pack);
    let refused = clerk.forward(application).unwrap_err();
    assert_eq!((refused.status, refused.code()), (409, "E_NOT_PUBLICISED"));
    assert!(refused.title().contains("未经公示的申报材料一律不予受理"), "{}", refused.title());
    assert_eq!(applicant.view().application.state, State::Unit(UnitWork::Review));
}

#[test]
fn r90_every_section_is_checked_before_publicity() {
    let world = World::start();
    let applicant = world.submitted(&P6);
    let clerk = world.unit_clerk(&P6);
    let application = &applicant.application;
    clerk.check_all(application, &world.pack);
    clerk.make_table(application).unwrap();
    clerk
        .save(application, "unit_check", |data| {
            let rows = data.groups.get_mut("rows").unwrap();
            rows.iter_mut().find(|row| row.id.as_str() == "awards").unwrap().values.remove("result");
        })
        .unwrap();
    let problems = clerk.start_publicity(application).unwrap_err().problems();
    assert!(problems.contains(&pair("E_NOT_CHECKED", "unit_check--rows--awards--result")), "{problems:?}");
}

#[test]
fn t05_publicity_needs_a_printed_table() {
    let world = World::start();
    let applicant = world.submitted(&P6);
    let clerk = world.unit_clerk(&P6);
    clerk.check_all(&applicant.application, &world.pack);
    let refused = clerk.start_publicity(&applicant.application).unwrap_err();
    assert_eq!((refused.status, refused.code()), (409, "E_TABLE_MISSING"));
}

/// A table printed twice from the same data is the same (R73).
#[test]
fn r73_the_same_data_gives_the_same_table() {
    let world = World::start();
    let applicant = world.submitted(&P6);
    let clerk = world.unit_clerk(&P6);
    let [first, again] = [(); 2].map(|()| clerk.make_table(&applicant.application).unwrap());
    assert_eq!(first.application.posted, again.application.posted);
    let pdf = clerk.officer.client.get_bytes(&first.url);
    assert!(pdf.starts_with(b"%PDF-"), "{} bytes", pdf.len());
}

#[test]
fn r74_the_table_is_printed_on_a4_and_bears_its_version_and_day() {
    let world = World::start();
    let applicant = world.submitted(&P6);
    let clerk = world.unit_clerk(&P6);
    let made = clerk.make_table(&applicant.application).unwrap();
    let pdf = lopdf::Document::load_mem(&clerk.officer.client.get_bytes(&made.url)).unwrap();
    let pages = pdf.get_pages();
    assert!(!pages.is_empty());
    for page in pages.values() {
        let page = pdf.get_dictionary(*page).unwrap();
        let edges = page.get(b"MediaBox").and_then(|edges| edges.as_array()).unwrap();
        let edges: Vec<f32> = edges.iter().map(|edge| edge.as_float().unwrap().round()).collect();
        assert_eq!(edges, [0.0, 0.0, 595.0, 842.0], "A4 upright, in points");
    }
    let text = pdf.extract_text(&pages.keys().copied().collect::<Vec<u32>>()).unwrap();
    let text: String = text.split_whitespace().collect();
    assert!(text.contains("公示表版本：第1版生成日期：2020年8月3日"), "{text}");
}

/// From Monday 2020-08-03 to Thursday 2020-08-06 are four working days.
#[test]
fn r75_four_working_days_are_too_few() {
    let world = World::start();
    let applicant = world.submitted(&P6);
    let clerk = world.unit_clerk(&P6);
    let application = &applicant.application;
    clerk.publicise(application, &world.pack, "2020-08-03", "2020-08-06");
    world.set_date("2020-08-08");
    let clerk = world.unit_clerk(&P6);
    clerk.record_outcome(application, &world.pack);
    let refused = clerk.finish_publicity(application).unwrap_err();
    let problem = &refused.problem.as_ref().unwrap().problems[0];
    let message = domain::words::chinese::problem(problem, &world.pack);
    assert_eq!(refused.problems(), [pair("E_PUBLICITY_TOO_SHORT", "publicity--end_date")]);
    assert!(message.contains("现为4个工作日，最早应公示至2020年8月7日"), "{message}");

    clerk.save(application, "publicity", |data| set(data, "end_date", "2020-08-07")).unwrap();
    assert_eq!(clerk.finish_publicity(application).unwrap().state, State::Unit(UnitWork::Recommend));
}

/// The last day counts to its end: the outcome is recorded on the day after.
#[test]
fn r76_the_outcome_waits_for_the_end_of_the_period() {
    let world = World::start();
    let applicant = world.submitted(&P6);
    let application = applicant.application.as_str();
    let clerk = world.unit_clerk(&P6);
    clerk.publicise(application, &world.pack, "2020-08-03", "2020-08-07");
    world.set_date("2020-08-07");
    let clerk = world.unit_clerk(&P6);
    clerk.record_outcome(application, &world.pack);
    let problems = clerk.finish_publicity(application).unwrap_err().problems();
    assert_eq!(problems, [pair("E_PUBLICITY_NOT_OVER", "publicity--has_objection")]);
    world.set_date("2020-08-08");
    assert_eq!(
        world.unit_clerk(&P6).finish_publicity(application).unwrap().state,
        State::Unit(UnitWork::Recommend)
    );
}

#[test]
fn t06_an_upheld_objection_stops_the_application() {
    let world = World::start();
    let at = world.at(State::Unit(UnitWork::Publicity), &P6);
    let application = at.application();
    world.set_date("2020-08-08");
    let clerk = at.clerk();
    clerk.save(application, "publicity", uphold_objection).unwrap();
    let refused = clerk.finish_publicity(application).unwrap_err();
    assert_eq!((refused.status, refused.code()), (409, "E_OBJECTION_UPHELD"));
}

/// The publicity form stays open after 公示结束, so its outcome is read again at each later step.
#[test]
fn t08_an_objection_upheld_after_the_publicity_stops_the_application() {
    let world = World::start();
    let (applicant, clerk) = posted(&world, &P6);
    let application = &applicant.application;
    clerk.recommend(application, &world.pack);
    clerk.save(application, "publicity", uphold_objection).unwrap();
    let refused = clerk.forward(application).unwrap_err();
    assert_eq!((refused.status, refused.code()), (409, "E_OBJECTION_UPHELD"));
    assert_eq!(applicant.view().application.state, State::Unit(UnitWork::Recommend));
}

/// Neither the group's result nor the unit's own conclusion against the applicant is forwarded.
#[test]
fn r92_an_application_that_is_not_recommended_is_not_forwarded() {
    let world = World::start();
    let (applicant, clerk) = posted(&world, &P6);
    let application = &applicant.application;
    clerk.recommend(application, &world.pack);
    clerk.save(application, "unit_recommendation", |data| set(data, "conclusion", "NotRecommend")).unwrap();
    let refused = clerk.forward(application).unwrap_err();
    assert_eq!((refused.status, refused.code()), (409, "E_UNIT_NOT_RECOMMENDED"));
    assert_eq!(applicant.view().application.state, State::Unit(UnitWork::Recommend));
    clerk.save(application, "unit_recommendation", |data| set(data, "conclusion", "Recommend")).unwrap();
    clerk.forward(application).unwrap();
}

#[test]
fn r83_a_group_of_four_is_too_small() {
    let world = World::start();
    let (applicant, clerk) = posted(&world, &P6);
    let application = &applicant.application;
    clerk.recommend(application, &world.pack);
    clerk
        .save(application, "deliberation", |data| {
            data.groups.get_mut("members").unwrap().pop();
            set(data, "present_count", "4");
            set(data, "votes_for", "4");
        })
        .unwrap();
    let problems = clerk.forward(application).unwrap_err().problems();
    let at = "deliberation--members";
    assert_eq!(problems, [pair("E_GROUP_TOO_SMALL", at)]);
}

#[test]
fn r89_agreed_alone_is_no_opinion() {
    let world = World::start();
    let (applicant, clerk) = posted(&world, &P6);
    let application = &applicant.application;
    clerk.recommend(application, &world.pack);
    let text = "该同志符合条件，同意推荐！……   ";
    clerk.save(application, "unit_recommendation", |data| set(data, "moral", text)).unwrap();
    let problems = clerk.forward(application).unwrap_err().problems();
    assert!(
        problems.iter().all(|(_, anchor)| anchor == "unit_recommendation--moral") && !problems.is_empty(),
        "{problems:?}"
    );
    clerk.save(application, "unit_recommendation", |data| set(data, "moral", "同意推荐")).unwrap();
    assert!(clerk.forward(application).is_err());
}

/// Defence after deliberation is refused even by an hour (R79).
#[test]
fn r79_defence_comes_before_deliberation() {
    let world = World::start();
    let (applicant, clerk) = posted(&world, &P1);
    let application = &applicant.application;
    clerk.recommend(application, &world.pack);
    clerk.save(application, "defense", |data| set(data, "start_time", "16:00")).unwrap();
    let problems = clerk.forward(application).unwrap_err().problems();
    assert_eq!(problems, [pair("E_DEFENSE_AFTER", "deliberation--date")]);
}

#[test]
fn r84_senior_applications_need_the_group_s_signed_form() {
    let world = World::start();
    let (applicant, clerk) = posted(&world, &P1);
    let application = &applicant.application;
    clerk.recommend(application, &world.pack);
    let scans = clerk.officer.view(application).unwrap().scans;
    let form = scans.iter().find(|scan| scan.place.slot == "deliberation_form").unwrap();
    clerk.delete(application, &form.id).unwrap();
    let problems = clerk.forward(application).unwrap_err().problems();
    assert_eq!(problems, [pair("E_SCAN_MISSING", "deliberation--deliberation_form")]);
}

/// Each alone holds the application back, at every level what is asked there (R81); the publicity has its own refusal.
#[test]
fn r92_each_of_what_the_unit_owes_is_needed_before_it_forwards() {
    let of_all = ["deliberation", "appraisals", "unit_recommendation"];
    let of_seniors = ["defense", "deliberation", "appraisals", "unit_recommendation"];
    for (person, forms) in [(&P6, &of_all[..]), (&P1, &of_seniors[..])] {
        let world = World::start();
        let (applicant, clerk) = posted(&world, person);
        let application = &applicant.application;
        clerk.recommend(application, &world.pack);
        for form in forms {
            let filled = clerk.officer.view(application).unwrap().sections[*form].data.clone();
            clerk.save(application, form, |data| *data = SectionData::default()).unwrap();
            let refused = clerk.forward(application).unwrap_err();
            assert_eq!((refused.status, refused.code()), (422, "E_INCOMPLETE"), "{} {form}", person.key);
            let problems = refused.problems();
            let is_there = |(_, anchor): &(String, String)| anchor.starts_with(&format!("{form}--"));
            assert!(!problems.is_empty(), "{} {form}", person.key);
            assert!(problems.iter().all(is_there), "{} {form}: {problems:?}", person.key);
            assert_eq!(applicant.view().application.state, State::Unit(UnitWork::Recommend));
            clerk.save(application, form, |data| *data = filled).unwrap();
        }
        let state = clerk.forward(application).unwrap().state;
        assert!(
            matches!(state, State::Office(Office::Supervisor) | State::Office(Office::Series)),
            "{}: {state:?}",
            person.key
        );
    }
}

/// One of five appraisals is missing (R85).
#[test]
fn r85_every_year_is_appraised() {
    let world = World::start();
    let (applicant, clerk) = posted(&world, &P6);
    let application = &applicant.application;
    clerk.recommend(application, &world.pack);
    let years: Vec<String> = clerk.officer.view(application).unwrap().sections["appraisals"]
        .data
        .rows("rows")
        .iter()
        .map(|row| row.id.to_string())
        .collect();
    assert_eq!(years, ["2015", "2016", "2017", "2018", "2019"]);
    clerk
        .save(application, "appraisals", |data| {
            data.groups.get_mut("rows").unwrap().retain(|row| row.id.as_str() != "2017");
        })
        .unwrap();
    let problems = clerk.forward(application).unwrap_err().problems();
    assert_eq!(problems, [pair("E_APPRAISAL", "appraisals--rows--2017--result")]);
}

#[test]
fn another_unit_s_clerk_does_not_know_the_application() {
    let world = World::start();
    let applicant = world.submitted(&P6);
    let stranger = world.unit_clerk(&P2);
    assert!(stranger.officer.queue().waiting.is_empty());
    let refused = stranger.officer.view(&applicant.application).unwrap_err();
    assert_eq!((refused.status, refused.code()), (404, "E_NOT_FOUND"));
    let refused = stranger.officer.progress(&applicant.application).unwrap_err();
    assert_eq!((refused.status, refused.code()), (404, "E_NOT_FOUND"));
}

/// Two decide at once, and the second is told (T8).
#[test]
fn a_step_on_an_application_that_has_moved_is_refused() {
    let world = World::start();
    let (applicant, clerk) = posted(&world, &P6);
    let application = &applicant.application;
    clerk.recommend(application, &world.pack);
    let seen = clerk.officer.view(application).unwrap().application.revision;
    clerk.forward(application).unwrap();
    let series = world.reviewer("柳州市经济专业工程技术人员职称改革工作领导小组");
    let refused = series.step_seen(application, harness::reviewer::approval(), seen).unwrap_err();
    assert_eq!((refused.status, refused.code()), (409, "E_APPLICATION_MOVED"));
    assert_eq!(applicant.view().application.state, State::Office(Office::Series));
}
