//! The title held, none held, and the one applied for (R24–R29, §4.3, Appendix D).

use crate::named::{PACK, Pairs, answers, awarded, case, data, found, has, missing, rows, said, scan};
use domain::form::{Case, Code, Problem, SectionData, accept, section_problems};
use domain::pack::Pack;
use domain::words;

const TITLES: [&str; 4] = ["AssistantEngineer", "Engineer", "SeniorEngineer", "FullSeniorEngineer"];

/// The codes among `of` that the section raises, with their fields.
fn raised(sections: &[(&str, SectionData)], of: &[Code]) -> Vec<(Code, String)> {
    let problems = found(sections, &[], "current_title").into_iter();
    let raised = problems.filter(|problem| of.contains(&problem.code()));
    raised.map(|problem| (problem.code(), problem.spot.field.unwrap_or_default())).collect()
}

fn applies_for(title: &str) -> (&'static str, SectionData) {
    ("basic_info", data(&[("target_title", title)]))
}

/// A pack whose author forgot to lock what the title settles.
fn unlocked() -> Pack {
    let mut pack = PACK.clone();
    let section = pack.sections.iter_mut().find(|section| section.id == "current_title").unwrap();
    section.fields.iter_mut().for_each(|field| field.locked_when = None);
    pack
}

fn raised_unlocked(title: &str, education: &str, held: Pairs<'_>, code: Code) -> Vec<String> {
    let pack = unlocked();
    let basis = rows(&[&[("is_basis", "true"), ("education_level", education)]]);
    let answers = answers(&[applies_for(title), ("education", basis), ("current_title", data(held))]);
    let problems = section_problems(&case(&pack, &answers, &[]), pack.section("current_title").unwrap());
    problems.into_iter().filter(|p| p.code() == code).filter_map(|p| p.spot.field).collect()
}

#[test]
fn r24_another_title_settles_what_was_answered_for_the_one_before() {
    // Chosen before, answered before, what stands once the other title is chosen, what is asked then, and what
    // stands with the title before.
    let table = [
        ("Engineer", "no_title_application", "true", "AssistantEngineer", "false", "has_title", "false"),
        ("AssistantEngineer", "has_title", "false", "Engineer", "true", "title_name", ""),
        ("AssistantEngineer", "has_title", "false", "FullSeniorEngineer", "true", "title_name", ""),
    ];
    let section = PACK.section("current_title").unwrap();
    for (before, field, answered, after, stands, asks, again) in table {
        let typed = data(&[(field, answered)]);
        let open = answers(&[applies_for(before), ("current_title", typed.clone())]);
        assert_eq!(case(&PACK, &open, &[]).answer("current_title", field), answered, "{before}");
        assert!(
            missing(&[applies_for(before), ("current_title", typed.clone())], "current_title").is_empty()
                || field == "no_title_application",
            "{before}: nothing more is asked"
        );

        let sections = [applies_for(after), ("current_title", typed.clone())];
        let settled = answers(&sections);
        let case_after = case(&PACK, &settled, &[]);
        assert_eq!(case_after.answer("current_title", field), stands, "{after}: without a save");
        let asked = missing(&sections, "current_title");
        assert!(asked.contains(&asks.to_owned()), "{after} {field}: {asked:?}");
        assert!(raised(&sections, &[Code::ENoTitleApplication, Code::ELevelSkip]).is_empty(), "{after}");

        let saved = accept(&case_after, section, typed.clone()).unwrap();
        assert_eq!(saved.value(field), "", "{after}: what another title settled does not come back");
        let back = answers(&[applies_for(before), ("current_title", saved)]);
        assert_eq!(case(&PACK, &back, &[]).answer("current_title", field), again, "{before} again");
    }
}

