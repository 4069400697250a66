//! Scans of deleted rows and of hidden slots: whoever put them there keeps them, and they are no material.

use crate::named::{PACK, answers, case, data, found, named_scan, rows};
use domain::form::{Answers, Code, CopyKind, Scan, SectionData, declare, is_outdated, left_over, material};
use domain::pack::FilledBy;

fn paper(kind: &str) -> SectionData {
    rows(&[&[("kind", kind), ("title", "高强度钢的焊接")]])
}

/// Two scans of a journal's paper, the applicant's photo, and a scan of a row that is gone.
fn scans() -> Vec<Scan> {
    vec![
        named_scan("cover", "publications", Some("r0"), "cover"),
        named_scan("query", "publications", Some("r0"), "nppa_query_screenshot"),
        named_scan("photo", "basic_info", None, "photo"),
        named_scan("gone", "publications", Some("r7"), "cover"),
    ]
}

fn ids<'a>(scans: impl Iterator<Item = &'a Scan>) -> Vec<&'a str> {
    scans.map(|scan| scan.id.as_str()).collect()
}

fn of_applicant<'a>(answers: &'a Answers, scans: &'a [Scan]) -> (Vec<&'a str>, Vec<&'a str>) {
    let case = case(&PACK, answers, scans);
    (ids(material(&case, FilledBy::Applicant)), ids(left_over(&case, FilledBy::Applicant)))
}

#[test]
fn a_scan_is_material_as_long_as_its_row_and_its_slot_are_there() {
    let scans = scans();
    let journal = answers(&[("publications", paper("Journal"))]);
    assert_eq!(of_applicant(&journal, &scans), (vec!["cover", "query", "photo"], vec!["gone"]));
    let book = answers(&[("publications", paper("Book"))]);
    assert_eq!(of_applicant(&book, &scans), (vec!["photo"], vec!["cover", "query", "gone"]));
    let deleted = answers(&[("publications", rows(&[]))]);
    assert_eq!(of_applicant(&deleted, &scans), (vec!["photo"], vec!["cover", "query", "gone"]));
}

#[test]
fn a_section_that_is_not_asked_for_holds_no_material() {
    let with = |identity| answers(&[("basic_info", data(&[("identity_nature", identity)]))]);
    let scans = [named_scan("proof", "social_insurance", None, "contribution_list")];
    assert_eq!(of_applicant(&with("PublicInstitution"), &scans), (vec![], vec!["proof"]));
    assert_eq!(of_applicant(&with("PrivateEnterprise"), &scans), (vec!["proof"], vec![]));
}

/// The unit's scans are not the applicant's, left over or not.
#[test]
fn each_side_has_its_own() {
    let minutes = PACK.section("deliberation").unwrap().slots[0].id.clone();
    let scans = [
        named_scan("photo", "basic_info", None, "photo"),
        named_scan("form", "deliberation", None, &minutes),
    ];
    let answers = answers(&[("basic_info", data(&[("target_title", "SeniorEngineer")]))]);
    let case = case(&PACK, &answers, &scans);
    assert_eq!(ids(material(&case, FilledBy::Applicant)), ["photo"]);
    assert_eq!(ids(material(&case, FilledBy::Unit)), ["form"]);
}

/// R67: a copy with one stamp is refused where it is material; where it is left over, it does not travel.
#[test]
fn r67_a_copy_that_is_not_judged_is_not_submitted() {
    let copy_kind = CopyKind::StampedCopy {
        verification_stamp: true,
        unit_seal: false,
        no_original_reason: "遗失".into(),
    };
    let copy = Scan { copy_kind, ..named_scan("query", "publications", Some("r0"), "nppa_query_screenshot") };
    for (kind, is_judged) in [("Journal", true), ("Book", false)] {
        let sections = [("publications", paper(kind))];
        let problems = found(&sections, std::slice::from_ref(&copy), "publications");
        assert_eq!(problems.iter().any(|p| p.code() == Code::ECopyStamps), is_judged, "{kind}");
        let answers = answers(&sections);
        let (travels, _) = of_applicant(&answers, std::slice::from_ref(&copy));
        assert_eq!(!travels.is_empty(), is_judged, "{kind}");
    }
}

/// Deleting what is left over, or the unit's scans, asks for no new declaration.
#[test]
fn a_declaration_covers_the_applicant_s_material_alone() {
    let declared_with = |scans: &[Scan]| {
        let mut answers = answers(&[("publications", paper("Journal"))]);
        let made = declare(&case(&PACK, &answers, scans), "truthful", "true".into());
        answers.insert("declaration".into(), SectionData { values: made, ..SectionData::default() });
        answers
    };
    let scans = scans();
    let answers = declared_with(&scans);
    assert!(!is_outdated(&case(&PACK, &answers, &scans[..3])), "without the left over");
    assert!(is_outdated(&case(&PACK, &answers, &scans[1..])), "without the cover");
    let minutes = PACK.section("deliberation").unwrap().slots[0].id.clone();
    let with_minutes = [scans, vec![named_scan("form", "deliberation", None, &minutes)]].concat();
    assert!(!is_outdated(&case(&PACK, &answers, &with_minutes)), "with the unit's");
}
