//! Rules that read several fields, each with the case that breaks it and the case that does not.

use crate::named::missing;
use crate::pack;
use domain::form::{Answers, Case, Code, Here, Problem, Row, SectionData, section_problems};
use domain::ids::RowId;
use domain::pack::Pack;
use domain::words;
use std::collections::BTreeMap;

fn data(pairs: &[(&str, &str)]) -> SectionData {
    let values = pairs.iter().map(|(field, value)| ((*field).to_owned(), (*value).to_owned()));
    SectionData { values: values.collect(), groups: BTreeMap::new() }
}

fn with_rows(mut section: SectionData, group: &str, rows: &[&[(&str, &str)]]) -> SectionData {
    let row = |(i, pairs): (usize, &&[(&str, &str)])| Row {
        id: RowId::new(format!("r{i}")),
        values: data(pairs).values,
    };
    section.groups.insert(group.to_owned(), rows.iter().enumerate().map(row).collect());
    section
}

/// Codes of the problems of one section, on 2020-08-20.
fn codes(answers: &[(&str, SectionData)], section: &str) -> Vec<String> {
    found(&pack(), answers, section).into_iter().map(|problem| problem.code().to_string()).collect()
}

fn found(pack: &Pack, answers: &[(&str, SectionData)], section: &str) -> Vec<Problem> {
    let answers: Answers = answers.iter().map(|(id, data)| ((*id).to_owned(), data.clone())).collect();
    let today = "2020-08-20".parse().unwrap();
    let case = Case::new(pack, &answers, &[], today);
    section_problems(&case, pack.section(section).unwrap())
}

fn has(answers: &[(&str, SectionData)], section: &str, code: &str) -> bool {
    codes(answers, section).iter().any(|found| found == code)
}

fn senior() -> (&'static str, SectionData) {
    ("basic_info", data(&[("target_title", "SeniorEngineer")]))
}

#[test]
fn r09_the_general_committee_is_refused_for_construction_with_the_seed_s_sentence() {
    let pack = pack();
    let chosen = |committee| {
        let choice =
            [("target_title", "Engineer"), ("industry", "HousingConstruction"), ("committee_id", committee)];
        found(&pack, &[("basic_info", data(&choice))], "basic_info")
    };
    let wrong = chosen("C_ENG_M");
    let refusal = wrong.iter().find(|problem| problem.code() == Code::ECommitteeMismatch).unwrap();
    let sentence = words::chinese::problem(refusal, &pack);
    assert!(sentence.contains("柳州市建设工程系列中级职称评委会"), "{sentence}");
    assert!(!chosen("C_CON_M").iter().any(|problem| problem.code() == Code::ECommitteeMismatch));
}

#[test]
fn r17_the_mobile_number_is_needed_and_checked() {
    let message = |mobile: &str| {
        let problems = found(&pack(), &[("basic_info", data(&[("mobile", mobile)]))], "basic_info");
        problems.into_iter().find(|p| p.spot.field.as_deref() == Some("mobile")).map(|p| (p.code(), p.rule))
    };
    assert_eq!(message(""), Some((Code::ERequired, "R17".into())));
    assert_eq!(message("1380013800"), Some((Code::EFormat, "R17".into())));
    assert_eq!(message("12345678901"), Some((Code::EFormat, "R17".into())));
    assert_eq!(message("13800138000"), None);
}

#[test]
fn r20_dual_directed_is_refused_outside_its_counties() {
    let chosen = |county| {
        let basic_info = data(&[("unit_county", county), ("dual_directed", "true")]);
        has(&[("basic_info", basic_info)], "basic_info", "E_DUAL_DIRECTED")
    };
    assert!(chosen("450223") && chosen(""));
    assert!(!chosen("450225") && !chosen("450226"));
}

#[test]
fn r30_r32_the_common_course_is_passed_or_the_register_is_down() {
    let codes =
        |state| codes(&[("continuing_education", data(&[("query_state", state)]))], "continuing_education");
    assert!(codes("").contains(&"E_COMMON_COURSE".to_owned()));
    assert!(codes("NotFound").contains(&"E_COMMON_COURSE".to_owned()));
    assert!(codes("ServiceDown").contains(&"W_COMMON_COURSE_UNKNOWN".to_owned()));
    assert!(!codes("Found").iter().any(|code| code.contains("COMMON_COURSE")));
}

#[test]
fn r33_industry_courses_are_listed_or_declared() {
    let section = "continuing_education";
    assert!(has(&[(section, data(&[]))], section, "E_INDUSTRY_CE"));
    assert!(!has(&[(section, data(&[("industry_ce_declared", "true")]))], section, "E_INDUSTRY_CE"));
    let listed = with_rows(data(&[]), "industry_courses", &[&[("course", "焊接新工艺")]]);
    assert!(!has(&[(section, listed)], section, "E_INDUSTRY_CE"));
}