#[test]
fn r24_r25_assistant_engineers_never_apply_without_a_title() {
    for education in ["College", "Bachelor", "Master"] {
        for (title, answered, refused) in [
            ("AssistantEngineer", "true", true),
            ("AssistantEngineer", "false", false),
            ("Engineer", "true", false),
        ] {
            let held = [("no_title_application", answered)];
            let raised = raised_unlocked(title, education, &held, Code::ENoTitleApplication);
            let expected: &[&str] = if refused { &["no_title_application"] } else { &[] };
            assert_eq!(raised, expected, "{education} {title} {answered}");
            let basis = rows(&[&[("is_basis", "true"), ("education_level", education)]]);
            let answers =
                answers(&[applies_for(title), ("education", basis), ("current_title", data(&held))]);
            let stands =
                case(&PACK, &answers, &[]).answer("current_title", "no_title_application").into_owned();
            assert_eq!(
                stands == "true",
                answered == "true" && !refused,
                "the pack locks it: {education} {title}"
            );
        }
    }
}

#[test]
fn only_the_lowest_title_is_applied_for_without_any() {
    for title in TITLES {
        let none = [("has_title", "false")];
        let expected: &[&str] = if title == "AssistantEngineer" { &[] } else { &["has_title"] };
        assert_eq!(raised_unlocked(title, "Bachelor", &none, Code::ELevelSkip), expected, "{title}");
        let some = [("has_title", "true")];
        assert!(raised_unlocked(title, "Bachelor", &some, Code::ELevelSkip).is_empty(), "{title}");
    }
}

#[test]
fn titles_are_climbed_level_by_level() {
    const NONE: &str = "";
    // Target, held (or 无职称申报), mode, what is refused.
    let table = [
        ("AssistantEngineer", "Technician", "Promotion", NONE),
        ("AssistantEngineer", "Junior", "Promotion", "level"),
        ("Engineer", "Technician", "Promotion", "level"),
        ("Engineer", "Junior", "Promotion", NONE),
        ("Engineer", "Middle", "Promotion", "level"),
        ("Engineer", "DeputySenior", "Promotion", "level"),
        ("SeniorEngineer", "Junior", "Promotion", "level"),
        ("SeniorEngineer", "Middle", "Promotion", NONE),
        ("FullSeniorEngineer", "Middle", "Promotion", "level"),
        ("FullSeniorEngineer", "DeputySenior", "Promotion", NONE),
        ("Engineer", "Junior", "Transfer", "level"),
        ("Engineer", "Middle", "Transfer", NONE),
        ("Engineer", "DeputySenior", "Transfer", "level"),
        ("AssistantEngineer", "Junior", "Transfer", NONE),
        ("Engineer", "Technician", "SecondTitle", "level"),
        ("Engineer", "Junior", "SecondTitle", NONE),
        ("Engineer", "Middle", "SecondTitle", NONE),
        ("SeniorEngineer", "Junior", "SecondTitle", "level"),
        ("Engineer", "无职称", "Promotion", NONE),
        ("SeniorEngineer", "无职称", "Promotion", "no_title_application"),
        ("FullSeniorEngineer", "无职称", "Promotion", "no_title_application"),
    ];
    for (target, held, mode, refused) in table {
        for (exceptional, code) in [("false", Code::ELevelSkip), ("true", Code::WLevelSkip)] {
            let basics =
                data(&[("target_title", target), ("application_mode", mode), ("exceptional", exceptional)]);
            let held_now = if held == "无职称" {
                data(&[("no_title_application", "true")])
            } else {
                data(&[("has_title", "true"), ("level", held)])
            };
            let raised = raised(
                &[("basic_info", basics), ("current_title", held_now)],
                &[Code::ELevelSkip, Code::WLevelSkip],
            );
            let expected = if refused == NONE { Vec::new() } else { vec![(code, refused.to_owned())] };
            assert_eq!(raised, expected, "{target} {held} {mode} {exceptional}");
        }
    }
}

