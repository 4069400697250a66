//! Advice that stops nobody, and the rules that look across sections.

use crate::pack;
use domain::form::{Answers, Case, Code, Filing, Problem, Row, SectionData, section_problems};
use domain::form::{SectionState, section_state};
use domain::ids::RowId;
use domain::pack::Pack;
use domain::words;
use domain::workflow::ReturnItem;

fn data(pairs: &[(&str, &str)]) -> SectionData {
    let values = pairs.iter().map(|(field, value)| ((*field).to_owned(), (*value).to_owned()));
    SectionData { values: values.collect(), ..SectionData::default() }
}

fn rows(mut section: SectionData, group: &str, rows: &[&[(&str, &str)]]) -> SectionData {
    let row = |(i, pairs): (usize, &&[(&str, &str)])| Row {
        id: RowId::new(format!("r{i}")),
        values: data(pairs).values,
    };
    section.groups.insert(group.to_owned(), rows.iter().enumerate().map(row).collect());
    section
}

fn answers(sections: &[(&str, SectionData)]) -> Answers {
    sections.iter().map(|(id, data)| ((*id).to_owned(), data.clone())).collect()
}

/// A case on 2020-08-20.
fn case<'a>(pack: &'a Pack, answers: &'a Answers) -> Case<'a> {
    Case::new(pack, answers, &[], "2020-08-20".parse().unwrap())
}

fn problems(sections: &[(&str, SectionData)], section: &str) -> Vec<Problem> {
    let (pack, answers) = (pack(), answers(sections));
    section_problems(&case(&pack, &answers), pack.section(section).unwrap())
}

/// The codes among `of` that the section raises, in order.
fn codes(sections: &[(&str, SectionData)], section: &str, of: &[Code]) -> Vec<Code> {
    problems(sections, section).into_iter().map(|p| p.code()).filter(|code| of.contains(code)).collect()
}

#[test]
fn r16_an_identity_that_the_unit_is_not_is_pointed_out_and_confirmed_by_the_unit() {
    let table = [
        ("StateEnterprise", "StateEnterprise", false),
        ("NonEstablished", "PublicInstitution", true),
        ("PublicInstitution", "NonEstablished", true),
    ];
    for (chosen, registered, differs) in table {
        let basics = ("basic_info", data(&[("identity_nature", chosen), ("unit_nature", registered)]));
        let found = codes(std::slice::from_ref(&basics), "basic_info", &[Code::WIdentityMismatch]);
        assert_eq!(!found.is_empty(), differs, "{chosen} {registered}");
        let check = problems(&[basics], "unit_check");
        let asks = check.iter().any(|p| p.spot.field.as_deref() == Some("identity_confirmed"));
        assert_eq!(asks, differs, "{chosen} {registered}");
    }
}

#[test]
fn r16_the_list_of_identities_is_closed_and_has_the_four_of_the_seed() {
    let pack = pack();
    let labels: Vec<&str> =
        pack.dictionaries["identity_natures"].iter().map(|choice| choice.label.as_str()).collect();
    for named in ["事业单位", "国有企业", "民营企业", "社会组织", "机关事业单位非编"]
    {
        assert!(labels.iter().any(|label| label.contains(named)), "{named}: {labels:?}");
    }
    let unknown = problems(&[("basic_info", data(&[("identity_nature", "Martian")]))], "basic_info");
    assert!(unknown.iter().any(|p| p.code() == Code::EFormat && p.rule == "R16"), "{unknown:?}");
}

#[test]
fn r19_a_transfer_within_the_year_is_pointed_out() {
    for (since, early) in [("2019-09", true), ("2019-08", false), ("2018-01", false)] {
        let basics = data(&[("application_mode", "Transfer"), ("transfer_from_date", since)]);
        let found = problems(&[("basic_info", basics)], "basic_info");
        let warned = found
            .iter()
            .any(|p| p.code() == Code::WDate && p.spot.field.as_deref() == Some("transfer_from_date"));
        assert_eq!(warned, early, "{since}");
    }
}

