//! Edge cases 1–13 of the calendar (domain.md §7), one test a case. Cases 7, 10 and 12 stand beside the rules they are
//! of: `calendar.rs`, `publicity.rs`; the clock of case 13 in `deadlines.rs`.

use crate::publicity::planned;
use crate::scene::{Scene, at, day, step};
use domain::calendar::{DayKind, Span};
use domain::form::{Case, Code, section_problems};
use domain::workflow::{Action, By, Stage};

fn is_worked(of: &str) -> bool {
    crate::pack().calendar.shared().is_working_day(day(of)).unwrap()
}

/// The first day on which five working days are over.
fn earliest_end(start: &str) -> String {
    crate::pack().calendar.shared().earliest_end(day(start), 5, true).unwrap().to_string()
}

fn finish(scene: &Scene) -> &'static str {
    scene.says(&step(Action::FinishPublicity), By::Stage(Stage::Unit))
}

/// An application whose publicity ends on this day, read on `today`.
fn publicised(today: &str, end: &str) -> Scene {
    let mut scene = planned(at("UnitPublicity"), "2020-08-03", end);
    scene.today = day(today);
    scene
}

#[test]
fn r75_edge_01_san_yue_san_within_the_window_counts_for_nobody_in_guangxi() {
    assert_eq!(earliest_end("2021-04-12"), "2021-04-20");
    assert_eq!(["2021-04-14", "2021-04-15", "2021-04-16"].map(is_worked), [false; 3]);
}

#[test]
fn r75_edge_02_a_weekend_that_is_made_up_for_counts() {
    assert_eq!(["2020-09-27", "2020-06-28", "2021-09-18"].map(is_worked), [true; 3]);
    assert_eq!(["2020-09-26", "2020-06-27", "2021-09-19"].map(is_worked), [false; 3]);
    assert_eq!(earliest_end("2020-09-25"), "2020-09-30");
}

#[test]
fn r75_edge_03_guangxi_overrides_a_day_that_the_nation_makes_up() {
    assert_eq!(["2023-04-23", "2022-04-02"].map(is_worked), [false; 2]);
}

#[test]
fn r75_edge_04_a_day_that_guangxi_alone_makes_up_counts() {
    let days = crate::pack().calendar.shared().counted(day("2021-04-18"), day("2021-04-18"), true).unwrap();
    assert_eq!(days.first().map(|counted| counted.kind), Some(DayKind::MadeUp));
}

#[test]
fn r75_edge_05_san_yue_san_of_2020_was_worked() {
    assert_eq!(["2020-03-26", "2020-03-27"].map(is_worked), [true; 2]);
    assert_eq!(earliest_end("2020-03-24"), "2020-03-30");
}

#[test]
fn r75_edge_06_new_year_s_eve_of_2024_is_no_official_day_off() {
    assert!(is_worked("2024-02-09"));
    assert_eq!(earliest_end("2024-02-07"), "2024-02-19");
}

#[test]
fn r75_edge_08_a_start_on_a_day_off_counts_from_the_next_working_day() {
    assert_eq!(["2020-08-08", "2020-08-09", "2020-08-10"].map(earliest_end), ["2020-08-14"; 3]);
    assert_eq!(earliest_end("2020-10-01"), "2020-10-14", "and so does a holiday");
}

#[test]
fn r76_edge_09_the_last_day_is_not_over_before_midnight() {
    let ends = |today: &str| finish(&publicised(today, "2020-08-07"));
    assert_eq!(["2020-08-07", "2020-08-08"].map(ends), ["E_INCOMPLETE", "taken"]);
}

/// The days that were posted stay as they are; whoever passes the application is stopped and told.
#[test]
fn r75_edge_11_a_calendar_that_is_corrected_flags_a_publicity_and_changes_no_date() {
    let before = publicised("2020-08-08", "2020-08-07");
    assert_eq!(finish(&before), "taken");
    let mut after = before.clone();
    let nationwide = &mut after.pack.calendar.layers[0];
    let year = nationwide.years.iter_mut().find(|year| year.year == 2020).unwrap();
    year.off.push(Span { from: day("2020-08-05"), to: day("2020-08-05"), holiday: None });
    let case = Case::new(&after.pack, &after.answers, &after.scans, after.today).of(&after.application);
    let found = section_problems(&case, after.pack.section("publicity").unwrap());
    assert!(found.iter().any(|problem| problem.code() == Code::EPublicityTooShort), "{found:?}");
    assert_eq!(finish(&after), "E_INCOMPLETE");
    let mut passed_on = after.clone();
    passed_on.application = at("UnitRecommend").application;
    assert_eq!(passed_on.says(&step(Action::Forward), By::Stage(Stage::Unit)), "E_NOT_PUBLICISED");
    assert_eq!(after.answers, before.answers);
    assert_eq!(after.application.posted, before.application.posted);
}
