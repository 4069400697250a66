//! Problems carry the numbers and names of their sentences, so that these can be said in English.

use crate::english::ENGLISH;
use crate::named::{PACK, Pairs, awarded, data, found, rows, scan};
use domain::form::{
    Code, CopyKind, EntryFault, Fault, Limit, MonthRange, NamedScan, Problem, Scan, ScanFault, SectionData,
    Spot, UnitFault,
};
use domain::ids::ScanId;
use domain::words;
use serde_json::json;

/// The English sentences of one section's problems of this code, judged by the Chinese pack.
fn say(code: Code, section: &str, data: SectionData, scans: &[Scan]) -> Vec<String> {
    let sections = [senior_of_a_private_enterprise(), awarded(), (section, data)];
    let problems = found(&sections, scans, section).into_iter().filter(|problem| problem.code() == code);
    problems.map(|problem| words::english::problem(&problem, &ENGLISH)).collect()
}

fn senior_of_a_private_enterprise() -> (&'static str, SectionData) {
    ("basic_info", data(&[("target_title", "SeniorEngineer"), ("identity_nature", "PrivateEnterprise")]))
}

fn group(id: &str, of: &[Pairs<'_>]) -> SectionData {
    let mut section = rows(of);
    let rows = section.groups.remove("rows").unwrap();
    section.groups.insert(id.to_owned(), rows);
    section
}

#[test]
fn numbers_are_those_that_the_rule_counted() {
    let none: Pairs<'_> = &[];
    let schools = || rows(&[none, none]);
    let both = || rows(&[&[("is_basis", "true")], &[("is_basis", "true")]]);
    let panel = || group("panel", &[none]);
    let members = || group("members", &[&[("name", "甲2")], &[("name", "乙3")], &[("name", "甲2")]]);
    let table = [
        (
            Code::ETooFewRows,
            "education",
            SectionData::default(),
            "Please enter at least 1 under “Education”; there are 0.",
        ),
        (Code::EExactlyOne, "education", schools(), "Choose exactly one entry of “Education”; 0 are chosen."),
        (Code::EExactlyOne, "education", both(), "Choose exactly one entry of “Education”; 2 are chosen."),
        (
            Code::EPanelTooSmall,
            "defense",
            panel(),
            "The defence panel needs at least 3 members; there are 1.",
        ),
        (
            Code::EGroupTooSmall,
            "deliberation",
            members(),
            "The recommendation panel needs at least 5 different members; there are 2.",
        ),
        (
            Code::EOneLeader,
            "deliberation",
            members(),
            "The recommendation panel needs exactly one head; 0 are chosen.",
        ),
    ];
    for (code, section, answers, expected) in table {
        assert_eq!(say(code, section, answers, &[]), [expected], "{code:?}");
    }
}

#[test]
fn r57_the_missing_months_are_named() {
    let paid = data(&[("months", "2020-02,2020-03,2020-05,2020-06")]);
    let sentence = "6 consecutive months before the month of the application are needed (2020-02 to 2020-07). Missing: \
         2020-04, 2020-07. Months that the register filled in change when you press “Look up” again.";
    assert_eq!(say(Code::EInsuranceMonths, "social_insurance", paid, &[]), [sentence]);
}

#[test]
fn a_scan_is_named_whatever_its_name_is() {
    const NAME: &str = "“扫描”{label}3.pdf";
    let copy = CopyKind::StampedCopy {
        verification_stamp: false,
        unit_seal: false,
        no_original_reason: String::new(),
    };
    let table = [
        (Code::ECopyStamps, "publications", "cover"),
        (Code::ECopyReason, "publications", "cover"),
        (Code::WNotMarked, "publications", "toc"),
        (Code::EScanKind, "professional_experience", "experience_evidence"),
        (Code::EScanDescription, "other_proof", "other"),
    ];
    for (code, section, slot) in table {
        let row = (section != "other_proof").then_some("r0");
        let scan = Scan { file_name: NAME.into(), copy_kind: copy.clone(), ..scan(section, row, slot) };
        let said = say(code, section, rows(&[&[("kind", "Journal")]]), &[scan]);
        let [sentence] = &said[..] else { panic!("{code:?}: {said:?}") };
        assert!(sentence.contains(&format!("“{NAME}”")), "{code:?}: {sentence}");
    }
}

#[test]
fn each_limit_of_one_date_is_told_apart() {
    let says =
        |end: &str| say(Code::EDate, "achievements", rows(&[&[("start", "2016-01"), ("end", end)]]), &[]);
    let before_start = "The completion cannot be earlier than the start.";
    let before_title = "Achievements must date from after the current title: the completion cannot be earlier than the title.";
    assert_eq!(says("2015-09"), [before_start]);
    assert_eq!(says("2015-01"), [before_start, before_title]);
    assert_eq!(
        says("2030-01"),
        ["The completion cannot be later than today or the closing date for documents."]
    );
    assert!(says("2017-01").is_empty());
}

#[test]
fn r09_the_refusal_of_a_committee_is_the_pack_s_reason_in_english() {
    let choice = data(&[("target_title", "Engineer"), ("industry", "Other"), ("committee_id", "C_CON_M")]);
    let reason = &ENGLISH.committee("C_ENG_M").unwrap().reason;
    let problems = found(&[("basic_info", choice)], &[], "basic_info");
    let refusal = problems.iter().find(|problem| problem.code() == Code::ECommitteeMismatch).unwrap();
    assert_eq!(words::english::problem(refusal, &ENGLISH), *reason);
    assert_ne!(*reason, PACK.committee("C_ENG_M").unwrap().reason);
}

/// The wire: a stable code, and what the fault counts or names.
#[test]
fn a_fault_travels_with_its_code_and_its_data() {
    let scan = NamedScan { id: ScanId::new("f1"), name: "论文.pdf".into() };
    let months = MonthRange { first: "2020-02".into(), last: "2020-07".into() };
    let table: [(Fault, serde_json::Value); 6] = [
        (EntryFault::EMustBeTrue.into(), json!({ "code": "E_MUST_BE_TRUE" })),
        (
            EntryFault::ETooFewRows { min: 1, found: 0 }.into(),
            json!({ "code": "E_TOO_FEW_ROWS", "data": { "min": 1, "found": 0 } }),
        ),
        (
            EntryFault::EDate { limit: Limit::NotBefore(1) }.into(),
            json!({ "code": "E_DATE", "data": { "limit": { "not_before": 1 } } }),
        ),
        (
            ScanFault::EScanMissing { any_of: vec![], covering: Some(months) }.into(),
            json!({ "code": "E_SCAN_MISSING", "data": {
                "any_of": [], "covering": { "first": "2020-02", "last": "2020-07" }
            } }),
        ),
        (
            ScanFault::WNotMarked { scan }.into(),
            json!({ "code": "W_NOT_MARKED", "data": { "scan": { "id": "f1", "name": "论文.pdf" } } }),
        ),
        (
            UnitFault::ECalendarMissing { year: 2027 }.into(),
            json!({ "code": "E_CALENDAR_MISSING", "data": { "year": 2027 } }),
        ),
    ];
    for (fault, expected) in table {
        let problem = Problem::new(fault, Spot::field("basic_info", "work_start"), "R21");
        let body = serde_json::to_value(&problem).unwrap();
        for (key, value) in expected.as_object().unwrap() {
            assert_eq!(&body[key], value, "{problem:?}");
        }
        assert_eq!(serde_json::from_value::<Problem>(body).unwrap(), problem);
    }
}

#[test]
fn a_limit_that_another_pack_does_not_have_is_told_without_its_sentence() {
    let limit = Limit::NotBefore(9);
    let date = Problem::new(EntryFault::EDate { limit }, Spot::field("basic_info", "work_start"), "");
    let said = words::english::problem(&date, &ENGLISH);
    assert!(said.ends_with("is too early or too late. Please check the date."), "{said}");
}