#[test]
fn r33_hours_of_each_year_are_added_up_and_too_few_are_pointed_out() {
    let course = |year: &'static str, hours: &'static str| [("year", year), ("hours", hours)];
    let listed = rows(
        data(&[]),
        "industry_courses",
        &[&course("2019", "60"), &course("2019", "30"), &course("2020", "48")],
    );
    let (pack, answers) = (pack(), answers(&[("continuing_education", listed.clone())]));
    let section = pack.section("continuing_education").unwrap();
    let here = domain::form::Here { section: "continuing_education", row: None };
    let shown = case(&pack, &answers).shown_value(here, section.field("course_hours").unwrap());
    assert_eq!(shown, "2020年48学时；2019年90学时");
    let found = problems(&[("continuing_education", listed)], "continuing_education");
    let warning = found.iter().find(|p| p.code() == Code::WCourseHours).unwrap();
    let sentence = words::chinese::problem(warning, &pack);
    assert!(sentence.contains("2020年48学时") && !sentence.contains("2019年"), "{sentence}");
}

#[test]
fn r35_rank_count_and_role_of_an_author_agree() {
    let table = [
        ("2", "3", "Other", 0),
        ("1", "3", "First", 0),
        ("4", "3", "Other", 1),
        ("2", "3", "First", 1),
        ("1", "2", "Sole", 1),
    ];
    for (rank, count, role, expected) in table {
        let paper = [("author_rank", rank), ("author_count", count), ("author_role", role)];
        let section = rows(SectionData::default(), "rows", &[&paper]);
        let found = codes(&[("publications", section)], "publications", &[Code::ERank]);
        assert_eq!(found.len(), expected, "{rank}/{count} {role}");
    }
}

#[test]
fn r46_the_rank_in_a_team_is_within_the_team() {
    for (section, rank, total) in [("achievements", "own_rank", "team_size"), ("awards", "own_rank", "total")]
    {
        for (place, n, expected) in [("3", "5", 0), ("5", "5", 0), ("6", "5", 1)] {
            let data = rows(SectionData::default(), "rows", &[&[(rank, place), (total, n)]]);
            let found = codes(&[(section, data)], section, &[Code::ERank]);
            assert_eq!(found.len(), expected, "{section} {place} of {n}");
        }
    }
}

#[test]
fn r34_a_month_without_a_day_counts_in_the_applicant_s_favour_and_is_flagged() {
    let title = ("current_title", data(&[("obtained_date", "2015-06-20")]));
    let table: [(&str, &[Code]); 5] = [
        ("2015-05", &[Code::EDate]),
        ("2015-06", &[Code::WMonthPrecision]),
        ("2015-07", &[]),
        ("2015-06-19", &[Code::EDate]),
        ("2015-06-20", &[]),
    ];
    for (published, expected) in table {
        let section = rows(SectionData::default(), "rows", &[&[("published_date", published)]]);
        let sections = [title.clone(), ("publications", section)];
        let of = [Code::EDate, Code::WMonthPrecision];
        assert_eq!(codes(&sections, "publications", &of), expected, "{published}");
    }
}

#[test]
fn r57_six_consecutive_months_before_the_month_of_application() {
    let (pack, basics) = (pack(), data(&[("identity_nature", "PrivateEnterprise")]));
    let all = "2020-02,2020-03,2020-04,2020-05,2020-06,2020-07";
    let table = [
        (all, None, "2020-08-20", false),
        ("2020-03,2020-04,2020-05,2020-06,2020-07", None, "2020-08-20", true),
        ("2020-02,2020-03,2020-04,2020-06,2020-07", None, "2020-08-20", true),
        ("2020-03,2020-04,2020-05,2020-06,2020-07,2020-08", None, "2020-08-20", true),
        (all, None, "2020-09-02", true),
        (all, Some("2020-08-20"), "2020-09-02", false),
    ];
    for (paid, submitted, today, refused) in table {
        let answers =
            answers(&[("basic_info", basics.clone()), ("social_insurance", data(&[("months", paid)]))]);
        let filing =
            Filing { first_submitted_on: submitted.map(|day| day.parse().unwrap()), ..Filing::default() };
        let case = Case { filing, ..Case::new(&pack, &answers, &[], today.parse().unwrap()) };
        let found = section_problems(&case, pack.section("social_insurance").unwrap());
        let missing = found.iter().find(|p| p.code() == Code::EInsuranceMonths);
        assert_eq!(missing.is_some(), refused, "{paid} {submitted:?} {today}");
    }
}