#[test]
fn r37_r38_one_paper_at_least_and_a_reason_beyond_five() {
    let papers = |n: usize, reason: &str| {
        let rows: Vec<&[(&str, &str)]> = (0..n).map(|_| &[("kind", "Journal")] as &[(&str, &str)]).collect();
        let section = with_rows(data(&[("over_limit_reason", reason)]), "rows", &rows);
        codes(&[("publications", section)], "publications")
    };
    assert!(papers(0, "").contains(&"E_TOO_FEW_ROWS".to_owned()));
    assert!(!papers(5, "").contains(&"E_OVER_LIMIT_REASON".to_owned()));
    assert!(papers(6, "").contains(&"E_OVER_LIMIT_REASON".to_owned()));
    assert!(!papers(6, "第六篇为代表作").contains(&"E_OVER_LIMIT_REASON".to_owned()));
    assert!(papers(6, "第六篇为代表作").contains(&"W_OVER_LIMIT".to_owned()), "reviewers see it");
    assert!(!papers(5, "").contains(&"W_OVER_LIMIT".to_owned()));
}

#[test]
fn r38_the_reason_is_asked_beyond_five_papers_and_stays_once_given() {
    let asked = |n: usize, reason: &str| {
        let rows: Vec<&[(&str, &str)]> = (0..n).map(|_| &[("kind", "Journal")] as &[(&str, &str)]).collect();
        let papers = with_rows(data(&[("over_limit_reason", reason)]), "rows", &rows);
        let answers = Answers::from([("publications".to_owned(), papers)]);
        let pack = pack();
        let case = Case::new(&pack, &answers, &[], "2020-08-20".parse().unwrap());
        let field = pack.section("publications").unwrap().field("over_limit_reason").unwrap();
        case.shown(Here { section: "publications", row: None }, field.shown.as_ref())
    };
    assert!(!asked(0, "") && !asked(5, "") && asked(6, "") && asked(5, "第六篇已删去"));
}

#[test]
fn r48_a_section_without_awards_names_the_tick_that_says_so() {
    let message = |section: &str| {
        let pack = pack();
        let found = found(&pack, &[], section);
        let too_few = found.iter().find(|problem| problem.code() == Code::ETooFewRows);
        too_few.map(|problem| words::chinese::problem(problem, &pack))
    };
    assert!(message("awards").unwrap().ends_with("；没有的，请勾选“本项无”"));
    assert!(!message("publications").unwrap().contains("勾选"));
}

#[test]
fn r75_publicity_has_five_working_days() {
    let codes =
        |start, end| codes(&[("publicity", data(&[("start_date", start), ("end_date", end)]))], "publicity");
    assert!(codes("2020-08-03", "2020-08-06").contains(&"E_PUBLICITY_TOO_SHORT".to_owned()));
    assert!(codes("2020-08-06", "2020-08-10").contains(&"E_PUBLICITY_TOO_SHORT".to_owned()));
    assert!(!codes("2020-08-03", "2020-08-07").iter().any(|code| code.starts_with("E_PUBLICITY")));
    assert!(codes("2027-01-04", "2027-01-08").contains(&"E_CALENDAR_MISSING".to_owned()));
}

/// The last day counts to 24:00.
#[test]
fn r76_only_an_outcome_is_too_early_while_the_publicity_runs() {
    let said = |end: &str, outcome: &[(&str, &str)]| -> Vec<String> {
        let plan = [("start_date", "2020-08-14"), ("end_date", end)];
        let form = data(&[&plan, outcome].concat());
        let found = found(&pack(), &[("publicity", form)], "publicity");
        let of_the_end =
            |problem: &&Problem| matches!(problem.code(), Code::EPublicityNotOver | Code::WPublicityRuns);
        let said = found.iter().filter(of_the_end);
        said.map(|problem| format!("{} {}", problem.code(), problem.spot.anchor())).collect()
    };
    let advice = ["W_PUBLICITY_RUNS publicity--end_date"];
    assert_eq!(said("2020-08-20", &[]), advice, "ends today at 24:00");
    assert_eq!(said("2020-08-28", &[("place", "公告栏")]), advice, "a plan of the future");
    let early = ["E_PUBLICITY_NOT_OVER publicity--has_objection"];
    assert_eq!(said("2020-08-20", &[("has_objection", "false"), ("conclusion", "NoObjection")]), early);
    let early = ["E_PUBLICITY_NOT_OVER publicity--conclusion"];
    assert_eq!(said("2020-08-20", &[("conclusion", "NoObjection")]), early);
    assert!(said("2020-08-19", &[("has_objection", "false")]).is_empty());
}

