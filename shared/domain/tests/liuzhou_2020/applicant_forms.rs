//! The applicant's rules at their edges: what is just enough, and what is just too little (R16–R60).

use crate::english::ENGLISH;
use crate::named::{PACK, Pairs, answers, case, data, found, has, rows};
use domain::form::{Code, Here, SectionData};
use domain::words::english;

#[test]
fn r12_the_specialty_is_one_of_the_committee_s() {
    let table = [
        ("C_CON_M", "vehicle_engineering", true),
        ("C_ENG_M", "vehicle_engineering", false),
        ("C_ENG_M", "nothing_like_it", true),
        ("C_ENG_M", "", false),
        ("", "vehicle_engineering", true),
    ];
    for (committee, specialty, refused) in table {
        let chosen = data(&[("committee_id", committee), ("specialty", specialty)]);
        let found = has(&[("basic_info", chosen)], "basic_info", Code::ESpecialty, "R12");
        assert_eq!(found, refused, "{committee} {specialty}");
    }
}

#[test]
fn r16_another_nature_than_the_unit_s_is_pointed_out() {
    let table = [
        ("PublicInstitution", "PublicInstitution", false),
        ("PublicInstitution", "StateEnterprise", true),
        ("", "StateEnterprise", false),
        ("PublicInstitution", "", false),
    ];
    for (identity, nature, pointed_out) in table {
        let chosen = data(&[("identity_nature", identity), ("unit_nature", nature)]);
        let found = has(&[("basic_info", chosen)], "basic_info", Code::WIdentityMismatch, "R16");
        assert_eq!(found, pointed_out, "{identity} {nature}");
    }
}

#[test]
fn r20_whoever_does_not_choose_the_directed_evaluation_may_be_of_any_county() {
    let table = [
        ("450225", "true", false),
        ("450223", "true", true),
        ("450223", "false", false),
        ("450223", "", false),
        ("", "true", true),
    ];
    for (county, chosen, refused) in table {
        let basics = data(&[("unit_county", county), ("dual_directed", chosen)]);
        let found = has(&[("basic_info", basics)], "basic_info", Code::EDualDirected, "R20");
        assert_eq!(found, refused, "{county} {chosen}");
    }
}

#[test]
fn r30_r32_each_answer_of_the_register_is_told_as_what_it_is() {
    const SECTION: &str = "continuing_education";
    let table = [
        ("Found", None),
        ("ServiceDown", Some((Code::WCommonCourseUnknown, "R32"))),
        ("NotFound", Some((Code::ECommonCourse, "R30"))),
        ("", Some((Code::ECommonCourse, "R32"))),
    ];
    for (state, expected) in table {
        let problems = found(&[(SECTION, data(&[("query_state", state)]))], &[], SECTION);
        let of_course = [Code::WCommonCourseUnknown, Code::ECommonCourse];
        let said: Vec<_> = problems.iter().filter(|problem| of_course.contains(&problem.code())).collect();
        let said: Vec<_> = said.iter().map(|problem| (problem.code(), problem.rule.as_str())).collect();
        assert_eq!(said, expected.into_iter().collect::<Vec<_>>(), "{state}");
    }
}

#[test]
fn r33_sixty_hours_a_year_are_enough() {
    const SECTION: &str = "continuing_education";
    for (hours, pointed_out) in [("59", true), ("60", false), ("61", false)] {
        let course: Pairs<'_> = &[("year", "2020"), ("hours", hours)];
        let mut courses = rows(&[course]);
        let rows = courses.groups.remove("rows").unwrap();
        courses.groups.insert("industry_courses".into(), rows);
        assert_eq!(has(&[(SECTION, courses)], SECTION, Code::WCourseHours, "R33"), pointed_out, "{hours}");
    }
    assert!(!has(&[], SECTION, Code::WCourseHours, "R33"), "where there is no course there is no year");
}

/// Kind, CN, ISSN.
#[test]
fn r35_a_journal_has_one_of_two_numbers() {
    let table = [
        ("Journal", "", "", true),
        ("ElectronicSerial", "", "", true),
        ("Journal", "CN11-2034", "", false),
        ("Journal", "", "0317-8471", false),
        ("Book", "", "", false),
    ];
    for (kind, cn_number, issn, refused) in table {
        let paper = rows(&[&[("kind", kind), ("cn_number", cn_number), ("issn", issn)]]);
        let found = has(&[("publications", paper)], "publications", Code::ESerialNumber, "R35");
        assert_eq!(found, refused, "{kind} {cn_number} {issn}");
    }
}

/// Role, rank, and how many authors there are.
#[test]
fn r35_a_first_author_is_the_first_and_a_sole_one_alone() {
    let table = [
        ("Sole", "1", "1", false),
        ("Sole", "", "", false),
        ("Sole", "2", "", true),
        ("Sole", "", "2", true),
        ("Sole", "1", "2", true),
        ("First", "1", "3", false),
        ("First", "", "3", false),
        ("First", "2", "3", true),
        ("Other", "2", "3", false),
        ("", "2", "3", false),
    ];
    for (role, rank, count, refused) in table {
        let paper = [("author_role", role), ("author_rank", rank), ("author_count", count)];
        let problems = found(&[("publications", rows(&[&paper]))], &[], "publications");
        let at_role = |problem: &&domain::form::Problem| problem.spot.field.as_deref() == Some("author_role");
        let found = problems.iter().filter(at_role).any(|problem| problem.code() == Code::ERank);
        assert_eq!(found, refused, "{paper:?}");
    }
}