#[test]
fn r60_the_certificate_names_the_applicant() {
    let basics = data(&[
        ("identity_nature", "PrivateEnterprise"),
        ("name", "李薇"),
        ("id_number", "4502**********124X"),
    ]);
    for (name, tail, expected) in [("李薇", "124x", 0), ("李微", "124X", 1), ("李薇", "1240", 1)] {
        let printed = data(&[("person_name", name), ("id_tail", tail)]);
        let sections = [("basic_info", basics.clone()), ("social_insurance", printed)];
        let found = codes(&sections, "social_insurance", &[Code::EInsuredPerson]);
        assert_eq!(found.len(), expected, "{name} {tail}");
    }
    let unnamed = [("basic_info", basics), ("social_insurance", data(&[]))];
    let missing = problems(&unnamed, "social_insurance");
    let unit = missing.iter().find(|p| p.spot.field.as_deref() == Some("insured_unit")).unwrap();
    assert_eq!((unit.code(), unit.rule.as_str()), (Code::ERequired, "R60"));
}

#[test]
fn every_problem_names_its_rule_s_source() {
    let late = rows(SectionData::default(), "rows", &[&[("published_date", "2014-01-01")]]);
    let sections = [("current_title", data(&[("obtained_date", "2015-06-20")])), ("publications", late)];
    let found = problems(&sections, "publications");
    let early = found.iter().find(|p| p.code() == Code::EDate).unwrap();
    assert_eq!((early.rule.as_str(), early.source.as_str()), ("R34", "《操作注意事项》一（二）5（1）"));
}

#[test]
fn states_of_a_section_after_a_return_and_before_a_query() {
    let (pack, empty) = (pack(), Answers::new());
    let items = [ReturnItem {
        spot: domain::form::Spot::section("awards"),
        code: "G01".into(),
        text: "奖励非专业类".into(),
        answer: String::new(),
    }];
    let filing = Filing { to_fix: &items, ..Filing::default() };
    let returned = Case { filing, ..case(&pack, &empty) };
    let state = |case: &Case<'_>, id: &str| section_state(case, pack.section(id).unwrap());
    assert_eq!(state(&returned, "awards"), SectionState::NeedsFix);
    assert_eq!(state(&returned, "career_history"), SectionState::NotStarted);
    assert_eq!(state(&case(&pack, &empty), "continuing_education"), SectionState::Query);
    let asked = answers(&[("continuing_education", data(&[("query_state", "NotFound")]))]);
    assert_eq!(state(&case(&pack, &asked), "continuing_education"), SectionState::InProgress);
}

#[test]
fn a_declaration_covers_only_what_was_there_when_it_was_made() {
    let pack = pack();
    let mut answers = answers(&[("awards", data(&[("none_declared", "true")]))]);
    let outdated = |answers: &Answers| domain::form::is_outdated(&case(&pack, answers));
    let set = |answers: &mut Answers, field: &str, value: &str| {
        let changes = domain::form::declare(&case(&pack, answers), field, value.to_owned());
        answers.entry("declaration".into()).or_default().values.extend(changes);
    };
    assert!(!outdated(&answers), "nothing was declared yet");
    for (field, value) in [("truthful", "true"), ("personal_data_consent", "true"), ("signed_name", "李薇")]
    {
        set(&mut answers, field, value);
    }
    assert!(!outdated(&answers));
    answers.get_mut("awards").unwrap().values.insert("note".into(), "  ".into());
    assert!(!outdated(&answers), "a blank that is tidied away changes nothing");
    answers.get_mut("awards").unwrap().values.insert("none_declared".into(), String::new());
    assert!(outdated(&answers));
    let found = section_problems(&case(&pack, &answers), pack.section("declaration").unwrap());
    assert!(found.iter().any(|p| p.code() == Code::ERedeclare), "{found:?}");
    set(&mut answers, "truthful", "true");
    assert!(!outdated(&answers));
    let declared = &answers["declaration"];
    assert_eq!((declared.value("personal_data_consent"), declared.value("signed_name")), ("", ""));
}
