//! T1: what happened after the batch's cut-off is not accepted (§4.0), however late a correction comes.

use crate::named::{PACK, Pairs, answers, awarded, data, rows};
use crate::pack;
use chrono::NaiveDate;
use domain::form::{Answers, Case, Code, Filing, Here, section_problems};
use domain::policy::Policy;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A file under correction on 2020-09-18, with the batch's personal deadline on 2020-09-10.
fn corrected<'a>(policy: &'a Policy, answers: &'a Answers) -> Case<'a> {
    let filing = Filing { material_deadline: Some(day("2020-09-10")), ..Filing::default() };
    Case { filing, ..Case::new(policy, answers, &[], day("2020-09-18")) }
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
    found.into_iter().filter(|p| p.code == Code::EDate).filter_map(|p| p.spot.field).collect()
}

#[test]
fn t1_a_corrected_file_takes_nothing_from_after_the_personal_deadline() {
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
    let years = |start: &str| {
        let answers = answers(&[("basic_info", data(&[("professional_work_start", start)]))]);
        let here = Here { section: "basic_info", row: None };
        let field = PACK.section("basic_info").unwrap().field("professional_years").unwrap();
        corrected(&PACK, &answers).shown_value(here, field)
    };
    assert_eq!(years("2010-09-10"), "10");
    assert_eq!(years("2010-09-15"), "9", "the tenth year was full after the cut-off");
}
