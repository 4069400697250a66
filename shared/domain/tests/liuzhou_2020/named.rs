//! Rules of the seed that are one field, one scan or one sentence of the pack: each with what breaks it.

use crate::pack;
use chrono::DateTime;
use domain::form::{Answers, Case, Code, CopyKind, Here, Place, Problem, Row, Scan, ScanFacts, SectionData};
use domain::form::{accept, section_problems};
use domain::ids::{RowId, ScanId};
use domain::pack::{FilledBy, Pack};
use domain::words;
use std::sync::LazyLock;

/// Read once: this is most of what a test costs.
pub(crate) static PACK: LazyLock<Pack> = LazyLock::new(pack);

pub(crate) type Pairs<'a> = &'a [(&'a str, &'a str)];

pub(crate) fn data(pairs: Pairs<'_>) -> SectionData {
    let values = pairs.iter().map(|(field, value)| ((*field).to_owned(), (*value).to_owned()));
    SectionData { values: values.collect(), ..SectionData::default() }
}

/// Rows `r0`, `r1` … of the group `rows`.
pub(crate) fn rows(rows: &[Pairs<'_>]) -> SectionData {
    let row =
        |(i, pairs): (usize, &Pairs<'_>)| Row { id: RowId::new(format!("r{i}")), values: data(pairs).values };
    let rows = rows.iter().enumerate().map(row).collect();
    SectionData { groups: [("rows".to_owned(), rows)].into(), ..SectionData::default() }
}

pub(crate) fn answers(sections: &[(&str, SectionData)]) -> Answers {
    sections.iter().map(|(id, data)| ((*id).to_owned(), data.clone())).collect()
}

/// A case on 2020-08-20.
pub(crate) fn case<'a>(pack: &'a Pack, answers: &'a Answers, scans: &'a [Scan]) -> Case<'a> {
    Case::new(pack, answers, scans, "2020-08-20".parse().unwrap())
}

pub(crate) fn found(sections: &[(&str, SectionData)], scans: &[Scan], section: &str) -> Vec<Problem> {
    let answers = answers(sections);
    section_problems(&case(&PACK, &answers, scans), PACK.section(section).unwrap())
}

/// The sentence in Chinese.
pub(crate) fn said(problem: &Problem) -> String {
    words::chinese::problem(problem, &PACK)
}

/// Whether the section has this problem of this rule.
pub(crate) fn has(sections: &[(&str, SectionData)], section: &str, code: Code, rule: &str) -> bool {
    found(sections, &[], section).iter().any(|problem| problem.code() == code && problem.rule == rule)
}

pub(crate) fn missing(sections: &[(&str, SectionData)], section: &str) -> Vec<String> {
    let problems = found(sections, &[], section).into_iter();
    problems.filter(|problem| problem.code() == Code::ERequired).filter_map(|p| p.spot.field).collect()
}

pub(crate) fn named_scan(id: &str, section: &str, row: Option<&str>, slot: &str) -> Scan {
    Scan { id: ScanId::new(id), ..scan(section, row, slot) }
}

pub(crate) fn scan(section: &str, row: Option<&str>, slot: &str) -> Scan {
    Scan {
        id: ScanId::new("f"),
        place: Place { section: section.into(), row: row.map(RowId::new), slot: slot.into() },
        file_name: "扫描件.pdf".into(),
        media_type: "application/pdf".into(),
        bytes: 1_000,
        sha256: "0".repeat(64),
        copy_kind: CopyKind::Original,
        kind: String::new(),
        description: String::new(),
        marked: false,
        facts: ScanFacts::default(),
        rotation: None,
        uploaded_at: DateTime::default(),
    }
}

/// T0 of the tests below.
pub(crate) fn awarded() -> (&'static str, SectionData) {
    ("current_title", data(&[("obtained_date", "2015-06-20")]))
}

