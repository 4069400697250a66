//! R75 with the pack's calendar (domain.md Appendix A).

use crate::named::{answers, case, data};
use crate::pack;
use chrono::{Datelike, NaiveDate, Weekday};
use domain::calendar::{CalendarMissing, DayKind, Holiday, Layer, Span, Year};
use domain::form::{Code, section_problems};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Start, earliest end, earliest end when the first day does not count (domain.md A.4).
const WORKED_EXAMPLES: [(&str, &str, &str); 12] = [
    ("2020-08-03", "2020-08-07", "2020-08-10"),
    ("2020-08-07", "2020-08-13", "2020-08-14"),
    ("2020-08-08", "2020-08-14", "2020-08-14"),
    ("2020-09-25", "2020-09-30", "2020-10-09"),
    ("2020-06-22", "2020-06-29", "2020-06-30"),
    ("2020-03-24", "2020-03-30", "2020-03-31"),
    ("2021-04-12", "2021-04-20", "2021-04-21"),
    ("2021-09-16", "2021-09-23", "2021-09-24"),
    ("2024-02-07", "2024-02-19", "2024-02-20"),
    ("2025-03-27", "2025-04-07", "2025-04-08"),
    ("2026-09-17", "2026-09-22", "2026-09-23"),
    ("2026-09-28", "2026-10-09", "2026-10-10"),
];

#[test]
fn r75_working_days_earliest_end_of_a_publicity() {
    let pack = pack();
    let calendar = pack.calendar.shared();
    for (start, end, strict) in WORKED_EXAMPLES {
        assert_eq!(calendar.earliest_end(day(start), 5, true), Ok(day(end)), "{start}");
        assert_eq!(calendar.earliest_end(day(start), 5, false), Ok(day(strict)), "{start}, strict");
        assert_eq!(calendar.working_days(day(start), day(end), true), Ok(5), "{start}");
    }
}

/// Each day of A.4's examples: its number if it counts, and otherwise why not.
#[test]
fn r75_each_day_of_a_publicity_counts_or_says_why_not() {
    use DayKind::{MadeUp, Off, Weekend, Working};
    let pack = pack();
    let calendar = pack.calendar.shared();
    let kinds = |start: &str, end: &str| -> Vec<DayKind> {
        let days = calendar.counted(day(start), day(end), true).unwrap();
        days.iter().map(|counted| counted.kind).collect()
    };
    let dragon_boat = Off(Some(Holiday::DragonBoat));
    assert_eq!(
        kinds("2020-06-22", "2020-06-29"),
        [Working, Working, Working, dragon_boat, dragon_boat, dragon_boat, MadeUp, Working]
    );
    let san_yue_san = Off(Some(Holiday::SanYueSan));
    assert_eq!(
        kinds("2021-04-12", "2021-04-19"),
        [Working, Working, san_yue_san, san_yue_san, san_yue_san, Weekend, MadeUp, Working]
    );
    assert_eq!(kinds("2020-10-01", "2020-10-01"), [Off(Some(Holiday::NationalDay))]);
    for (start, end, strict) in WORKED_EXAMPLES {
        for (last, count_first) in [(end, true), (strict, false)] {
            let days = calendar.counted(day(start), day(last), count_first).unwrap();
            let numbers: Vec<u32> = days.iter().filter_map(|counted| counted.number).collect();
            assert_eq!(numbers, [1, 2, 3, 4, 5], "{start} to {last}");
            assert_eq!(days.last().unwrap().number, Some(5), "{start} to {last}");
        }
    }
    assert_eq!(
        calendar.counted(day("2026-12-30"), day("2027-01-04"), true),
        Err(CalendarMissing { year: 2027 })
    );
}

#[test]
fn r75_working_days_between_two_dates() {
    let pack = pack();
    let calendar = pack.calendar.shared();
    let counts = [
        ("2020-08-03", "2020-08-06", 4),
        ("2020-08-06", "2020-08-10", 3),
        ("2020-08-08", "2020-08-09", 0),
        ("2021-04-12", "2021-04-16", 2),
        ("2020-09-30", "2020-10-10", 3),
        ("2020-01-20", "2020-02-05", 7),
    ];
    for (start, end, n_days) in counts {
        assert_eq!(calendar.working_days(day(start), day(end), true), Ok(n_days), "{start} {end}");
    }
}

/// 民法典 art. 201: the day on which a period begins may not count.
#[test]
fn r75_working_days_after_the_first_day() {
    let pack = pack();
    let calendar = pack.calendar.shared();
    let counts = [
        ("2020-08-03", "2020-08-03", 0),
        ("2020-08-03", "2020-08-04", 1),
        ("2020-08-03", "2020-08-10", 5),
        ("2020-08-07", "2020-08-09", 0),
        ("2020-08-07", "2020-08-10", 1),
    ];
    for (start, end, n_days) in counts {
        assert_eq!(calendar.working_days(day(start), day(end), false), Ok(n_days), "{start} {end}");
    }
}

#[test]
fn r75_working_days_of_whole_years() {
    let guangxi = pack().calendar;
    let mut national = guangxi.clone();
    national.layers.truncate(1);
    let years = [
        (2020, 249, 249),
        (2021, 248, 250),
        (2022, 247, 249),
        (2023, 247, 249),
        (2024, 249, 251),
        (2025, 246, 248),
        (2026, 246, 248),
    ];
    for (year, in_guangxi, nationwide) in years {
        let (first, last) = (day(&format!("{year}-01-01")), day(&format!("{year}-12-31")));
        assert_eq!(guangxi.shared().working_days(first, last, true), Ok(in_guangxi), "{year}");
        assert_eq!(national.shared().working_days(first, last, true), Ok(nationwide), "{year}, national");
    }
}

