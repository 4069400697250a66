//! A publicity that was really up: the days of its table, and every pass that rests on it (R73–R77).

use crate::guards::{OBJECTION, PASSING_ON, VOUCHING};
use crate::named::{PACK, Pairs};
use crate::scene::{Scene, at, day, step};
use domain::form::{Case, section_problems};
use domain::publicity::{faults_of_sheet, plan_hash};
use domain::workflow::{Action, By, Office, PostedTable, Stage};

const UNIT: By = By::Stage(Stage::Unit);

/// Each step that lets an application pass: the unit's, the offices' and the series office's.
fn passes() -> impl Iterator<Item = (&'static str, Action, By)> {
    let offices = PASSING_ON.into_iter().map(|(name, stage)| (name, Action::Forward, By::Stage(stage)));
    let series = ("SeriesReview", Action::Approve, By::Stage(Stage::Office(Office::Series)));
    VOUCHING.into_iter().map(|(name, action)| (name, action, UNIT)).chain(offices).chain([series])
}

fn generated(mut scene: Scene, on: &str) -> Scene {
    scene.application.posted.as_mut().unwrap().generated_on = day(on);
    scene
}

/// The days are on the sheet.
pub(crate) fn planned(scene: Scene, start: &str, end: &str) -> Scene {
    let mut scene = scene.with("publicity", &[("start_date", start), ("end_date", end)]);
    let case = Case::new(&scene.pack, &scene.answers, &scene.scans, scene.today);
    scene.application.posted.as_mut().unwrap().plan_hash = plan_hash(&case);
    scene
}

/// A sheet generated on 10 August is not up before, whatever dates are typed. The day itself counts.
#[test]
fn r75_case_01_nothing_hangs_out_before_it_was_printed() {
    let table = [
        ("2020-08-03", "2020-08-03", "2020-08-07", "taken"),
        ("2020-08-04", "2020-08-03", "2020-08-07", "E_INCOMPLETE"),
        ("2020-08-10", "2019-08-05", "2019-08-09", "E_INCOMPLETE"),
        ("2020-08-10", "2020-08-10", "2020-08-14", "taken"),
        ("2020-08-10", "2020-08-11", "2020-08-17", "taken"),
    ];
    for (printed, start, end, expected) in table {
        let scene = generated(at("UnitPublicity"), printed);
        let scene = planned(scene, start, end);
        assert_eq!(scene.says(&step(Action::FinishPublicity), UNIT), expected, "{printed}: {start} to {end}");
    }
}

#[test]
fn r77_every_pass_rests_on_a_publicity_that_stands() {
    let too_short: Pairs<'_> = &[("end_date", "2020-08-06")];
    let upheld: Pairs<'_> = &[
        ("has_objection", "true"),
        ("objection_content", "有职工反映其业绩不实"),
        ("handling_result", "经核实，反映的情况属实"),
        ("conclusion", "Upheld"),
    ];
    for (name, action, by) in passes() {
        let says = |scene: Scene| scene.says(&step(action), by);
        assert_eq!(says(at(name)), "taken", "{name}");
        assert_eq!(says(generated(at(name), "2020-08-10")), "E_NOT_PUBLICISED", "{name}: printed afterwards");
        assert_eq!(says(at(name).with("publicity", too_short)), "E_NOT_PUBLICISED", "{name}: four days");
        assert_eq!(says(at(name).with("publicity", upheld)), "E_OBJECTION_UPHELD", "{name}");
        let mut other = at(name);
        other.application.posted.as_mut().unwrap().payload_hash = "of another table".into();
        assert_eq!(says(other), "E_PUBLICITY_OUTDATED", "{name}: something else was publicised");
    }
}

/// The last day is heard, too: nothing is concluded before the day is over.
#[test]
fn r76_edge_68_an_objection_of_the_last_day_is_handled_before_the_publicity_ends() {
    let finish = |today: &str, outcome: Pairs<'_>| {
        let scene = at("UnitPublicity").with("publicity", &[("end_date", "2020-08-07")]).on(today);
        scene.with("publicity", outcome).says(&step(Action::FinishPublicity), UNIT)
    };
    let open: Pairs<'_> = &[("has_objection", "true"), ("conclusion", ""), ("handling_result", "")];
    let handled = [&OBJECTION[..], &[("conclusion", "Dismissed")]].concat();
    assert_eq!(finish("2020-08-07", &handled), "E_INCOMPLETE", "the day itself counts");
    assert_eq!(finish("2020-08-08", open), "E_INCOMPLETE", "nobody has looked into it");
    assert_eq!(finish("2020-08-08", &handled), "taken");
}