#[test]
fn r05_r06_r07_r08_r09_r10_one_committee_takes_an_application_and_five_refuse_it() {
    let table = [
        ("FullSeniorEngineer", ["C1001", "C1001", "C1001"]),
        ("SeniorEngineer", ["C_ENG_DS", "C_ENG_DS", "C_ENG_DS"]),
        ("Engineer", ["C_CON_M", "C_CON_M", "C_ENG_M"]),
        ("AssistantEngineer", ["C_CON_J", "C_CON_J", "C_ENG_J"]),
    ];
    let industries = ["HousingConstruction", "NaturalResources", "Other"];
    let pack = &*PACK;
    assert_eq!(pack.committees.len(), 6);
    for (title, takers) in table {
        for (industry, taker) in industries.into_iter().zip(takers) {
            for committee in &pack.committees {
                let choice =
                    [("target_title", title), ("industry", industry), ("committee_id", &committee.id)];
                let problems = found(&[("basic_info", data(&choice))], &[], "basic_info");
                let refusal = problems.iter().find(|problem| problem.code() == Code::ECommitteeMismatch);
                let reason = refusal.map(said);
                let expected = pack.committee(taker).unwrap().reason.trim_end_matches('。').to_owned();
                let refused = committee.id != taker;
                assert_eq!(reason, refused.then_some(expected), "{choice:?}");
            }
        }
    }
}

/// Section, the fields that an empty save names, and whether a row is missing.
const EMPTY_SAVES: [(&str, &str, bool); 15] = [
    (
        "basic_info",
        "name id_number gender birth_date ethnicity unit_name identity_nature current_work work_start \
         professional_work_start mobile target_title industry committee_id specialty",
        false,
    ),
    ("education", "", true),
    (
        "current_title",
        "title_name level series specialty obtained_by obtained_date certificate_no issuer",
        false,
    ),
    ("continuing_education", "", false),
    ("publications", "", true),
    ("career_history", "", true),
    ("achievements", "professional_work_declared", true),
    ("awards", "", true),
    ("professional_experience", "", true),
    ("exceptional_case", "kind criterion_code reason", false),
    ("discipline", "has_discipline in_integrity_register", false),
    ("work_summary", "summary", false),
    ("social_insurance", "insured_unit person_name id_tail months", false),
    ("other_proof", "", false),
    ("declaration", "truthful personal_data_consent signed_name", false),
];

#[test]
fn r14_an_empty_save_names_what_each_section_misses() {
    let pack = &*PACK;
    assert_eq!(pack.sections_of(FilledBy::Applicant).count(), EMPTY_SAVES.len());
    for (id, fields, needs_a_row) in EMPTY_SAVES {
        let chosen = data(&[("identity_nature", "PrivateEnterprise"), ("exceptional", "true")]);
        let basics = if id == "basic_info" { SectionData::default() } else { chosen };
        let problems = found(&[("basic_info", basics)], &[], id);
        let required = || problems.iter().filter(|problem| problem.code() == Code::ERequired);
        let named: Vec<&str> = required().filter_map(|problem| problem.spot.field.as_deref()).collect();
        assert_eq!(named, fields.split_whitespace().collect::<Vec<_>>(), "{id}");
        for problem in required() {
            let field = pack.section(id).unwrap().field(problem.spot.field.as_ref().unwrap()).unwrap();
            assert!(said(problem).contains(&field.label), "{problem:?}");
        }
        assert_eq!(problems.iter().any(|p| p.code() == Code::ETooFewRows), needs_a_row, "{id}");
        assert_eq!(problems.iter().any(Problem::is_error), id != "other_proof", "{id}");
    }
}

#[test]
fn r18_an_application_is_a_promotion_unless_another_mode_is_chosen() {
    let (pack, empty) = (&*PACK, Answers::new());
    let field = pack.section("basic_info").unwrap().field("application_mode").unwrap();
    let here = Here { section: "basic_info", row: None };
    assert_eq!(case(pack, &empty, &[]).in_words(here, field), "晋升");
}

#[test]
fn r19_each_other_mode_is_explained_and_asks_its_own_fields() {
    let own: [(&str, &[&str]); 3] = [
        ("Promotion", &[]),
        ("SecondTitle", &["second_title_from_series", "second_title_from_title", "second_title_from_date"]),
        ("Transfer", &["transfer_from_series", "transfer_from_title", "transfer_from_date"]),
    ];
    let modes = &PACK.dictionaries["application_modes"];
    assert_eq!(modes.len(), own.len());
    for (mode, expected) in own {
        let asked = missing(&[("basic_info", data(&[("application_mode", mode)]))], "basic_info");
        let asked: Vec<&String> = asked.iter().filter(|field| field.contains("_from_")).collect();
        assert_eq!(asked, expected, "{mode}");
        let choice = modes.iter().find(|choice| choice.value == mode).unwrap();
        assert!(!choice.help.is_empty(), "{choice:?}");
    }
}

