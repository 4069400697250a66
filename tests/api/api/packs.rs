//! The same binaries under each pack, from registration to 缴费完成.

use domain::form::{Code, Row};
use domain::ids::RowId;
use domain::pack::Pack;
use domain::words::chinese;
use domain::workflow::{Ending, Office, Payment, ProgressStep, Stage, State};
use harness::cities::{CAR_ENGINEER, ROBOT_ENGINEER};
use harness::{Applicant, LIUZHOU_2020, LIUZHOU_2026, P2, Person, QINGHE_2026, Refused, UnitClerk, World};

/// Checks the application, prints its table and hangs it out.
fn posted(world: &World, person: &Person, application: &str) -> UnitClerk {
    let clerk = world.unit_clerk(person);
    clerk.check_all(application, &world.pack);
    clerk.post(application, &world.pack);
    clerk.start_publicity(application).unwrap();
    clerk
}

/// The sentence that refuses a publicity that is too short.
fn too_short(refused: Refused, pack: &Pack) -> String {
    assert_eq!((refused.status, refused.code()), (422, "E_INCOMPLETE"));
    let mut problems = refused.problem.unwrap().problems;
    problems.retain(|problem| problem.code() == Code::EPublicityTooShort);
    assert_eq!(problems.len(), 1);
    chinese::problem(&problems[0], pack)
}

/// The years whose appraisals the unit was asked for.
fn appraised_years(clerk: &UnitClerk, application: &str) -> Vec<String> {
    let sections = clerk.officer.view(application).unwrap().sections;
    sections["appraisals"].data.rows("rows").iter().map(|row| row.id.to_string()).collect()
}

/// Every office of the application's own route passes it on; answers the states that it came to.
fn through_the_offices(world: &World, applicant: &Applicant) -> Vec<State> {
    let application = &applicant.application;
    let route = applicant.view().application.route;
    let taken = route.iter().skip(1).map(|station| {
        let reviewer = world.reviewer(&station.name);
        if station.stage == Stage::Office(Office::Series) {
            reviewer.approve(application)
        } else {
            reviewer.forward(application)
        }
    });
    taken.map(|taken| taken.unwrap().state).collect()
}

/// The fee that was asked, in fen.
fn paid(world: &World, person: &'static Person) -> u32 {
    let applicant = Applicant::sign_in(world.url(), person);
    let order = applicant.pay();
    assert_eq!(applicant.verify_payment().unwrap().state, State::Over(Ending::Verified));
    order.amount_fen
}

/// The labels of 职称申报进度 after the unit's own.
fn upper_steps(world: &World, applicant: &Applicant) -> Vec<String> {
    let label = |step: ProgressStep| chinese::milestone(step.milestone, &world.pack).to_owned();
    applicant.progress().steps.into_iter().skip(4).map(label).collect()
}

/// Lists so many papers like the first, under a declaration that covers them.
fn list_papers(world: &World, applicant: &Applicant, n_papers: usize) {
    applicant.change("publications", |data| {
        let rows = data.groups.get_mut("rows").unwrap();
        let paper = |i: usize| Row { id: RowId::new(format!("paper-{i}")), ..rows[0].clone() };
        *rows = rows[..1].iter().cloned().chain((1..n_papers).map(paper)).collect();
    });
    applicant.declare(&world.pack);
}

/// Submits and returns the codes of the refusal, but for missing scans.
fn refused_for(applicant: &Applicant) -> Vec<Code> {
    let problems = applicant.submit().unwrap_err().problem.unwrap().problems;
    problems.iter().map(|problem| problem.code()).filter(|code| *code != Code::EScanMissing).collect()
}

#[test]
fn liuzhou_2020_walks_to_payment() {
    let world = World::start_in(&LIUZHOU_2020);
    let applicant = world.submitted(&P2);
    let application = applicant.application.as_str();
    let _: UnitClerk = posted(&world, &P2, application);
    world.set_date("2020-08-08");
    let clerk = world.unit_clerk(&P2);
    clerk.record_publicity(application, &world.pack, "2020-08-03", "2020-08-06");
    let refused = clerk.finish_publicity(application).unwrap_err();
    assert!(too_short(refused, &world.pack).contains("2020年8月7日"));
    clerk.record_publicity(application, &world.pack, "2020-08-03", "2020-08-07");
    clerk.finish_publicity(application).unwrap();
    clerk.recommend(application, &world.pack);
    assert_eq!(appraised_years(&clerk, application), ["2015", "2016", "2017", "2018", "2019"]);
    clerk.forward(application).unwrap();
    let applicant = Applicant::sign_in(world.url(), &P2);
    assert_eq!(upper_steps(&world, &applicant), ["县区职改部门", "市系列审核", "缴费", "缴费验证"]);
    assert_eq!(
        through_the_offices(&world, &applicant),
        [State::Office(Office::Series), State::Payment(Payment::Due)]
    );
    assert_eq!(paid(&world, &P2), 16_000);
}

