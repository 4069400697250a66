//! Required answers: of each row, of the clause it claims, and how much of a text, a scan or a name is enough.

use crate::named::{PACK, Pairs, data, found, has, missing, rows, scan};
use domain::form::{Code, Row, Scan, SectionData, Spot};
use domain::ids::RowId;

#[test]
fn r44_r49_r52_each_missing_field_of_a_row_is_named() {
    let table: [(&str, &[&str]); 3] = [
        (
            "achievements",
            &[
                "professional_work_declared",
                "name",
                "start",
                "end",
                "content",
                "own_role",
                "own_rank",
                "team_size",
                "effect",
                "criterion_code",
            ],
        ),
        ("awards", &["award_name", "award_date", "awarding_body", "level", "own_rank", "total"]),
        (
            "professional_experience",
            &["start", "end", "unit", "project_or_task", "content", "own_role", "criterion_code"],
        ),
    ];
    for (section, expected) in table {
        assert_eq!(missing(&[(section, rows(&[&[]]))], section), expected, "{section}");
    }
}

/// 申报不同级别职称都需要按规定提供论文、著作.
#[test]
fn r37_every_level_needs_a_paper() {
    for title in ["AssistantEngineer", "Engineer", "SeniorEngineer", "FullSeniorEngineer"] {
        assert!(PACK.title(title).is_some(), "{title}");
        for (papers, expected) in
            [(data(&[]), Some(Spot::group("publications", "rows"))), (rows(&[&[]]), None)]
        {
            let sections = [("basic_info", data(&[("target_title", title)])), ("publications", papers)];
            let problems = found(&sections, &[], "publications");
            let too_few = problems.iter().find(|problem| problem.code() == Code::ETooFewRows);
            assert_eq!(too_few.map(|problem| problem.spot.clone()), expected, "{title}");
            assert!(too_few.is_none_or(|problem| problem.is_error() && problem.rule == "R37"), "{title}");
        }
    }
    assert_eq!(PACK.titles.len(), 4, "a new title has its line");
}

#[test]
fn r36_r45_r52_a_clause_of_another_committee_or_article_is_refused() {
    let table = [
        ("publications", "R36", 8, [6, 7]),
        ("achievements", "R45", 7, [6, 8]),
        ("professional_experience", "R52", 6, [7, 8]),
    ];
    let own = "C_ENG_M";
    let others = PACK.committees.iter().map(|committee| committee.id.as_str()).filter(|id| *id != own);
    let others: Vec<&str> = others.collect();
    for (section, rule, article, other_articles) in table {
        let refused = |code: &str| {
            let basics = data(&[("target_title", "Engineer"), ("committee_id", own)]);
            let claimed = rows(&[&[("criterion_code", code)]]);
            let sections = [("basic_info", basics), (section, claimed)];
            let problems = found(&sections, &[], section).into_iter();
            let of_clause = problems.filter(|p| p.spot.field.as_deref() == Some("criterion_code"));
            of_clause.map(|problem| (problem.code(), problem.rule)).collect::<Vec<_>>()
        };
        assert_eq!(refused(""), [(Code::ERequired, rule.to_owned())], "{section}");
        for criterion in PACK.criteria_of(own, article) {
            assert!(refused(&criterion.id).is_empty(), "{section} {}", criterion.id);
        }
        let foreign = others.iter().flat_map(|committee| PACK.criteria_of(committee, article));
        let misplaced = other_articles.iter().flat_map(|article| PACK.criteria_of(own, *article));
        let wrong: Vec<&str> = foreign.chain(misplaced).map(|criterion| criterion.id.as_str()).collect();
        assert!(wrong.len() > 15, "{wrong:?}");
        for code in wrong {
            assert_eq!(refused(code), [(Code::EFormat, rule.to_owned())], "{section} {code}");
        }
    }
}

/// The slots that still miss a scan.
fn missing_scans(sections: &[(&str, SectionData)], scans: &[Scan], section: &str) -> Vec<String> {
    let problems = found(sections, scans, section).into_iter();
    problems.filter(|p| p.code() == Code::EScanMissing).filter_map(|p| p.spot.slot).collect()
}