#[test]
fn r79_the_defence_comes_before_the_deliberation() {
    let refused = |defended: (&str, &str), deliberated: (&str, &str)| {
        let at = |(date, time)| data(&[("date", date), ("start_time", time)]);
        let answers = [senior(), ("defense", at(defended)), ("deliberation", at(deliberated))];
        has(&answers, "deliberation", "E_DEFENSE_AFTER")
    };
    assert!(refused(("2020-08-18", "09:00"), ("2020-08-17", "09:00")));
    assert!(refused(("2020-08-18", "15:00"), ("2020-08-18", "10:00")), "the same day, but later");
    assert!(!refused(("2020-08-18", "09:00"), ("2020-08-18", "10:00")));
    assert!(!refused(("2020-08-17", "15:00"), ("2020-08-18", "10:00")));
}

#[test]
fn r83_panel_needs_five_members() {
    let small = |names: &[&str]| {
        let rows: Vec<Vec<(&str, &str)>> = names.iter().map(|name| vec![("name", *name)]).collect();
        let rows: Vec<&[(&str, &str)]> = rows.iter().map(Vec::as_slice).collect();
        has(&[("deliberation", with_rows(data(&[]), "members", &rows))], "deliberation", "E_GROUP_TOO_SMALL")
    };
    assert!(small(&["甲", "乙", "丙", "丁"]));
    assert!(small(&["甲", "乙", "丙", "丁", "丁"]), "the same person twice");
    assert!(!small(&["甲", "乙", "丙", "丁", "戊"]));
}

#[test]
fn r82_those_present_are_the_members_who_attended() {
    let refused = |present: &str, attended: [&str; 6]| {
        let name = ["甲", "乙", "丙", "丁", "戊", "己"];
        let rows: Vec<[(&str, &str); 3]> = (0..6)
            .map(|i| {
                [
                    ("name", name[i]),
                    ("attended", attended[i]),
                    ("is_leader", if i == 0 { "true" } else { "false" }),
                ]
            })
            .collect();
        let rows: Vec<&[(&str, &str)]> = rows.iter().map(|row| row.as_slice()).collect();
        let section = with_rows(data(&[("present_count", present)]), "members", &rows);
        codes(&[("deliberation", section)], "deliberation").iter().filter(|code| *code == "E_PRESENT").count()
    };
    assert_eq!(refused("6", ["true"; 6]), 0);
    assert_eq!(refused("6", [""; 6]), 0, "who is not marked absent attended");
    assert_eq!(refused("5", ["true", "true", "true", "true", "true", "false"]), 0);
    assert_eq!(refused("6", ["true", "true", "true", "true", "true", "false"]), 1);
    assert_eq!(refused("5", ["false", "true", "true", "true", "true", "true"]), 1, "the leader is absent");
}

#[test]
fn r76_the_conclusion_fits_the_objection() {
    let refused = |objection: &str, conclusion: &str| {
        let outcome = data(&[("has_objection", objection), ("conclusion", conclusion)]);
        has(&[("publicity", outcome)], "publicity", "E_PUBLICITY_CONCLUSION")
    };
    assert!(!refused("false", "NoObjection") && !refused("true", "Dismissed") && !refused("true", "Upheld"));
    assert!(refused("false", "Dismissed") && refused("true", "NoObjection"));
    assert!(!refused("", "NoObjection") && !refused("true", ""), "what is missing is told elsewhere");
}

#[test]
fn r82_votes_add_up_and_a_recommendation_has_the_majority() {
    let refused = |present, votes_for, against| {
        let votes = [
            ("present_count", present),
            ("votes_for", votes_for),
            ("votes_against", against),
            ("abstain", "0"),
            ("result", "Recommended"),
        ];
        has(&[("deliberation", data(&votes))], "deliberation", "E_VOTES")
    };
    assert!(!refused("5", "5", "0") && !refused("5", "3", "2"));
    assert!(refused("5", "4", "0"), "one vote is missing");
    assert!(refused("5", "2", "3"), "no majority");
}

#[test]
fn r86_who_began_later_has_fewer_appraisals() {
    let missing = |began| {
        let answers = [("basic_info", data(&[("work_start", began)])), ("appraisals", data(&[]))];
        codes(&answers, "appraisals").iter().filter(|code| *code == "E_APPRAISAL").count()
    };
    assert_eq!(missing("2010-07"), 5);
    assert_eq!(missing("2018-07"), 2);
    assert_eq!(missing("2020-01"), 0);
}

#[test]
fn r88_five_aspects_are_asked_for() {
    let asked = missing(&[("unit_recommendation", data(&[]))], "unit_recommendation");
    assert_eq!(asked[..5], ["moral", "results", "level", "ability", "attitude"]);
}

