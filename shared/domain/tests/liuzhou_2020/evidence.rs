//! Scans and fields that the pack asks, and of whom (domain.md §4.19).

use crate::pack;
use domain::form::{Answers, Case, Code, Row, SectionData, SectionState, section_problems, section_state};
use domain::ids::RowId;
use domain::pack::Pack;
use std::collections::BTreeMap;

fn values(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
}

fn fields(pairs: &[(&str, &str)]) -> SectionData {
    SectionData { values: values(pairs), groups: BTreeMap::new() }
}

fn row(pairs: &[(&str, &str)]) -> SectionData {
    let row = Row { id: RowId::new("r1"), values: values(pairs) };
    SectionData { values: BTreeMap::new(), groups: BTreeMap::from([("rows".to_owned(), vec![row])]) }
}

fn case<'a>(pack: &'a Pack, answers: &'a Answers) -> Case<'a> {
    Case::new(pack, answers, &[], "2020-08-03".parse().unwrap())
}

fn answers(basic_info: &[(&str, &str)], section: &str, data: SectionData) -> Answers {
    Answers::from([("basic_info".to_owned(), fields(basic_info)), (section.to_owned(), data)])
}

/// The slots that miss a scan; of alternatives only the first is named.
fn missing_scans(answers: &Answers, section: &str) -> Vec<String> {
    let pack = pack();
    let problems = section_problems(&case(&pack, answers), pack.section(section).unwrap());
    problems
        .into_iter()
        .filter(|problem| problem.code() == Code::EScanMissing)
        .filter_map(|p| p.spot.slot)
        .collect()
}

fn missing_fields(answers: &Answers, section: &str) -> Vec<String> {
    let pack = pack();
    let problems = section_problems(&case(&pack, answers), pack.section(section).unwrap());
    problems
        .into_iter()
        .filter(|problem| problem.code() == Code::ERequired)
        .filter_map(|p| p.spot.field)
        .collect()
}

fn state(answers: &Answers, section: &str) -> SectionState {
    let pack = pack();
    section_state(&case(&pack, answers), pack.section(section).unwrap())
}

#[test]
fn r21_r22_r23_proof_of_the_degree_follows_the_identity() {
    let not_found = ["education_certificate", "degree_certificate", "education_certification"];
    let table: [(&str, &str, &[&str]); 8] = [
        ("PublicInstitution", "", &[]),
        ("StateEnterprise", "", &[]),
        ("NonEstablished", "", &[]),
        ("PrivateEnterprise", "true", &["chsi_screenshot"]),
        ("SocialOrganization", "true", &["chsi_screenshot"]),
        ("PrivateEnterprise", "false", &not_found),
        ("Freelance", "false", &not_found),
        ("Other", "true", &["chsi_screenshot"]),
    ];
    for (identity, chsi_found, expected) in table {
        let degree = row(&[("is_basis", "true"), ("degree", "Bachelor"), ("chsi_found", chsi_found)]);
        let answers = answers(&[("identity_nature", identity)], "education", degree);
        assert_eq!(missing_scans(&answers, "education"), expected, "{identity} {chsi_found}");
    }
}

#[test]
fn r23_without_a_degree_no_degree_certificate() {
    let schooling = row(&[("is_basis", "true"), ("degree", "None"), ("chsi_found", "false")]);
    let answers = answers(&[("identity_nature", "PrivateEnterprise")], "education", schooling);
    assert_eq!(missing_scans(&answers, "education"), ["education_certificate", "education_certification"]);
}

#[test]
fn r26_proofs_of_an_application_without_a_title() {
    let table: [(&str, &[&str]); 2] = [
        ("LaborContract", &["labor_contract", "matching_social_insurance"]),
        ("Establishment", &["establishment_proof"]),
    ];
    for (path, expected) in table {
        let data = fields(&[("no_title_application", "true"), ("proof_path", path)]);
        let answers = answers(&[("target_title", "Engineer")], "current_title", data);
        assert_eq!(missing_scans(&answers, "current_title"), expected, "{path}");
        assert!(missing_fields(&answers, "current_title").is_empty(), "{path}");
    }
}

#[test]
fn r28_a_title_that_the_register_does_not_hold_is_scanned() {
    for (query_state, expected) in [("NotFound", 1), ("ServiceDown", 1), ("NotQueried", 1), ("Found", 0)] {
        let data = fields(&[("query_state", query_state)]);
        let answers = answers(&[("target_title", "Engineer")], "current_title", data);
        assert_eq!(missing_scans(&answers, "current_title").len(), expected, "{query_state}");
        assert!(missing_fields(&answers, "current_title").contains(&"obtained_date".to_owned()));
    }
}

#[test]
fn the_first_title_needs_no_earlier_one() {
    let first =
        answers(&[("target_title", "AssistantEngineer")], "current_title", fields(&[("has_title", "false")]));
    assert_eq!(state(&first, "current_title"), SectionState::Complete);
}