#[test]
fn r22_r23_alternatives_of_the_proof_of_a_degree() {
    const CERTIFICATES: [&str; 2] = ["education_certificate", "degree_certificate"];
    let with = |chsi_found: &str, slots: &[&str]| {
        let degree = rows(&[&[("is_basis", "true"), ("degree", "Bachelor"), ("chsi_found", chsi_found)]]);
        let private = data(&[("identity_nature", "PrivateEnterprise")]);
        let scans: Vec<_> = slots.iter().map(|slot| scan("education", Some("r0"), slot)).collect();
        missing_scans(&[("basic_info", private), ("education", degree)], &scans, "education")
    };
    assert_eq!(with("true", &[]), ["chsi_screenshot"]);
    assert!(with("true", &["chsi_screenshot"]).is_empty());
    assert!(with("true", &["chsi_registration_form"]).is_empty());
    assert_eq!(with("true", &CERTIFICATES), ["chsi_screenshot"], "what is on 学信网 is shown from there");
    assert_eq!(with("false", &CERTIFICATES), ["education_certification"]);
    assert!(with("false", &[CERTIFICATES[0], CERTIFICATES[1], "education_certification"]).is_empty());
    assert!(with("false", &[CERTIFICATES[0], CERTIFICATES[1], "student_archive_record"]).is_empty());
    assert_eq!(with("false", &["student_archive_record"]), CERTIFICATES);
    assert_eq!(with("false", &["chsi_screenshot"]).len(), 3);
}

#[test]
fn r22_a_registration_form_bears_its_code() {
    let asked = |slot: &str| {
        let degree = rows(&[&[("is_basis", "true"), ("degree", "Bachelor"), ("chsi_found", "true")]]);
        let private = data(&[("identity_nature", "PrivateEnterprise")]);
        let sections = [("basic_info", private), ("education", degree)];
        let problems = found(&sections, &[scan("education", Some("r0"), slot)], "education");
        problems.iter().any(|p| p.code() == Code::ERequired && p.spot.field.as_deref() == Some("chsi_code"))
    };
    assert!(asked("chsi_registration_form") && !asked("chsi_screenshot"));
}

#[test]
fn an_exception_needs_its_report() {
    let report = [scan("exceptional_case", None, "exception_report")];
    let of = |exceptional| [("basic_info", data(&[("exceptional", exceptional)]))];
    assert_eq!(missing_scans(&of("true"), &[], "exceptional_case"), ["exception_report"]);
    assert!(missing_scans(&of("true"), &report, "exceptional_case").is_empty());
    assert!(found(&of("false"), &[], "exceptional_case").is_empty());
}

#[test]
fn x5_nobody_in_the_integrity_register_applies() {
    for (registered, refused) in [("true", true), ("false", false), ("", false)] {
        let answers = data(&[("has_discipline", "false"), ("in_integrity_register", registered)]);
        let sections = [("discipline", answers)];
        assert_eq!(has(&sections, "discipline", Code::ENotEligible, "X5"), refused, "{registered}");
    }
}

#[test]
fn a_work_summary_has_800_to_5000_characters_or_is_a_scan() {
    let scan = [scan("work_summary", None, "summary_file")];
    let table: [(usize, Option<Code>, Option<Code>); 7] = [
        (0, Some(Code::ERequired), None),
        (10, Some(Code::EFormat), None),
        (799, Some(Code::EFormat), None),
        (800, None, None),
        (5000, None, None),
        (5001, Some(Code::EFormat), Some(Code::EFormat)),
        (20_000, Some(Code::EFormat), Some(Code::EFormat)),
    ];
    for (n_chars, alone, beside_a_scan) in table {
        let sections = [("work_summary", data(&[("summary", &"工".repeat(n_chars))]))];
        for (scans, expected) in [(&[][..], alone), (&scan, beside_a_scan)] {
            let problems = found(&sections, scans, "work_summary");
            let codes: Vec<Code> = problems.iter().filter(|p| p.is_error()).map(|p| p.code()).collect();
            assert_eq!(codes, expected.into_iter().collect::<Vec<_>>(), "{n_chars} {}", scans.len());
        }
    }
}

#[test]
fn the_declaration_is_signed_with_the_applicant_s_name() {
    for (signed, refused) in [("李薇", false), ("李微", true), ("李 薇", true), ("", false)] {
        let sections =
            [("basic_info", data(&[("name", "李薇")])), ("declaration", data(&[("signed_name", signed)]))];
        assert_eq!(has(&sections, "declaration", Code::ESignedName, "X11"), refused, "{signed}");
    }
}

