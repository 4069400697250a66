//! Beginnings and ends: gaps of the career, what goes on, and dates that follow one another.

use crate::named::{PACK, Pairs, answers, awarded, case, data, found, has, missing, rows};
use domain::form::{Answers, Case, Code, Filing, Here, SectionData, accept, section_problems};
use domain::publicity;

/// The codes of advice on the career, on 2020-08-20.
fn advice(periods: &[[&str; 2]]) -> Vec<Code> {
    let pairs: Vec<[(&str, &str); 2]> =
        periods.iter().map(|[from, to]| [("start", *from), ("end", *to)]).collect();
    let pairs: Vec<Pairs<'_>> = pairs.iter().map(|pair| pair.as_slice()).collect();
    let problems = found(&[("career_history", rows(&pairs))], &[], "career_history").into_iter();
    problems.filter(|p| !p.is_error() && p.rule == "R42").map(|p| p.code()).collect()
}

#[test]
fn r42_gaps_overlaps_and_a_missing_present_are_pointed_out() {
    const GAP: Code = Code::WCareerGap;
    const OVERLAP: Code = Code::WCareerOverlap;
    const ENDS: Code = Code::WCareerNotToPresent;
    let table: [(&[[&str; 2]], &[Code]); 19] = [
        (&[["2005-09", "2009-06"], ["2009-07", "now"]], &[]),
        (&[["2009-07", "now"], ["2005-09", "2009-06"]], &[]),
        (&[["2005-09", "2009-06"], ["2010-01", "now"]], &[GAP]),
        // July, August and September are three months, and October is a fourth.
        (&[["2005-09", "2009-06"], ["2009-10", "now"]], &[]),
        (&[["2005-09", "2009-06"], ["2009-11", "now"]], &[GAP]),
        (&[["2005-09", "2009-11"], ["2010-03", "now"]], &[]),
        (&[["2005-09", "2009-11"], ["2010-04", "now"]], &[GAP]),
        // The month that both share is no overlap.
        (&[["2005-09", "2009-07"], ["2009-07", "now"]], &[]),
        (&[["2005-09", "2009-08"], ["2009-07", "now"]], &[OVERLAP]),
        (&[["2005-09", "now"], ["2020-08", "now"]], &[]),
        (&[["2005-09", "now"], ["2020-07", "now"]], &[OVERLAP]),
        // Study beside the work leaves no gap when it ends.
        (&[["2005-09", "2014-12"], ["2008-09", "2011-06"], ["2015-01", "now"]], &[OVERLAP]),
        (&[["2005-09", "2014-12"], ["2008-09", "2011-06"], ["2015-05", "now"]], &[OVERLAP, GAP]),
        (&[["2005-09", "now"], ["2008-09", "2011-06"]], &[OVERLAP]),
        (&[["2005-09", "2009-06"], ["2009-07", "2019-12"]], &[ENDS]),
        (&[["2009-07", "2020-07"]], &[ENDS]),
        (&[["2009-07", "2020-08"]], &[]),
        (&[["2009-07", ""]], &[]),
        (&[], &[]),
    ];
    for (periods, expected) in table {
        assert_eq!(advice(periods), expected, "{periods:?}");
    }
}

/// §4.0: rows without an order of importance are read by date.
#[test]
fn r42_readers_see_what_was_added_late_where_it_belongs() {
    let dates = [[("start", "2009-07")], [("start", "")], [("start", "2005-09")]];
    let added: Vec<Pairs<'_>> = dates.iter().map(|row| row.as_slice()).collect();
    let answers = answers(&[("career_history", rows(&added))]);
    let posted = publicity::payload(&case(&PACK, &answers, &[]));
    let block = posted.iter().find(|block| block.title == "主要经历").unwrap();
    let starts: Vec<&str> = block.tables[0].rows.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(starts, ["2005年9月", "2009年7月", ""]);
}

#[test]
fn r44_a_forgotten_end_is_missing_and_does_not_read_as_the_present() {
    let pack = &*PACK;
    for section in ["career_history", "achievements", "professional_experience"] {
        for (end, is_missing, words) in
            [("", true, ""), ("now", false, "至今"), ("2019-12", false, "2019-12")]
        {
            let row = rows(&[&[("start", "2016-01"), ("end", end)]]);
            let asked = missing(&[(section, row.clone())], section);
            assert_eq!(asked.contains(&"end".to_owned()), is_missing, "{section} {end}");
            let (answers, of) = (Answers::new(), pack.section(section).unwrap());
            let saved = accept(&case(pack, &answers, &[]), of, row).unwrap();
            let here = Here { section, row: Some(&saved.rows("rows")[0]) };
            let read = case(pack, &answers, &[]).in_words(here, of.field("end").unwrap());
            assert_eq!(read, words, "{section} {end}");
        }
        let wrong = rows(&[&[("start", "2016-01"), ("end", "至今")]]);
        assert!(
            found(&[(section, wrong)], &[], section).iter().any(|p| p.code() == Code::EFormat),
            "{section}"
        );
    }
    let start = rows(&[&[("start", "now")]]);
    let refused = found(&[("achievements", start)], &[], "achievements");
    assert!(refused.iter().any(|p| p.code() == Code::EFormat), "only an end may be the present");
}