/// domain.md A.2 and A.3: what differs from the plain week in 2019. Off in the whole country, worked on a weekend,
/// and off in Guangxi alone or besides.
const OFF_2019: [(&str, &str); 7] = [
    ("2019-01-01", "2019-01-01"),
    ("2019-02-04", "2019-02-10"),
    ("2019-04-05", "2019-04-05"),
    ("2019-05-01", "2019-05-04"),
    ("2019-06-07", "2019-06-07"),
    ("2019-09-13", "2019-09-13"),
    ("2019-10-01", "2019-10-07"),
];
const WORKED_2019: [&str; 6] =
    ["2019-02-02", "2019-02-03", "2019-04-28", "2019-05-05", "2019-09-29", "2019-10-12"];
const OFF_IN_GUANGXI_2019: (&str, &str) = ("2019-04-04", "2019-04-08");

#[test]
fn r75_every_day_of_2019_is_the_one_of_the_two_tables() {
    let guangxi = pack().calendar;
    let mut national = guangxi.clone();
    national.layers.truncate(1);
    let within = |of: NaiveDate, (from, to): (&str, &str)| day(from) <= of && of <= day(to);
    for of in day("2019-01-01").iter_days().take(365) {
        let by_week = !matches!(of.weekday(), Weekday::Sat | Weekday::Sun);
        let is_off = OFF_2019.iter().any(|span| within(of, *span));
        let nationwide = WORKED_2019.map(day).contains(&of) || by_week && !is_off;
        let in_guangxi = nationwide && !within(of, OFF_IN_GUANGXI_2019);
        assert_eq!(national.shared().is_working_day(of), Ok(nationwide), "{of}, national");
        assert_eq!(guangxi.shared().is_working_day(of), Ok(in_guangxi), "{of}");
    }
}

#[test]
fn r75_publicity_around_the_days_of_2019() {
    let guangxi = pack().calendar;
    let mut national = guangxi.clone();
    national.layers.truncate(1);
    // Start, earliest end in Guangxi, and by the nation's table alone.
    let table = [
        ("2019-01-31", "2019-02-11", "2019-02-11"),
        ("2019-04-03", "2019-04-12", "2019-04-10"),
        ("2019-04-04", "2019-04-15", "2019-04-11"),
        ("2019-04-26", "2019-05-05", "2019-05-05"),
        ("2019-06-03", "2019-06-10", "2019-06-10"),
        ("2019-09-12", "2019-09-19", "2019-09-19"),
        ("2019-09-27", "2019-10-09", "2019-10-09"),
        ("2019-10-08", "2019-10-12", "2019-10-12"),
    ];
    for (start, in_guangxi, nationwide) in table {
        assert_eq!(guangxi.shared().earliest_end(day(start), 5, true), Ok(day(in_guangxi)), "{start}");
        assert_eq!(national.shared().earliest_end(day(start), 5, true), Ok(day(nationwide)), "{start}");
    }
}

#[test]
fn r75_edge_07_a_year_without_a_published_table_is_not_guessed() {
    let pack = pack();
    let calendar = pack.calendar.shared();
    for (start, end, year) in [("2026-12-28", "2027-01-04", 2027), ("2018-12-28", "2019-01-04", 2018)] {
        let missing = calendar.working_days(day(start), day(end), true).unwrap_err();
        assert_eq!(missing.year, year);
    }
    assert_eq!(calendar.earliest_end(day("2026-12-30"), 5, true).unwrap_err().year, 2027);
}

/// The nation's days of 2027 come out months before 三月三 of 2027 is settled.
#[test]
fn r75_a_year_that_one_shared_layer_lacks_is_not_guessed() {
    let mut calendar = pack().calendar;
    let next = Year { year: 2027, off: Vec::new(), work: Vec::new(), source: String::new() };
    calendar.layers[0].years.push(next.clone());
    assert_eq!(calendar.shared().is_working_day(day("2027-04-09")), Err(CalendarMissing { year: 2027 }));
    calendar.layers[1].years.push(next);
    assert_eq!(calendar.shared().is_working_day(day("2027-04-09")), Ok(true));
}

#[test]
fn r75_edge_12_a_county_s_day_holds_for_its_units_only() {
    let mut pack = pack();
    let off = vec![Span { from: day("2020-08-05"), to: day("2020-08-05"), holiday: None }];
    let years = vec![Year { year: 2020, off, work: Vec::new(), source: String::new() }];
    pack.calendar
        .layers
        .push(Layer { name: "三江侗族自治县".into(), county: Some("450226".into()), years });
    for (county, is_too_short) in [("450226", true), ("450222", false)] {
        let answers = answers(&[
            ("basic_info", data(&[("unit_county", county)])),
            ("publicity", data(&[("start_date", "2020-08-03"), ("end_date", "2020-08-07")])),
        ]);
        let publicity = pack.section("publicity").unwrap();
        let problems = section_problems(&case(&pack, &answers, &[]), publicity);
        let too_short = problems.iter().any(|problem| problem.code() == Code::EPublicityTooShort);
        assert_eq!(too_short, is_too_short, "{county}: {problems:?}");
    }
}
