//! The refusals that the employing unit meets (R73–R92).

use api::routes::Route;
use api::workflow::{StepTaken, TakeStep};
use domain::form::SectionData;
use domain::workflow::{Action, Office, State, Step, UnitWork};
use harness::{Applicant, P1, P2, P6, Person, UnitClerk, World};
use std::collections::BTreeMap;

fn set(data: &mut SectionData, field: &str, value: &str) {
    data.values.insert(field.into(), value.into());
}

/// An application submitted, posted, and ready to be recommended.
const FORMS_OF_RECOMMENDATION: [&str; 2] = ["deliberation", "unit_recommendation"];

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
    clerk.post(application, &world.pack);
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

/// From Monday 2020-08-03 to Thursday 2020-08-06 are four working days: such a plan is not printed.
#[test]
fn r75_four_working_days_are_too_few() {
    let world = World::start();
    let applicant = world.submitted(&P6);
    let clerk = world.unit_clerk(&P6);
    let application = &applicant.application;
    clerk.plan(application, &world.pack, "2020-08-03", "2020-08-06");
    let refused = clerk.make_table(application).unwrap_err();
    let problem = &refused.problem.as_ref().unwrap().problems[0];
    let message = domain::words::chinese::problem(problem, &world.pack);
    assert_eq!(refused.problems(), [pair("E_PUBLICITY_TOO_SHORT", "publicity--end_date")]);
    assert!(message.contains("现为4个工作日，最早应公示至2020年8月7日"), "{message}");

    clerk.save(application, "publicity", |data| set(data, "end_date", "2020-08-07")).unwrap();
    clerk.make_table(application).unwrap();
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

/// Forms that a step rested on stay as they were, until the application comes back.
#[test]
fn r90_r76_a_form_is_closed_by_the_step_that_rested_on_it() {
    let world = World::start();
    let at = world.at(State::Unit(UnitWork::Publicity), &P6);
    let application = at.application();
    world.set_date("2020-08-08");
    let clerk = at.clerk();
    let closed = |form: &str| {
        let saved = clerk.save(application, form, |_| {});
        saved.is_err_and(|refused| (refused.status, refused.code()) == (409, "E_NOT_EDITABLE"))
    };
    let closed_now = || UNIT_FORMS.into_iter().filter(|form| closed(form)).collect::<Vec<_>>();
    assert_eq!(closed_now(), ["unit_check", "appraisals"]);
    clerk.record_outcome(application, &world.pack);
    clerk.finish_publicity(application).unwrap();
    assert_eq!(closed_now(), ["unit_check", "publicity", "appraisals"]);
    let refused = clerk.upload(application, "publicity", "signed_publicity_table").unwrap_err();
    assert_eq!((refused.status, refused.code()), (409, "E_NOT_EDITABLE"));
    clerk.recommend(application, &world.pack);
    clerk.forward(application).unwrap();
}

const UNIT_FORMS: [&str; 5] =
    ["unit_check", "publicity", "deliberation", "appraisals", "unit_recommendation"];

/// 异议成立 at any time: what the unit corrects is judged again.
#[test]
fn t15_an_objection_upheld_while_the_unit_corrects_stops_the_application() {
    let world = World::start();
    let at = world.at(State::Unit(UnitWork::Correcting), &P2);
    let (application, clerk) = (at.application(), at.clerk());
    clerk.save(application, "publicity", uphold_objection).unwrap();
    let answers = vec!["已补正".to_owned()];
    let step = Step { answers, ..Step::silent(Action::Corrected) };
    let refused = clerk.officer.step(application, step).unwrap_err();
    assert_eq!((refused.status, refused.code()), (409, "E_OBJECTION_UPHELD"));
}

/// Neither the group's result nor the unit's own conclusion against the applicant is forwarded.
#[test]
fn r92_edge_71_an_application_that_is_not_recommended_is_not_forwarded() {
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

/// Each alone holds the application back, at every level what is asked there (R81). Without publicity or appraisals
/// there was no sheet.
#[test]
fn r92_each_of_what_the_unit_owes_is_needed_before_it_forwards() {
    let of_all = ["deliberation", "unit_recommendation"];
    let of_seniors = ["defense", "deliberation", "unit_recommendation"];
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

/// One of five appraisals is missing (R85), which the sheet shows.
#[test]
fn r85_every_year_is_appraised() {
    let world = World::start();
    let applicant = world.submitted(&P6);
    let (application, clerk) = (&applicant.application, world.unit_clerk(&P6));
    clerk.plan(application, &world.pack, "2020-08-03", "2020-08-07");
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
    let problems = clerk.make_table(application).unwrap_err().problems();
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

/// R92: the decision rests on what the unit's forms say to whoever takes it.
#[test]
fn case_05_a_step_on_a_form_that_was_changed_elsewhere_is_refused() {
    let world = World::start();
    let (applicant, clerk) = posted(&world, &P6);
    let application = &applicant.application;
    clerk.recommend(application, &world.pack);
    let revision = clerk.officer.view(application).unwrap().application.revision;
    let look = || {
        let sections = clerk.officer.view(application).unwrap().sections;
        BTreeMap::from(FORMS_OF_RECOMMENDATION.map(|id| (id.to_owned(), sections[id].revision)))
    };
    let forward = |seen| {
        let step = Step { opinion: "材料齐全，同意上报。".into(), ..Step::silent(Action::Forward) };
        let take = TakeStep { step, revision, seen };
        clerk.officer.client.call::<_, StepTaken>(Route::TakeStep, &[application], &take)
    };
    let seen = look();
    clerk
        .save(application, "unit_recommendation", |data| {
            set(data, "moral", "拥护党的领导，遵纪守法，爱岗敬业，团结同事。")
        })
        .unwrap();
    let refused = forward(seen).unwrap_err();
    assert_eq!((refused.status, refused.code()), (409, "E_FORMS_MOVED"));
    forward(look()).unwrap();
}