#[test]
fn r43_a_project_that_goes_on_needs_a_criterion_that_allows_it() {
    let table = [
        ("C_ENG_M-7-1", "now", true),
        ("C_ENG_M-7-1", "2020-03", false),
        ("C_ENG_M-7-2", "now", false),
        ("C_ENG_M-7-3", "now", true),
        ("C_ENG_J-7-1", "now", false),
        ("C1001-7-3", "now", true),
        ("", "now", false),
        ("C_ENG_M-7-1", "", false),
    ];
    for (criterion, end, refused) in table {
        let row = rows(&[&[("start", "2018-01"), ("end", end), ("criterion_code", criterion)]]);
        let sections = [awarded(), ("achievements", row)];
        assert_eq!(has(&sections, "achievements", Code::EOngoing, "R43"), refused, "{criterion} {end}");
    }
    let completed = ["完成", "验收", "获", "专利", "鉴定"];
    for criterion in PACK.criteria.iter().filter(|c| c.allows_ongoing) {
        assert_eq!(criterion.article, 7, "{}", criterion.id);
        let speaks_of_it = completed.iter().any(|word| criterion.text.contains(word));
        assert!(!speaks_of_it || criterion.id == "C_ENG_J-7-1", "{}: {}", criterion.id, criterion.text);
    }
}

/// Whether one date of a section is refused or pointed out.
fn dated(sections: &[(&str, SectionData)], section: &str, field: &str) -> Option<Code> {
    let problems = found(sections, &[], section).into_iter();
    let of_field = problems.filter(|problem| problem.spot.field.as_deref() == Some(field));
    of_field.map(|problem| problem.code()).find(|code| [Code::EDate, Code::WDate].contains(code))
}

#[test]
fn graduation_is_later_than_enrolment() {
    for (graduated, refused) in [
        ("2005-08", Some(Code::EDate)),
        ("2005-09", Some(Code::EDate)),
        ("2005-10", None),
        ("2020-08", None),
        ("2020-09", Some(Code::EDate)),
    ] {
        let schooling = rows(&[&[("start", "2005-09"), ("graduated", graduated)]]);
        assert_eq!(dated(&[("education", schooling)], "education", "graduated"), refused, "{graduated}");
    }
}

#[test]
fn work_begins_at_sixteen_and_professional_work_not_before_it() {
    for (began, refused) in
        [("2001-05", Some(Code::EDate)), ("2001-06", None), ("2020-08", None), ("2020-09", Some(Code::EDate))]
    {
        let basics = data(&[("birth_date", "1985-06-07"), ("work_start", began)]);
        assert_eq!(dated(&[("basic_info", basics)], "basic_info", "work_start"), refused, "{began}");
    }
    for (began, refused) in
        [("2009-06", Some(Code::EDate)), ("2009-07", None), ("2012-01", None), ("2020-09", Some(Code::EDate))]
    {
        let basics = data(&[("work_start", "2009-07"), ("professional_work_start", began)]);
        let found = dated(&[("basic_info", basics)], "basic_info", "professional_work_start");
        assert_eq!(found, refused, "{began}");
    }
}

/// §4.2: on 2020-08-20; the batch's series office has until 2020-10-31.
#[test]
fn r22_a_registration_form_is_valid_until_the_review() {
    let deadline = "2020-10-31".parse().unwrap();
    let table = [
        (Some(deadline), "2020-10-30", true),
        (Some(deadline), "2020-10-31", false),
        (None, "2020-08-19", true),
        (None, "2020-08-20", false),
        (Some("2020-07-31".parse().unwrap()), "2020-08-19", true),
    ];
    for (review_deadline, valid_until, warned) in table {
        let degree = rows(&[&[
            ("is_basis", "true"),
            ("chsi_found", "true"),
            ("chsi_code", "ABCD1234EFGH5678"),
            ("chsi_valid_until", valid_until),
        ]]);
        let private = data(&[("identity_nature", "PrivateEnterprise")]);
        let answers = answers(&[("basic_info", private), ("education", degree)]);
        let filing = Filing { review_deadline, ..Filing::default() };
        let case = Case { filing, ..case(&PACK, &answers, &[]) };
        let problems = section_problems(&case, PACK.section("education").unwrap());
        let of_date = problems.iter().filter(|p| p.spot.field.as_deref() == Some("chsi_valid_until"));
        let found: Vec<Code> = of_date.map(|problem| problem.code()).collect();
        assert_eq!(
            found,
            if warned { vec![Code::WDate] } else { Vec::new() },
            "{review_deadline:?} {valid_until}"
        );
    }
}