#[test]
fn r39_each_kind_of_publication_has_its_own_scans() {
    let journal = ["nppa_query_screenshot", "cover", "toc", "copyright_page", "full_text"];
    let book = ["book_cover", "book_copyright_page", "book_toc", "own_part"];
    let table: [(&str, &[&str]); 7] = [
        ("Journal", &journal),
        ("ElectronicSerial", &journal),
        ("Book", &book),
        ("Translation", &book),
        ("Textbook", &book),
        ("Conference", &["proceedings_cover", "proceedings_toc", "proceedings_full_text"]),
        ("Report", &["report_text", "unit_proof"]),
    ];
    for (kind, expected) in table {
        let answers = answers(&[], "publications", row(&[("kind", kind)]));
        assert_eq!(missing_scans(&answers, "publications"), expected, "{kind}");
    }
}

#[test]
fn r34_a_paper_is_not_older_than_the_title() {
    let pack = pack();
    for (published, refused) in [("2015-06-19", true), ("2015-06-20", false)] {
        let mut answers = answers(&[], "publications", row(&[("published_date", published)]));
        answers.insert("current_title".to_owned(), fields(&[("obtained_date", "2015-06-20")]));
        let problems = section_problems(&case(&pack, &answers), pack.section("publications").unwrap());
        assert_eq!(problems.iter().any(|problem| problem.rule == "R34"), refused, "{published}");
    }
}

#[test]
fn r56_only_the_private_sector_proves_its_social_insurance() {
    let table = [
        ("PublicInstitution", SectionState::NotRequired),
        ("StateEnterprise", SectionState::NotRequired),
        ("NonEstablished", SectionState::NotRequired),
        ("PrivateEnterprise", SectionState::Query),
        ("SocialOrganization", SectionState::Query),
        ("Freelance", SectionState::Query),
    ];
    for (identity, expected) in table {
        let answers = Answers::from([("basic_info".to_owned(), fields(&[("identity_nature", identity)]))]);
        assert_eq!(state(&answers, "social_insurance"), expected, "{identity}");
    }
}

#[test]
fn r57_r61_scans_of_the_social_insurance() {
    let own = "柳州市柳南汽车零部件有限公司（一分厂）";
    let other = "柳州市劳务派遣有限公司";
    let table: [(&str, &str, &[&str]); 5] = [
        ("Found", own, &[]),
        ("NotFound", own, &["contribution_list"]),
        ("NotFound", "柳州市柳南汽车零部件有限公司 (一分厂)", &["contribution_list"]),
        ("NotFound", other, &["contribution_list", "unit_mismatch_proof"]),
        ("Found", other, &["unit_mismatch_proof"]),
    ];
    for (query_state, insured_unit, expected) in table {
        let data = fields(&[("query_state", query_state), ("insured_unit", insured_unit)]);
        let basics = [("identity_nature", "PrivateEnterprise"), ("unit_name", own)];
        let answers = answers(&basics, "social_insurance", data);
        assert_eq!(missing_scans(&answers, "social_insurance"), expected, "{query_state} {insured_unit}");
    }
}

#[test]
fn r62_r63_r78_r84_what_depends_on_the_level() {
    let table = [
        ("FullSeniorEngineer", 1, 1, SectionState::NotStarted),
        ("SeniorEngineer", 0, 1, SectionState::NotStarted),
        ("Engineer", 0, 0, SectionState::NotRequired),
        ("AssistantEngineer", 0, 0, SectionState::NotRequired),
    ];
    for (title, letters, forms, defense) in table {
        let answers = Answers::from([("basic_info".to_owned(), fields(&[("target_title", title)]))]);
        assert_eq!(missing_scans(&answers, "other_proof").len(), letters, "{title}");
        assert_eq!(missing_scans(&answers, "deliberation").len(), forms, "{title}");
        assert_eq!(state(&answers, "defense"), defense, "{title}");
        assert_ne!(state(&answers, "deliberation"), SectionState::NotRequired, "R81 {title}");
    }
}

#[test]
fn r87_the_expert_opinion_is_never_needed() {
    assert!(matches!(
        state(&Answers::new(), "expert_opinion"),
        SectionState::NotRequired | SectionState::Complete
    ));
}

#[test]
fn awards_are_listed_or_declared_absent() {
    let declared = answers(&[], "awards", fields(&[("none_declared", "true")]));
    assert_eq!(state(&declared, "awards"), SectionState::Complete);
    assert_eq!(state(&Answers::new(), "awards"), SectionState::NotStarted);
}

#[test]
fn the_exceptional_case_is_opened_by_basic_info() {
    for (exceptional, expected) in [("true", SectionState::NotStarted), ("false", SectionState::NotRequired)]
    {
        let answers = Answers::from([("basic_info".to_owned(), fields(&[("exceptional", exceptional)]))]);
        assert_eq!(state(&answers, "exceptional_case"), expected);
    }
}