#[test]
fn r27_what_the_register_answered_cannot_be_typed_over() {
    const ANSWERED: [&str; 8] = [
        "title_name",
        "level",
        "series",
        "specialty",
        "obtained_by",
        "obtained_date",
        "certificate_no",
        "issuer",
    ];
    let pack = &*PACK;
    let section = pack.section("current_title").unwrap();
    for (state, kept) in [("Found", true), ("NotFound", false), ("ServiceDown", false), ("", false)] {
        let mut had: Vec<(&str, &str)> = ANSWERED.iter().map(|field| (*field, "登记")).collect();
        had.push(("query_state", state));
        let answers = answers(&[("current_title", data(&had))]);
        let mut typed: Vec<(&str, &str)> = ANSWERED.iter().map(|field| (*field, "手填")).collect();
        typed.push(("query_state", "Found"));
        let saved = accept(&case(pack, &answers, &[]), section, data(&typed)).unwrap();
        assert_eq!(saved.value("query_state"), state, "the browser cannot say what the register answered");
        for field in ANSWERED {
            assert_eq!(saved.value(field) == "登记", kept, "{state} {field}");
        }
    }
}

#[test]
fn r29_the_award_date_is_on_the_certificate_after_sixteen_and_not_in_the_future() {
    let pack = &*PACK;
    let field = pack.section("current_title").unwrap().field("obtained_date").unwrap();
    assert!(field.label.contains("授予时间") && field.help.contains("证书上的授予时间"), "{field:?}");
    let born = ("basic_info", data(&[("target_title", "Engineer"), ("birth_date", "1985-06-07")]));
    let table = [
        ("2001-06-06", true),
        ("2001-06-07", false),
        ("2020-08-20", false),
        ("2020-08-21", true),
        ("2030-01-01", true),
    ];
    for (obtained, refused) in table {
        let sections = [born.clone(), ("current_title", data(&[("obtained_date", obtained)]))];
        assert_eq!(has(&sections, "current_title", Code::EDate, "R29"), refused, "{obtained}");
    }
}

#[test]
fn r55_the_sections_ten_to_twelve_are_there_and_are_data() {
    let mut pack = PACK.clone();
    let numbers: Vec<&str> = pack.sections_of(FilledBy::Applicant).map(|s| s.number.as_str()).collect();
    assert_eq!(numbers[9..12], ["10", "11", "12"]);
    let answers = answers(&[("basic_info", data(&[("exceptional", "true")]))]);
    let problems_of = |pack: &Pack, id: &str| {
        let problems = domain::form::problems(&case(pack, &answers, &[]), FilledBy::Applicant);
        problems.into_iter().filter(|problem| problem.spot.section == id).count()
    };
    for id in ["exceptional_case", "discipline", "work_summary"] {
        assert!(problems_of(&pack, id) > 0, "{id}");
        let section = pack.sections.iter_mut().find(|section| section.id == id).unwrap();
        (section.fields, section.groups, section.slots) = (Vec::new(), Vec::new(), Vec::new());
        assert_eq!(problems_of(&pack, id), 0, "{id}: another pack asks something else");
    }
}

#[test]
fn r58_applicants_are_told_where_to_print_the_proof() {
    let pack = &*PACK;
    let help = &pack.section("social_insurance").unwrap().help;
    assert!(help.contains("社保证明可以自行登录社保局官网打印"), "{help}");
}

#[test]
fn r66_every_scan_is_declared_an_original_or_a_copy() {
    let photo = scan("basic_info", None, "photo");
    let mut sent = serde_json::to_value(&photo).unwrap();
    assert_eq!(serde_json::from_value::<Scan>(sent.clone()).unwrap(), photo);
    sent.as_object_mut().unwrap().remove("copy_kind");
    assert!(serde_json::from_value::<Scan>(sent).is_err(), "without a declaration it is no scan");
}