/// Other data hang out anew; a change that is undone restores its posting.
#[test]
fn r73_edge_70_a_change_that_is_undone_restores_its_posting() {
    let mut application = at("UnitPublicity").application;
    (application.posted, application.earlier_tables) = (None, Vec::new());
    let printed = [
        ("a", "2020-08-03"),
        ("a", "2020-08-04"),
        ("b", "2020-08-10"),
        ("a", "2020-08-12"),
        ("c", "2020-08-13"),
    ];
    let tables = printed.map(|(said, today)| {
        let mut scene = at("UnitPublicity").with("basic_info", &[("current_work", said)]);
        scene.pack = PACK.clone();
        let case = Case::new(&scene.pack, &scene.answers, &[], day(today));
        application = application.with_table(application.table_of(&case));
        let PostedTable { table_version, generated_on, .. } = application.posted.clone().unwrap();
        (table_version, generated_on.to_string())
    });
    let expected =
        [(1, "2020-08-03"), (1, "2020-08-03"), (2, "2020-08-10"), (1, "2020-08-03"), (3, "2020-08-13")];
    assert_eq!(tables, expected.map(|(version, day)| (version, day.to_owned())));
    let earlier: Vec<u32> = application.earlier_tables.iter().map(|table| table.table_version).collect();
    assert_eq!(earlier, [2, 1], "each is kept once");
}

const POSTED_BEFORE: Pairs<'_> =
    &[("posted_before", "true"), ("posted_before_reason", "公示时系统尚未开放，已先张贴纸质公示表")];

/// Entered on 10 August: the version that it shows was submitted on 3 August. The day itself counts.
fn entered_later() -> Scene {
    let mut scene = generated(at("UnitPublicity"), "2020-08-10");
    scene.application.posted.as_mut().unwrap().submitted_on = day("2020-08-03");
    scene.pack.sections.iter_mut().find(|section| section.id == "publicity").unwrap().slots.clear();
    scene
}

#[test]
fn edge_10_paper_that_was_posted_before_it_was_entered_counts_from_its_version() {
    let table = [
        ("2020-08-03", "2020-08-07", POSTED_BEFORE, "taken"),
        ("2020-08-03", "2020-08-07", &[], "E_INCOMPLETE"),
        ("2020-08-03", "2020-08-07", &[("posted_before", "false")], "E_INCOMPLETE"),
        ("2020-08-03", "2020-08-07", &POSTED_BEFORE[..1], "E_INCOMPLETE"),
        ("2020-07-31", "2020-08-07", POSTED_BEFORE, "E_INCOMPLETE"),
        ("2020-08-03", "2020-08-06", POSTED_BEFORE, "E_INCOMPLETE"),
    ];
    for (start, end, says, expected) in table {
        let dated = entered_later().with("publicity", &[("start_date", start), ("end_date", end)]);
        let scene = dated.with("publicity", says);
        let taken = scene.says(&step(Action::FinishPublicity), UNIT);
        assert_eq!(taken, expected, "{start} to {end}: {says:?}");
    }
}

/// Its scan is asked before the sheet is made and at each pass, and each who judges it reads that it was entered later.
#[test]
fn edge_10_paper_that_was_posted_before_needs_its_scan_and_is_flagged() {
    let scene = generated(at("UnitPublicity"), "2020-08-03").with("publicity", POSTED_BEFORE);
    let case = Case::new(&scene.pack, &scene.answers, &[], scene.today).of(&scene.application);
    let scan = "publicity--signed_publicity_table";
    let asked = faults_of_sheet(&case, scene.application.posted.as_ref().unwrap());
    assert_eq!(asked.iter().map(|problem| problem.spot.anchor()).collect::<Vec<_>>(), [scan]);
    let section = scene.pack.section("publicity").unwrap();
    let found = section_problems(&case, section);
    let flagged = found.iter().find(|problem| !problem.is_error()).map(|problem| problem.code().to_string());
    assert_eq!(flagged.as_deref(), Some("W_PUBLICITY_POSTED_BEFORE"));
    for (name, action, by) in passes() {
        let unscanned = at(name).with("publicity", POSTED_BEFORE);
        assert_eq!(unscanned.says(&step(action), by), "E_NOT_PUBLICISED", "{name}");
    }
}