#[test]
fn r26_a_proof_that_does_not_fit_the_identity_is_pointed_out() {
    let table = [
        ("PublicInstitution", [true, false]),
        ("StateEnterprise", [true, false]),
        ("NonEstablished", [false, false]),
        ("PrivateEnterprise", [false, true]),
        ("SocialOrganization", [false, true]),
    ];
    for (identity, warned) in table {
        for (path, expected) in ["LaborContract", "Establishment"].into_iter().zip(warned) {
            for (without_title, target) in [("true", "Engineer"), ("false", "Engineer")] {
                let basics = data(&[("target_title", target), ("identity_nature", identity)]);
                let held = data(&[("no_title_application", without_title), ("proof_path", path)]);
                let sections = [("basic_info", basics), ("current_title", held)];
                let pointed_out = has(&sections, "current_title", Code::WProofPath, "R26");
                assert_eq!(
                    pointed_out,
                    expected && without_title == "true",
                    "{identity} {path} {without_title}"
                );
            }
        }
    }
}

#[test]
fn r26_alternatives_of_the_proof_of_establishment() {
    let sections = |path| {
        let held = data(&[("no_title_application", "true"), ("proof_path", path)]);
        [applies_for("Engineer"), ("current_title", held)]
    };
    let missing = |path, slots: &[&str]| -> Vec<String> {
        let scans: Vec<_> = slots.iter().map(|slot| scan("current_title", None, slot)).collect();
        let problems = found(&sections(path), &scans, "current_title").into_iter();
        problems.filter(|p| p.code() == Code::EScanMissing).filter_map(|p| p.spot.slot).collect()
    };
    assert_eq!(missing("Establishment", &[]), ["establishment_proof"]);
    assert!(missing("Establishment", &["establishment_proof"]).is_empty());
    assert!(missing("Establishment", &["appointment_contract"]).is_empty());
    assert_eq!(missing("LaborContract", &["labor_contract"]), ["matching_social_insurance"]);
    assert_eq!(missing("LaborContract", &["matching_social_insurance"]), ["labor_contract"]);
    assert!(missing("LaborContract", &["labor_contract", "matching_social_insurance"]).is_empty());
    assert_eq!(missing("LaborContract", &["appointment_contract"]).len(), 2, "of the other path");
}

#[test]
fn a_title_of_another_series_or_before_graduation_is_pointed_out() {
    let of = [Code::WOtherSeries, Code::WTitleBeforeGraduation];
    let graduated =
        rows(&[&[("is_basis", "true"), ("graduated", "2012-06"), ("education_level", "Bachelor")]]);
    let table: [(&str, &str, &str, &[Code]); 6] = [
        ("工程系列", "2014-12-01", "Promotion", &[]),
        ("经济系列", "2014-12-01", "Promotion", &[Code::WOtherSeries]),
        ("经济系列", "2014-12-01", "Transfer", &[]),
        ("经济系列", "2014-12-01", "SecondTitle", &[]),
        ("工程系列", "2012-06-01", "Promotion", &[]),
        ("工程系列", "2012-05-31", "Promotion", &[Code::WTitleBeforeGraduation]),
    ];
    for (series, obtained, mode, expected) in table {
        let sections = [
            ("basic_info", data(&[("target_title", "Engineer"), ("application_mode", mode)])),
            ("education", graduated.clone()),
            ("current_title", data(&[("series", series), ("obtained_date", obtained)])),
        ];
        let codes: Vec<Code> = raised(&sections, &of).into_iter().map(|(code, _)| code).collect();
        assert_eq!(codes, expected, "{series} {obtained} {mode}");
    }
}