/// A month lasts to its last day. Today is 2020-08-20.
#[test]
fn x3_a_demerit_bars_until_its_effect_ends() {
    let table = [
        ("Demerit", "2020-08-19", false),
        ("Demerit", "2020-08-20", true),
        ("Demerit", "2020-07", false),
        ("Demerit", "2020-08", true),
        ("Demerit", "", true),
        ("Warning", "2030-01", false),
        ("PartySanction", "2030-01", false),
        ("Other", "", false),
    ];
    for (kind, end, refused) in table {
        for (answered, counts) in [("true", true), ("false", false), ("", false)] {
            let row = rows(&[&[("kind", kind), ("end_of_effect", end)]]);
            let section = SectionData { values: data(&[("has_discipline", answered)]).values, ..row };
            let found = has(&[("discipline", section)], "discipline", Code::ENotEligible, "X3");
            assert_eq!(found, refused && counts, "{kind} {end} {answered}");
        }
    }
}

/// Name and last four characters as printed; what is not known is not compared.
#[test]
fn r60_the_certificate_is_compared_with_what_is_known_of_the_applicant() {
    let table = [
        ("李薇", "124X", None),
        ("李微", "124X", Some("person_name")),
        ("李薇", "1241", Some("id_tail")),
        ("李薇", "124x", None),
        ("李薇", "24X", None),
        ("", "", None),
    ];
    let known = [("name", "李薇"), ("id_number", "45022619850607124X")];
    for (name, tail, expected) in table {
        for (basics, at) in [(&known[..], expected), (&[], None)] {
            let chosen = [basics, &[("identity_nature", "PrivateEnterprise")]].concat();
            let printed = data(&[("person_name", name), ("id_tail", tail)]);
            let sections = [("basic_info", data(&chosen)), ("social_insurance", printed)];
            let problems = found(&sections, &[], "social_insurance");
            let refused = problems.iter().find(|problem| problem.code() == Code::EInsuredPerson);
            let field = refused.and_then(|problem| problem.spot.field.as_deref());
            assert_eq!(field, at, "{name} {tail} {basics:?}");
        }
    }
}

/// A way of two degrees in one: the only education is the basis, of several the one that is chosen.
#[test]
fn r21_the_subject_is_that_of_the_basis() {
    let table: [(&[Pairs<'_>], bool); 5] = [
        (&[&[("major", "会计学")]], true),
        (&[&[("major", "机械工程")]], false),
        (&[&[("major", "会计学")], &[("major", "机械工程"), ("is_basis", "true")]], false),
        (&[&[("major", "会计学"), ("is_basis", "true")], &[("major", "机械工程")]], true),
        (&[&[("major", "会计学")], &[("major", "会计学")]], false),
    ];
    for (schools, pointed_out) in table {
        let found = has(&[("education", rows(schools))], "education", Code::WMajor, "R21");
        assert_eq!(found, pointed_out, "{schools:?}");
    }
}

/// The names that the pack knows, at each level.
#[test]
fn r29_the_name_of_a_title_tells_its_level() {
    let levels = ["Technician", "Junior", "Middle", "DeputySenior", "FullSenior"];
    let names = [("助理工程师", 1), ("工程师", 2), ("高级工程师", 3), ("正高级工程师", 4), ("经济师", 9)];
    for (name, own) in names {
        for (i, level) in levels.into_iter().enumerate() {
            let held = data(&[("title_name", name), ("level", level)]);
            let sections = [("basic_info", data(&[("target_title", "Engineer")])), ("current_title", held)];
            let pointed_out = has(&sections, "current_title", Code::WTitleLevel, "R29");
            assert_eq!(pointed_out, i != own && own < levels.len(), "{name} {level}");
        }
    }
}

/// Appendix D: the form shows what was served, in both languages.
#[test]
fn the_years_that_were_served_are_shown() {
    let basis: Pairs<'_> = &[("education_level", "Bachelor"), ("graduated", "2012-06")];
    let answers = answers(&[
        ("basic_info", data(&[("target_title", "Engineer")])),
        ("education", rows(&[basis])),
        ("current_title", data(&[("level", "Junior"), ("obtained_date", "2015-06-20")])),
    ]);
    let here = Here { section: "current_title", row: None };
    let field = PACK.section(here.section).unwrap().field("seniority").unwrap();
    insta::assert_snapshot!(case(&PACK, &answers, &[]).shown_value(here, field), @"自2015年6月20日取得现职称起已满5年；申报工程师一般须满4年（人社部发〔2019〕16号）");
    let field = ENGLISH.section(here.section).unwrap().field("seniority").unwrap();
    insta::assert_snapshot!(english::value(&case(&ENGLISH, &answers, &[]), here, field), @"5 full years since the current title on 20 June 2015; as a rule Engineer needs 4 (Ministry of Human Resources and Social Security (2019) No. 16)");
}