#[test]
fn r89_consent_is_no_opinion_however_it_is_padded() {
    let refused = |text: &str| {
        let opinion = data(&[("moral", text)]);
        has(&[("unit_recommendation", opinion)], "unit_recommendation", "E_TRIVIAL_OPINION")
    };
    for trivial in [
        "同意推荐",
        " 同意 推荐。",
        "同意上报！",
        "该同志符合条件，同意推荐",
        "同意推荐1",
        "５．同意推荐",
        "同意推荐同意推荐同意推荐同意推荐",
        "同意推荐，同意上报，推荐，同意。。。。。。。。。。。。",
        "同意推荐aaaaaaaaaaaaaaaaaaaa",
        "同意推荐ＡＢＣＤＥＦＧＨＩＪＫＬＭＮ",
        "同\u{3000}意\u{200b}推\u{a0}荐\n一二三",
        "该同志一贯表现良好，同意推荐，同意申报",
        "1234567890123456789",
    ] {
        assert!(refused(trivial), "{trivial}");
    }
    for opinion in [
        "该同志拥护党的路线方针政策，遵纪守法，职业道德良好。",
        "该同志2016年以来主持完成12项工艺改进，成绩突出，群众评价好，同意推荐。",
        "工作好",
    ] {
        assert!(!refused(opinion), "{opinion}");
    }
}

#[test]
fn r89_five_opinions_that_differ_by_digits_are_the_same() {
    let same = |texts: [&str; 5]| {
        let fields = ["moral", "results", "level", "ability", "attitude"];
        let fields: Vec<(&str, &str)> = fields.into_iter().zip(texts).collect();
        let codes = codes(&[("unit_recommendation", data(&fields))], "unit_recommendation");
        codes.iter().filter(|code| *code == "E_SAME_OPINION").count()
    };
    assert_eq!(same(["该同志工作认真负责，业务能力强，成绩突出，群众评价好。"; 5]), 4);
    let numbered = [
        "1.该同志工作认真负责，业务能力强，成绩突出。",
        "2、该同志工作认真负责，业务能力强，成绩突出",
        "（3）该同志工作认真负责 业务能力强 成绩突出！",
        "４该同志工作认真负责，业务能力强，成绩突出a",
        "该同志工作认真负责，业务能力强，成绩突出55",
    ];
    assert_eq!(same(numbered), 4);
    let each = [
        "品德端正，遵纪守法",
        "成绩突出，完成任务",
        "水平较高，熟悉标准",
        "能力较强，善于攻关",
        "态度认真，爱岗敬业",
    ];
    assert_eq!(same(each), 0);
}

#[test]
fn x18_nobody_takes_part_in_the_review_of_their_own_application() {
    let refused = |name: &str| {
        let person = ("basic_info", data(&[("name", "韦晓明"), ("target_title", "SeniorEngineer")]));
        let rows: &[&[(&str, &str)]] = &[&[("name", "覃梅")], &[("name", name)]];
        let spots = |section: &str, forms: SectionData| -> Vec<String> {
            let found = found(&pack(), &[person.clone(), (section, forms)], section);
            let own = found.into_iter().filter(|problem| problem.code() == Code::EOwnReview);
            own.map(|problem| problem.spot.anchor()).collect()
        };
        [
            spots("defense", with_rows(data(&[]), "panel", rows)),
            spots("deliberation", with_rows(data(&[]), "members", rows)),
            spots("unit_recommendation", data(&[("signer", name)])),
        ]
        .concat()
    };
    let everywhere =
        ["defense--panel--r1--name", "deliberation--members--r1--name", "unit_recommendation--signer"];
    assert_eq!(refused("韦晓明"), everywhere);
    assert_eq!(refused("韦 晓明"), everywhere);
    assert!(refused("韦晓明（技术部）").is_empty(), "another person of the same name");
    assert!(refused("黄志").is_empty() && refused("").is_empty());
}

#[test]
fn r90_every_section_is_checked_before_publicity() {
    let unchecked = codes(&[("unit_check", data(&[]))], "unit_check");
    assert_eq!(unchecked.iter().filter(|code| *code == "E_NOT_CHECKED").count(), 15);
}

#[test]
fn x3_nobody_applies_during_the_effect_of_a_demerit() {
    let refused = |kind, end| {
        let row: &[(&str, &str)] = &[("kind", kind), ("end_of_effect", end)];
        let section = with_rows(data(&[("has_discipline", "true")]), "rows", &[row]);
        has(&[("discipline", section)], "discipline", "E_NOT_ELIGIBLE")
    };
    assert!(refused("Demerit", "2020-12"));
    assert!(!refused("Demerit", "2019-12") && !refused("Warning", "2020-12"));
}