/// A committee, a field and a make-up Sunday that 2020 does not know (domain.md A.4).
#[test]
fn liuzhou_2026_walks_a_car_engineer_to_payment() {
    let world = World::start_in(&LIUZHOU_2026);
    let mut applicant = world.applicant(&CAR_ENGINEER);
    let mut other = LIUZHOU_2026.choice(&CAR_ENGINEER);
    other.committee = "C_ENG_DS".into();
    let refused = applicant.try_start(other).unwrap_err();
    assert_eq!(refused.code(), "E_COMMITTEE_MISMATCH");
    assert!(refused.title().contains("工程系列柳州汽车产业副高级评委会"), "{}", refused.title());

    applicant.start();
    applicant.fill_everything(&world.pack);
    assert_eq!(applicant.view().sections["basic_info"].data.value("cycle_year"), "2026");
    applicant.change("achievements", |data| {
        let row = &mut data.groups.get_mut("rows").unwrap()[0];
        row.values.insert("key_industry_project".into(), "true".into());
    });
    applicant.declare(&world.pack);
    applicant.submit().unwrap();
    let application = applicant.application.as_str();

    world.set_date("2026-09-17");
    let _: UnitClerk = posted(&world, &CAR_ENGINEER, application);
    world.set_date("2026-09-23");
    let clerk = world.unit_clerk(&CAR_ENGINEER);
    // Sunday 20 September is worked: Monday is the fourth day.
    clerk.record_publicity(application, &world.pack, "2026-09-17", "2026-09-21");
    let sentence = too_short(clerk.finish_publicity(application).unwrap_err(), &world.pack);
    assert!(sentence.contains("现为4个工作日，最早应公示至2026年9月22日"), "{sentence}");
    clerk.record_publicity(application, &world.pack, "2026-09-17", "2026-09-22");
    clerk.finish_publicity(application).unwrap();
    clerk.recommend(application, &world.pack);
    assert_eq!(appraised_years(&clerk, application), ["2021", "2022", "2023", "2024", "2025"]);
    clerk.forward(application).unwrap();
    let applicant = Applicant::sign_in(world.url(), &CAR_ENGINEER);
    assert_eq!(
        through_the_offices(&world, &applicant),
        [State::Office(Office::Series), State::Payment(Payment::Due)]
    );
    assert_eq!(paid(&world, &CAR_ENGINEER), 40_000);
}

/// Other committees, sections, limits, days, offices, fees and words.
#[test]
fn example_city_2026_walks_to_payment_by_its_own_rules() {
    let world = World::start_in(&QINGHE_2026);
    let applicant = world.started(&ROBOT_ENGINEER);
    applicant.fill_everything(&world.pack);
    let sections = applicant.view().sections;
    for own in ["research_projects", "memberships", "masterpiece"] {
        assert!(sections.contains_key(own), "{own}");
    }
    list_papers(&world, &applicant, 4);
    assert_eq!(refused_for(&applicant), [Code::ETooManyRows]);
    list_papers(&world, &applicant, 3);
    assert_eq!(refused_for(&applicant), []);
    list_papers(&world, &applicant, 1);
    applicant.submit().unwrap();
    let application = applicant.application.as_str();

    let _: UnitClerk = posted(&world, &ROBOT_ENGINEER, application);
    world.set_date("2026-09-12");
    let clerk = world.unit_clerk(&ROBOT_ENGINEER);
    clerk.record_publicity(application, &world.pack, "2026-09-03", "2026-09-09");
    let sentence = too_short(clerk.finish_publicity(application).unwrap_err(), &world.pack);
    assert!(sentence.contains("不能少于7个工作日"), "{sentence}");
    clerk.record_publicity(application, &world.pack, "2026-09-03", "2026-09-11");
    clerk.make_table(application).unwrap();
    clerk.finish_publicity(application).unwrap();
    clerk.recommend(application, &world.pack);
    clerk.forward(application).unwrap();

    let applicant = Applicant::sign_in(world.url(), &ROBOT_ENGINEER);
    let steps = ["县工信部门", "县区职改部门", "市评审办审核", "缴费", "缴费验证"];
    assert_eq!(upper_steps(&world, &applicant), steps);
    let states =
        [State::Office(Office::CountyTitle), State::Office(Office::Series), State::Payment(Payment::Due)];
    assert_eq!(through_the_offices(&world, &applicant), states);
    assert_eq!(paid(&world, &ROBOT_ENGINEER), 14_000);
    let told = world.sms_to(ROBOT_ENGINEER.mobile);
    let told: Vec<&String> = told.iter().filter(|text| !text.contains("验证码")).collect();
    assert!(told.len() == 3 && told.iter().all(|text| text.starts_with("【清河职称】")), "{told:?}");
}
