//! The texts of the pack beside the forms (R1, R2), and the way its registers are asked (R15, R32, R60).

use crate::named::{PACK, answers, case, data, found};
use domain::form::{Code, SectionState, section_state};
use domain::pack::{FilledBy, Registry};

/// The fields that an empty save of the section misses by this rule.
fn missing_by(rule: &str, section: &str) -> Vec<String> {
    let chosen = [("basic_info", data(&[("identity_nature", "PrivateEnterprise")]))];
    let sections = if section == "basic_info" { &[][..] } else { &chosen };
    let problems = found(sections, &[], section).into_iter();
    let missing = problems.filter(|problem| problem.code() == Code::ERequired && problem.rule == rule);
    missing.filter_map(|problem| problem.spot.field).collect()
}

#[test]
fn r01_the_platform_bears_its_name() {
    assert_eq!(PACK.platform_name, "广西柳州市专业技术人员服务平台");
}

#[test]
fn r02_there_are_notices_and_a_manual_and_every_section_has_its_help() {
    for (kind, texts) in [("notices", &PACK.notices), ("manual", &PACK.manual)] {
        assert!(texts.iter().all(|text| !text.title.is_empty()), "{kind}");
        let n_chars: usize = texts.iter().map(|text| text.text.chars().count()).sum();
        assert!(n_chars > 500, "{kind}: {n_chars}");
    }
    for section in PACK.sections_of(FilledBy::Applicant) {
        assert!(section.help.chars().count() >= 10, "{}: {}", section.id, section.help);
    }
}

#[test]
fn r15_the_identity_is_asked_of_everybody_and_says_where_it_comes_from() {
    assert_eq!(missing_by("R16", "basic_info"), ["identity_nature"]);
    let field = PACK.section("basic_info").unwrap().field("identity_nature").unwrap();
    assert!(field.default.is_empty(), "{field:?}");
    assert!(field.help.contains("根据申报时人事劳动关系所在工作单位确定"), "{field:?}");
}

#[test]
fn r32_the_common_course_is_looked_up_after_the_basic_information() {
    let section = PACK.section("continuing_education").unwrap();
    let lookup = section.lookup.as_ref().unwrap();
    assert_eq!((lookup.registry, lookup.label.as_str()), (Registry::CommonCourses, "查询"));
    assert_eq!(lookup.needs.as_deref(), Some("basic_info"));
    assert!(lookup.found.contains("合格证明提示"), "{}", lookup.found);
    assert!(section.field("query_state").unwrap().locked, "nobody types what the register answers");
    for (state, expected) in [("", SectionState::Query), ("NotFound", SectionState::InProgress)] {
        let answers = answers(&[("continuing_education", data(&[("query_state", state)]))]);
        assert_eq!(section_state(&case(&PACK, &answers, &[]), section), expected, "{state}");
    }
}

#[test]
fn r60_the_certificate_shows_whose_it_is() {
    assert_eq!(missing_by("R60", "social_insurance"), ["insured_unit", "person_name", "id_tail"]);
}