#[test]
fn since_the_current_title_or_since_professional_work_began() {
    let worked = [("target_title", "AssistantEngineer"), ("professional_work_start", "2010-07")];
    let untitled = [("target_title", "Engineer"), ("professional_work_start", "2010-07")];
    let held = ("obtained_date", "2015-06-20");
    let table: [(Pairs<'_>, Pairs<'_>, Option<&str>); 6] = [
        (&untitled, &[held], Some("2015-06-20")),
        (&untitled, &[held, ("no_title_application", "true")], Some("2010-07-01")),
        (&worked, &[held, ("has_title", "false")], Some("2010-07-01")),
        (&worked, &[held, ("has_title", "true")], Some("2015-06-20")),
        (&untitled, &[held, ("has_title", "false")], Some("2015-06-20")),
        (&worked[..1], &[("has_title", "false")], None),
    ];
    for (basics, title, expected) in table {
        let answers = answers(&[("basic_info", data(basics)), ("current_title", data(title))]);
        let since = case(&PACK, &answers, &[]).current_title_date();
        assert_eq!(since.map(|day| day.to_string()).as_deref(), expected, "{basics:?} {title:?}");
    }
    let paper = |published| {
        let sections = [
            ("basic_info", data(&worked)),
            ("current_title", data(&[("has_title", "false")])),
            ("publications", rows(&[&[("published_date", published)]])),
        ];
        let of = |problem: &Problem| problem.code() == Code::EDate && problem.rule == "R34";
        found(&sections, &[], "publications").into_iter().find(of).map(|problem| said(&problem))
    };
    let early = paper("2010-06-30").expect("before professional work began");
    assert!(early.ends_with("不能早于从事专业技术工作时间"), "{early}");
    assert_eq!(paper("2010-07-01"), None);
}

/// The advice on 2020-08-20, if there is any.
fn advice(
    target: &str,
    basis: [&str; 3],
    held: Pairs<'_>,
    pack: &Pack,
    exceptional: &str,
) -> Option<(Code, String)> {
    let [education, degree, graduated] = basis;
    let basis =
        [("is_basis", "true"), ("education_level", education), ("degree", degree), ("graduated", graduated)];
    let answers = answers(&[
        ("basic_info", data(&[("target_title", target), ("exceptional", exceptional)])),
        ("education", rows(&[&basis])),
        ("current_title", data(held)),
    ]);
    let case: Case<'_> = case(pack, &answers, &[]);
    let problems = section_problems(&case, pack.section("current_title").unwrap());
    let advice = problems.into_iter().find(|p| [Code::WSeniority, Code::ESeniority].contains(&p.code()));
    advice.map(|problem| (problem.code(), words::chinese::problem(&problem, pack)))
}

#[test]
fn years_of_service_are_advice_with_their_source() {
    let served = |target: &str, education: &str, graduated: &str, held: Pairs<'_>| {
        advice(target, [education, "Bachelor", graduated], held, &PACK, "false").map(|(code, message)| {
            assert_eq!(code, Code::WSeniority);
            message
        })
    };
    let junior = |since| [("level", "Junior"), ("obtained_date", since)];
    assert_eq!(served("Engineer", "Bachelor", "2010-06", &junior("2016-08-20")), None);
    let short = served("Engineer", "Bachelor", "2010-06", &junior("2016-08-21")).unwrap();
    assert!(short.contains("已满3年") && short.contains("满4年") && short.contains("人社部发〔2019〕16号"));
    assert_eq!(served("Engineer", "Master", "2010-06", &junior("2018-08-01")), None);
    let untitled = [("no_title_application", "true")];
    assert_eq!(served("Engineer", "Bachelor", "2013-06", &untitled), None);
    assert!(served("Engineer", "College", "2013-06", &untitled).unwrap().contains("满9年"));
    let middle = [("level", "Middle"), ("obtained_date", "2010-01-01")];
    assert!(served("SeniorEngineer", "College", "2005-06", &middle).unwrap().contains("破格"));
}

#[test]
fn a_second_bachelor_serves_no_year_before_the_first_title() {
    for (degree, graduated, advised) in [
        ("Bachelor", "2020-06", true),
        ("Bachelor", "2019-07", false),
        ("SecondBachelor", "2020-06", false),
        ("None", "2020-06", true),
    ] {
        let first = [("has_title", "false")];
        let advice = advice("AssistantEngineer", ["Bachelor", degree, graduated], &first, &PACK, "false");
        assert_eq!(advice.is_some(), advised, "{degree} {graduated}");
    }
}

