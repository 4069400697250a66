//! The advice that follows from a scan's facts (§4.0), and what a declaration covers of it (§4.15).

use crate::named::{PACK, answers, data, found, rows, said, scan};
use domain::form::{Case, Code, CopyKind, Problem, Scan, ScanFacts, declare, is_outdated, section_problems};
use domain::ids::ScanId;
use domain::pack::Severity;

fn picture(width: u32, height: u32, white: u16, red: u16) -> ScanFacts {
    ScanFacts { pages: None, width: Some(width), height: Some(height), white: Some(white), red: Some(red) }
}

/// The advice about the only scan, in this slot of the section.
fn advice(section: &str, slot: &str, facts: ScanFacts) -> Vec<Problem> {
    let scan = Scan { facts, ..scan(section, None, slot) };
    of_scans(section, &[scan])
}

fn of_scans(section: &str, scans: &[Scan]) -> Vec<Problem> {
    const OF_SCANS: [Code; 4] = [Code::WScanSmall, Code::WScanBlank, Code::WNoRed, Code::WSameScan];
    let insured = answers(&[("basic_info", data(&[("identity_nature", "PrivateEnterprise")]))]);
    let case = Case::new(&PACK, &insured, scans, "2020-08-03".parse().unwrap());
    let problems = section_problems(&case, PACK.section(section).unwrap()).into_iter();
    problems.filter(|problem| OF_SCANS.contains(&problem.code())).collect()
}

fn codes(problems: &[Problem]) -> Vec<Code> {
    problems.iter().map(|problem| problem.code()).collect()
}

#[test]
fn r40_a_page_with_a_short_side_is_pointed_out_and_a_photo_is_not() {
    let list = |w, h| codes(&advice("social_insurance", "contribution_list", picture(w, h, 9_000, 20)));
    assert_eq!(list(300, 200), [Code::WScanSmall]);
    assert_eq!(list(2_000, 999), [Code::WScanSmall]);
    assert_eq!(list(1_000, 2_000), []);
    assert_eq!(codes(&advice("basic_info", "photo", picture(400, 536, 9_000, 0))), []);
}

#[test]
fn r40_an_empty_page_is_pointed_out() {
    let list =
        |white| codes(&advice("social_insurance", "contribution_list", picture(1_600, 1_200, white, 20)));
    assert_eq!((list(9_801), list(9_800)), (vec![Code::WScanBlank], vec![]));
}

#[test]
fn r59_a_proof_of_insurance_without_red_is_pointed_out() {
    let grey = advice("social_insurance", "contribution_list", picture(1_600, 1_200, 9_000, 1));
    assert_eq!(codes(&grey), [Code::WNoRed]);
    assert_eq!((grey[0].rule.as_str(), grey[0].severity), ("R59", Severity::Warning));
    assert!(said(&grey[0]).contains("扫描件.pdf"), "{}", said(&grey[0]));
    assert_eq!(codes(&advice("social_insurance", "contribution_list", picture(1_600, 1_200, 9_000, 2))), []);
    assert_eq!(
        codes(&advice("basic_info", "photo", picture(1_600, 1_200, 9_000, 0))),
        [],
        "no seal is asked"
    );
}

#[test]
fn nothing_is_said_of_a_scan_that_was_not_inspected() {
    assert_eq!(advice("social_insurance", "contribution_list", ScanFacts::default()), []);
}

#[test]
fn the_same_scan_in_two_places_is_pointed_out_where_it_came_later() {
    let (first, mut second) =
        (scan("basic_info", None, "photo"), scan("social_insurance", None, "contribution_list"));
    second.uploaded_at += chrono::Duration::seconds(1);
    second.id = ScanId::new("a");
    let both =
        |scans: &[Scan]| (codes(&of_scans("basic_info", scans)), codes(&of_scans("social_insurance", scans)));
    assert_eq!(both(&[first.clone(), second.clone()]), (vec![], vec![Code::WSameScan]));
    assert_eq!(both(&[second.clone(), first.clone()]), (vec![], vec![Code::WSameScan]), "in any order");
    let other = Scan { sha256: "1".repeat(64), ..second.clone() };
    assert_eq!(both(&[first.clone(), other]), (vec![], vec![]));
    let left_over = Scan { place: scan("basic_info", None, "gone").place, ..first };
    assert_eq!(both(&[left_over, second]), (vec![], vec![]), "what is no material is not compared");
}

#[test]
fn one_scan_for_all_parts_of_a_paper_is_not_pointed_out() {
    let cover = scan("publications", Some("r0"), "cover");
    let part = Scan { id: ScanId::new("b"), ..scan("publications", Some("r0"), "full_text") };
    let paper = rows(&[&[("kind", "Journal")], &[("kind", "Journal")]]);
    let same = |scans: &[Scan]| {
        let problems = found(&[("publications", paper.clone())], scans, "publications");
        problems.iter().filter(|problem| problem.code() == Code::WSameScan).count()
    };
    assert_eq!(same(&[cover.clone(), part.clone()]), 0);
    let elsewhere = Scan { place: scan("publications", Some("r1"), "full_text").place, ..part };
    assert_eq!(same(&[cover, elsewhere]), 1);
}

/// 原件 becomes 复印件 after the tick: the declaration no longer covers it.
#[test]
fn what_is_said_of_a_scan_after_the_declaration_asks_for_it_again() {
    let today = "2020-08-03".parse().unwrap();
    let scan = scan("basic_info", None, "photo");
    let empty = answers(&[]);
    let scans = [scan.clone()];
    let case = Case::new(&PACK, &empty, &scans, today);
    let mut declared = data(&[]);
    declared.values.extend(declare(&case, "signed_name", "韦某".into()));
    let declared = answers(&[("declaration", declared)]);
    let outdated = |scan: Scan| is_outdated(&Case::new(&PACK, &declared, &[scan], today));
    assert!(!outdated(scan.clone()), "nothing was changed");
    let copy_kind = CopyKind::StampedCopy {
        verification_stamp: true,
        unit_seal: true,
        no_original_reason: "原件已交档案室".into(),
    };
    assert!(outdated(Scan { copy_kind, ..scan.clone() }));
    assert!(outdated(Scan { kind: "Patent".into(), ..scan.clone() }));
    assert!(outdated(Scan { description: "说明".into(), ..scan.clone() }));
    assert!(outdated(Scan { marked: true, ..scan.clone() }));
    assert!(outdated(Scan { sha256: "1".repeat(64), ..scan.clone() }));
    assert!(!outdated(Scan { facts: picture(1, 1, 0, 0), ..scan }), "facts are not declared");
}

#[test]
fn a_scan_stored_before_the_inspection_reads_without_facts() {
    let mut stored = serde_json::to_value(scan("basic_info", None, "photo")).unwrap();
    stored.as_object_mut().unwrap().remove("facts").unwrap();
    assert_eq!(serde_json::from_value::<Scan>(stored).unwrap().facts, ScanFacts::default());
}