#[test]
fn a_slot_takes_as_many_scans_as_it_says() {
    let slots: [(&str, Option<&str>, &str); 3] = [
        ("work_summary", None, "summary_file"),
        ("basic_info", None, "photo"),
        ("awards", Some("r0"), "award_certificate"),
    ];
    for (section, row, slot) in slots {
        let max = PACK.section(section).unwrap().slot(slot).unwrap().max;
        for (n_scans, refused) in [(max, false), (max + 1, true)] {
            let scans: Vec<_> = (0..n_scans).map(|_| scan(section, row, slot)).collect();
            let problems = found(&[("awards", rows(&[&[]]))], &scans, section);
            let too_many = problems.iter().find(|p| p.code() == Code::ETooManyScans);
            assert_eq!(too_many.is_some(), refused, "{slot} {n_scans}");
            assert!(too_many.is_none_or(|p| p.spot.slot.as_deref() == Some(slot)), "{too_many:?}");
        }
    }
}

#[test]
fn nobody_sits_twice_on_a_panel() {
    let seats = |group: &str, names: [&str; 3]| {
        let row = |(i, name): (usize, &str)| {
            let values: Pairs<'_> = &[("name", name)];
            Row { id: RowId::new(format!("r{i}")), values: data(values).values }
        };
        let seats = names.into_iter().enumerate().map(row).collect();
        SectionData { groups: [(group.to_owned(), seats)].into(), ..SectionData::default() }
    };
    for (section, group) in [("defense", "panel"), ("deliberation", "members")] {
        let table: [([&str; 3], &[&str]); 4] = [
            (["甲", "乙", "丙"], &[]),
            (["甲", "乙", "甲"], &["r2"]),
            (["甲", "甲", "甲"], &["r1", "r2"]),
            (["", "", "甲"], &[]),
        ];
        for (names, expected) in table {
            let senior = data(&[("target_title", "SeniorEngineer")]);
            let sections = [("basic_info", senior), (section, seats(group, names))];
            let problems = found(&sections, &[], section).into_iter();
            let twice = problems.filter(|p| p.code() == Code::EDuplicate);
            let rows: Vec<String> = twice.filter_map(|p| p.spot.row).map(|row| row.to_string()).collect();
            assert_eq!(rows, expected, "{section} {names:?}");
        }
    }
}

const LEVELS: [(&str, bool); 4] = [
    ("AssistantEngineer", false),
    ("Engineer", false),
    ("SeniorEngineer", true),
    ("FullSeniorEngineer", true),
];

fn applies_for(title: &str) -> (&'static str, SectionData) {
    ("basic_info", data(&[("target_title", title)]))
}

#[test]
fn r80_the_defence_is_recorded_item_by_item() {
    let of_the_whole = ["date", "start_time", "place", "statement_summary", "result", "conclusion"];
    for (title, is_senior) in LEVELS {
        let problems = found(&[applies_for(title), ("defense", SectionData::default())], &[], "defense");
        assert_eq!(!problems.is_empty(), is_senior, "{title}: {problems:?}");
    }
    let seat = |group: &str| (group.to_owned(), vec![Row { id: RowId::new("r0"), values: data(&[]).values }]);
    let empty = SectionData { groups: [seat("panel"), seat("questions")].into(), ..SectionData::default() };
    let of_rows = ["name", "title", "unit", "question", "answer_summary"];
    let expected: Vec<&str> = of_the_whole.into_iter().chain(of_rows).collect();
    assert_eq!(missing(&[applies_for("SeniorEngineer"), ("defense", empty)], "defense"), expected);
    assert!(
        has(&[applies_for("SeniorEngineer")], "defense", Code::ETooFewRows, "R80"),
        "at least one question is recorded"
    );
}

#[test]
fn r81_every_level_is_deliberated() {
    for (title, _) in LEVELS {
        let sections = [applies_for(title)];
        let asked = missing(&sections, "deliberation");
        for field in ["date", "place", "present_count", "votes_for", "opinion", "result"] {
            assert!(asked.iter().any(|missing| missing == field), "{title} {field}: {asked:?}");
        }
        assert!(
            found(&sections, &[], "deliberation").iter().any(|p| p.code() == Code::EGroupTooSmall),
            "{title}"
        );
    }
}