#[test]
fn a_batch_may_insist_on_the_years_but_for_exceptions() {
    let mut strict = PACK.clone();
    strict.batch.seniority_is_required = true;
    let enough = [("level", "Junior"), ("obtained_date", "2016-08-20")];
    let short = [("level", "Junior"), ("obtained_date", "2016-08-21")];
    let table: [(&Pack, Pairs<'_>, &str, Option<Code>); 6] = [
        (&PACK, &short, "false", Some(Code::WSeniority)),
        (&strict, &short, "false", Some(Code::ESeniority)),
        (&strict, &short, "true", Some(Code::WSeniority)),
        (&strict, &enough, "false", None),
        (&PACK, &enough, "false", None),
        (&strict, &[("obtained_date", ""), ("level", "Junior")], "false", None),
    ];
    for (pack, held, exceptional, expected) in table {
        let advice = advice("Engineer", ["Bachelor", "Bachelor", "2010-06"], held, pack, exceptional);
        assert_eq!(advice.map(|(code, _)| code), expected, "{held:?} {exceptional}");
    }
    let problems = {
        let answers = answers(&[applies_for("Engineer"), awarded()]);
        section_problems(&case(&strict, &answers, &[]), strict.section("current_title").unwrap())
    };
    assert!(problems.iter().all(|p| p.code() != Code::ESeniority), "without an education nothing is counted");
}

#[test]
fn a_name_and_a_level_that_contradict_each_other_are_pointed_out() {
    for (name, level, warned) in [
        ("工程师", "DeputySenior", true),
        ("工程师", "Middle", false),
        ("高级工程师", "DeputySenior", false),
        ("经济师", "DeputySenior", false),
        ("工程师", "", false),
    ] {
        let held = ("current_title", data(&[("title_name", name), ("level", level)]));
        let raised = raised(&[applies_for("FullSeniorEngineer"), held], &[Code::WTitleLevel]);
        assert_eq!(!raised.is_empty(), warned, "{name} {level}");
    }
}

#[test]
fn r19_r24_a_transfer_excludes_an_application_without_a_title() {
    for (mode, without, refused) in
        [("Transfer", "true", true), ("Transfer", "false", false), ("Promotion", "true", false)]
    {
        let basics = data(&[("target_title", "Engineer"), ("application_mode", mode)]);
        let held = data(&[("no_title_application", without)]);
        let raised = raised(&[("basic_info", basics), ("current_title", held)], &[Code::ENoTitleApplication]);
        assert_eq!(raised.len(), usize::from(refused), "{mode} {without}");
    }
}

#[test]
fn years_of_service_are_counted_before_the_basis_is_chosen_and_in_a_transfer() {
    // Mode, the mark of the only education, level held, advised.
    for (mode, basis, level, advised) in [
        ("Promotion", "", "DeputySenior", true),
        ("Promotion", "true", "DeputySenior", true),
        ("Transfer", "true", "DeputySenior", true),
        ("Transfer", "true", "FullSenior", false),
    ] {
        let sections = [
            ("basic_info", data(&[("target_title", "FullSeniorEngineer"), ("application_mode", mode)])),
            (
                "education",
                rows(&[&[("is_basis", basis), ("education_level", "Bachelor"), ("graduated", "2016-06")]]),
            ),
            ("current_title", data(&[("level", level), ("obtained_date", "2019-08-01")])),
        ];
        assert_eq!(!raised(&sections, &[Code::WSeniority]).is_empty(), advised, "{mode} {basis} {level}");
    }
}

#[test]
fn r24_whether_a_first_applicant_holds_a_title_is_asked_before_anything_about_it() {
    for (title, answered, asked) in [
        ("AssistantEngineer", "", Some("has_title")),
        ("AssistantEngineer", "false", None),
        ("AssistantEngineer", "true", Some("title_name")),
        ("Engineer", "", Some("title_name")),
    ] {
        let sections = [applies_for(title), ("current_title", data(&[("has_title", answered)]))];
        let first = missing(&sections, "current_title").into_iter().next();
        assert_eq!(first.as_deref(), asked, "{title} {answered}");
    }
}
