//! T1: what happened after the batch's cut-off is not accepted (§4.0), however late a correction comes.

use crate::named::{PACK, Pairs, answers, awarded, data, rows};
use crate::pack;
use chrono::NaiveDate;
use domain::form::{Answers, Case, Code, Filing, Here, Problem, section_problems};
use domain::pack::Pack;
use domain::words;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// An application under correction on 2020-09-18, with the batch's personal deadline on 2020-09-10.
fn corrected<'a>(pack: &'a Pack, answers: &'a Answers) -> Case<'a> {
    let filing = Filing { material_deadline: Some(day("2020-09-10")), ..Filing::default() };
    Case { filing, ..Case::new(pack, answers, &[], day("2020-09-18")) }
}

/// The fields of the row whose dates are refused.
fn refused(section: &str, row: Pairs<'_>) -> Vec<String> {
    let mut of_section = rows(&[row]);
    if section == "continuing_education" {
        let courses = of_section.groups.remove("rows").unwrap();
        of_section.groups.insert("industry_courses".into(), courses);
    }
    let answers = answers(&[awarded(), (section, of_section)]);
    let found = section_problems(&corrected(&PACK, &answers), PACK.section(section).unwrap());
    found.into_iter().filter(|p| p.code() == Code::EDate).filter_map(|p| p.spot.field).collect()
}

#[test]
fn t1_a_corrected_application_takes_nothing_from_after_the_personal_deadline() {
    let to_the_day = [
        ("publications", "published_date"),
        ("awards", "award_date"),
        ("continuing_education", "start"),
        ("continuing_education", "end"),
    ];
    for (section, field) in to_the_day {
        assert_eq!(refused(section, &[(field, "2020-09-10")]), [""; 0], "{section} {field}");
        assert_eq!(refused(section, &[(field, "2020-09-11")]), [field], "{section} {field}");
    }
    assert_eq!(refused("education", &[("graduated", "2020-09")]), [""; 0]);
    assert_eq!(refused("education", &[("graduated", "2020-10")]), ["graduated"]);
    for section in ["career_history", "achievements", "professional_experience"] {
        for field in ["start", "end"] {
            assert_eq!(refused(section, &[(field, "2020-09")]), [""; 0], "{section} {field}");
            assert_eq!(refused(section, &[(field, "2020-10")]), [field], "{section} {field}");
        }
    }
}

#[test]
fn t1_is_never_later_than_today_and_the_pack_s_own_day_goes_first() {
    let none = Answers::new();
    let mut case = corrected(&PACK, &none);
    assert_eq!(case.cutoff(), day("2020-09-10"));
    case.today = day("2020-08-20");
    assert_eq!(case.cutoff(), day("2020-08-20"));
    case.filing.material_deadline = None;
    assert_eq!(case.cutoff(), day("2020-08-20"), "nothing was submitted yet");
    let mut of_office = pack();
    of_office.batch.material_cutoff = Some(day("2020-08-31"));
    assert_eq!(corrected(&of_office, &none).cutoff(), day("2020-08-31"));
}

/// §4.1: full years to the batch's cut-off.
#[test]
fn years_of_work_end_at_the_cutoff() {
    let years = |start: &str, today: &str| {
        let answers = answers(&[("basic_info", data(&[("professional_work_start", start)]))]);
        let here = Here { section: "basic_info", row: None };
        let field = PACK.section("basic_info").unwrap().field("professional_years").unwrap();
        Case { today: day(today), ..corrected(&PACK, &answers) }.shown_value(here, field)
    };
    assert_eq!(years("2010-09-10", "2020-09-18"), "10");
    assert_eq!(years("2010-09-15", "2020-09-18"), "9", "the tenth year was full after the cut-off");
    assert_eq!(years("2010-09-10", "2020-08-20"), "10", "the tenth year is full by the cut-off");
}

/// §7, case 15: of what must lie before a day, a month counts from its first day, and is flagged.
#[test]
fn r34_the_month_of_the_closing_day_is_flagged() {
    for (published, expected) in [
        ("2020-08", None),
        ("2020-09", Some(Code::WMonthPrecision)),
        ("2020-09-10", None),
        ("2020-09-11", Some(Code::EDate)),
        ("2020-10", Some(Code::EDate)),
    ] {
        let paper = rows(&[&[("published_date", published)]]);
        let answers = answers(&[awarded(), ("publications", paper)]);
        let found = section_problems(&corrected(&PACK, &answers), PACK.section("publications").unwrap());
        let of = |problem: &Problem| matches!(problem.code(), Code::EDate | Code::WMonthPrecision);
        let found = found.into_iter().find(of);
        assert_eq!(found.as_ref().map(|problem| problem.code()), expected, "{published}");
        let months = found.filter(|problem| problem.code() == Code::WMonthPrecision);
        assert!(
            months.is_none_or(|problem| words::chinese::problem(&problem, &PACK).contains("材料截止日期")),
            "{published}"
        );
    }
}
