//! A publicity that was really up: the days of its table, and every pass that rests on it (R73–R77).

use crate::guards::{PASSING_ON, VOUCHING};
use crate::named::Pairs;
use crate::scene::{Scene, at, day, step};
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

/// A sheet generated on 10 August is not up before, whatever dates are typed. The day itself counts.
#[test]
fn r75_nothing_hangs_out_before_it_was_printed() {
    let table = [
        ("2020-08-03", "2020-08-03", "2020-08-07", "taken"),
        ("2020-08-04", "2020-08-03", "2020-08-07", "E_INCOMPLETE"),
        ("2020-08-10", "2019-08-05", "2019-08-09", "E_INCOMPLETE"),
        ("2020-08-10", "2020-08-10", "2020-08-14", "taken"),
        ("2020-08-10", "2020-08-11", "2020-08-17", "taken"),
    ];
    for (printed, start, end, expected) in table {
        let scene = generated(at("UnitPublicity"), printed);
        let scene = scene.with("publicity", &[("start_date", start), ("end_date", end)]);
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

/// Other data hang out anew; a change that is undone restores its posting.
#[test]
fn r73_a_change_that_is_undone_restores_its_posting() {
    let mut application = at("UnitPublicity").application;
    (application.posted, application.earlier_tables) = (None, Vec::new());
    let printed = [
        ("a", "2020-08-03"),
        ("a", "2020-08-04"),
        ("b", "2020-08-10"),
        ("a", "2020-08-12"),
        ("c", "2020-08-13"),
    ];
    let tables = printed.map(|(hash, today)| {
        application = application.with_table(application.table_of(hash.into(), day(today)));
        let PostedTable { table_version, generated_on, .. } = application.posted.clone().unwrap();
        (table_version, generated_on.to_string())
    });
    let expected =
        [(1, "2020-08-03"), (1, "2020-08-03"), (2, "2020-08-10"), (1, "2020-08-03"), (3, "2020-08-13")];
    assert_eq!(tables, expected.map(|(version, day)| (version, day.to_owned())));
    let earlier: Vec<&str> = application.earlier_tables.iter().map(|table| &*table.payload_hash).collect();
    assert_eq!(earlier, ["b", "a"], "each is kept once");
}
