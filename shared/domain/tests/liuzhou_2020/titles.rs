//! The title held, none held, and the one applied for (R24–R29, §4.3, Appendix D).

use crate::named::{PACK, Pairs, answers, case, data, found, rows, said, scan};
use domain::form::{Code, Problem, Scan, SectionData, accept, section_problems};
use domain::pack::Pack;
use domain::words;
use insta::assert_snapshot;
use std::collections::BTreeMap;

const TITLES: [&str; 4] = ["AssistantEngineer", "Engineer", "SeniorEngineer", "FullSeniorEngineer"];
const LEVELS: [&str; 5] = ["Technician", "Junior", "Middle", "DeputySenior", "FullSenior"];

/// A certificate that the register found, and the kind of proof of whoever holds none: nothing else is asked.
const CERTIFICATE: [(&str, &str); 11] = [
    ("query_state", "Found"),
    ("has_title", "true"),
    ("title_name", "现职称"),
    ("level", "Junior"),
    ("series", "工程系列"),
    ("specialty", "机械工程"),
    ("obtained_by", "Review"),
    ("obtained_date", "2015-06-20"),
    ("certificate_no", "20150620"),
    ("issuer", "柳州市职改办"),
    ("proof_path", "LaborContract"),
];

pub(crate) const WITHOUT_TITLE: (&str, &str) = ("no_title_application", "true");
const CONTRACT: [&str; 2] = ["labor_contract", "matching_social_insurance"];

type Sections<'a> = &'a [(&'a str, SectionData)];

/// The section in order but for `pairs`.
pub(crate) fn current_title(pairs: Pairs<'_>) -> (&'static str, SectionData) {
    ("current_title", data(&[CERTIFICATE.as_slice(), pairs].concat()))
}

pub(crate) fn basics(pairs: Pairs<'_>) -> (&'static str, SectionData) {
    ("basic_info", data(pairs))
}

pub(crate) fn applies_for(title: &str) -> (&'static str, SectionData) {
    basics(&[("target_title", title)])
}

/// The education that the application stands on.
pub(crate) fn basis(level: &str, degree: &str, graduated: &str) -> (&'static str, SectionData) {
    let basis =
        [("is_basis", "true"), ("education_level", level), ("degree", degree), ("graduated", graduated)];
    ("education", rows(&[&basis]))
}

fn scans(slots: &[&str]) -> Vec<Scan> {
    slots.iter().map(|slot| scan("current_title", None, slot)).collect()
}

/// Both scans of a proof by contract, where it is asked.
pub(crate) fn contract(pairs: Pairs<'_>) -> Vec<Scan> {
    if pairs.contains(&WITHOUT_TITLE) { scans(&CONTRACT) } else { Vec::new() }
}

/// All that is wrong with the section: code, rule, place and sentence.
pub(crate) fn told(pack: &Pack, sections: Sections<'_>, scans: &[Scan]) -> String {
    let answers = answers(sections);
    let case = case(pack, &answers, scans);
    let problems = section_problems(&case, pack.section("current_title").unwrap());
    let line = |problem: &Problem| {
        let place = problem.spot.field.as_deref().or(problem.spot.slot.as_deref()).unwrap_or_default();
        let sentence = words::chinese::problem(problem, pack);
        format!("{} {} {place} {sentence}", problem.code(), problem.rule)
    };
    let lines: Vec<String> = problems.iter().map(line).collect();
    if lines.is_empty() { "–".to_owned() } else { lines.join(" + ") }
}

/// The cases by what is said of them.
fn by_answer(cases: Vec<(String, String)>) -> String {
    let mut cases_of: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (case, told) in cases {
        cases_of.entry(told).or_default().push(case);
    }
    let lines = cases_of.iter().map(|(told, cases)| format!("{told}\n    {}", cases.join(", ")));
    lines.collect::<Vec<_>>().join("\n")
}

/// A pack whose author forgot to lock what the title settles.
fn unlocked() -> Pack {
    let mut pack = PACK.clone();
    let section = pack.sections.iter_mut().find(|section| section.id == "current_title").unwrap();
    section.fields.iter_mut().for_each(|field| field.locked_when = None);
    pack
}

#[test]
fn r24_another_title_settles_what_was_answered_for_the_one_before() {
    // Chosen before, answered then, and chosen now.
    let table: [(&str, Pairs<'_>, &str); 3] = [
        ("Engineer", &[WITHOUT_TITLE, ("has_title", "")], "AssistantEngineer"),
        ("AssistantEngineer", &[("has_title", "false"), ("title_name", "")], "Engineer"),
        ("AssistantEngineer", &[("has_title", "false"), ("title_name", "")], "FullSeniorEngineer"),
    ];
    let mut lines = Vec::new();
    for (before, answered, after) in table {
        let (scans, field) = (contract(answered), answered[0].0);
        let stands = |title, sections: Sections<'_>| {
            let stands = case(&PACK, &answers(sections), &[]).answer("current_title", field).into_owned();
            format!("{title} {field}={stands}: {}", told(&PACK, sections, &scans))
        };
        let typed = current_title(answered);
        lines.push(stands(before, &[applies_for(before), typed.clone()]));
        let sections = [applies_for(after), typed.clone()];
        lines.push(stands(after, &sections));
        let section = PACK.section("current_title").unwrap();
        let saved = accept(&case(&PACK, &answers(&sections), &[]), section, typed.1).unwrap();
        assert_eq!(saved.value(field), "", "{after}: what another title settled does not come back");
        lines.push(stands(before, &[applies_for(before), ("current_title", saved)]));
    }
    assert_snapshot!(lines.join("\n"), @r"
    Engineer no_title_application=true: –
    AssistantEngineer no_title_application=false: E_REQUIRED R14 has_title 请选择“是否已取得职称”
    Engineer no_title_application=false: –
    AssistantEngineer has_title=false: –
    Engineer has_title=true: E_REQUIRED R14 title_name 请填写“现职称名称”，不能留空
    AssistantEngineer has_title=: E_REQUIRED R14 has_title 请选择“是否已取得职称”
    AssistantEngineer has_title=false: –
    FullSeniorEngineer has_title=true: E_REQUIRED R14 title_name 请填写“现职称名称”，不能留空 + E_LEVEL_SKIP X10 level 职称应逐级申报：现职称级别应为申报职称的下一级，请核对，符合破格条件的请选择破格申报
    AssistantEngineer has_title=: E_REQUIRED R14 has_title 请选择“是否已取得职称”
    ");
}

#[test]
fn r24_r25_assistant_engineers_never_apply_without_a_title() {
    let mut cases = Vec::new();
    for education in ["College", "Bachelor", "Master"] {
        for (title, without) in
            [("AssistantEngineer", "true"), ("AssistantEngineer", "false"), ("Engineer", "true")]
        {
            let pairs = [("no_title_application", without), ("has_title", "false")];
            let sections = [applies_for(title), basis(education, "", ""), current_title(&pairs)];
            let told = told(&unlocked(), &sections, &contract(&pairs));
            let answers = answers(&sections);
            let case = case(&PACK, &answers, &[]);
            let stands = case.answer("current_title", "no_title_application");
            cases.push((format!("{education} {title} {without}"), format!("{told} (locked: {stands})")));
        }
    }
    assert_snapshot!(by_answer(cases), @r"
    E_NO_TITLE_APPLICATION R24, R25 no_title_application 符合条件申报助理工程师的均为正常申报，“无职称申报”应为“否” (locked: false)
        College AssistantEngineer true, Bachelor AssistantEngineer true, Master AssistantEngineer true
    – (locked: false)
        College AssistantEngineer false, Bachelor AssistantEngineer false, Master AssistantEngineer false
    – (locked: true)
        College Engineer true, Bachelor Engineer true, Master Engineer true
    ");
}

#[test]
fn only_the_lowest_title_is_applied_for_without_any() {
    let mut lines = Vec::new();
    for (title, below) in TITLES.into_iter().zip(LEVELS) {
        let [first, climbs] = ["false", "true"].map(|has_title| {
            let held = current_title(&[("has_title", has_title), ("level", below)]);
            told(&unlocked(), &[applies_for(title), held], &[])
        });
        lines.push(format!("{title}: {first}"));
        assert_eq!(climbs, "–", "{title}");
    }
    assert_snapshot!(lines.join("\n"), @r"
    AssistantEngineer: –
    Engineer: E_LEVEL_SKIP X10 has_title 只有申报助理工程师的可以没有现职称，请选“是”并填写现职称；符合无职称申报条件的请选择无职称申报
    SeniorEngineer: E_LEVEL_SKIP X10 has_title 只有申报助理工程师的可以没有现职称，请选“是”并填写现职称；符合无职称申报条件的请选择无职称申报
    FullSeniorEngineer: E_LEVEL_SKIP X10 has_title 只有申报助理工程师的可以没有现职称，请选“是”并填写现职称；符合无职称申报条件的请选择无职称申报
    ");
}

/// The levels from which each title is climbed to, by what is said. Other modes than a promotion rest on a title.
fn climbing(mode: &str, exceptional: &str) -> String {
    let mut cases = Vec::new();
    for target in TITLES {
        let basics =
            basics(&[("target_title", target), ("application_mode", mode), ("exceptional", exceptional)]);
        let mut held_by: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for level in LEVELS {
            let told = told(&PACK, &[basics.clone(), current_title(&[("level", level)])], &[]);
            held_by.entry(told).or_default().push(level);
        }
        if mode == "Promotion" {
            let none = [WITHOUT_TITLE, ("has_title", "false")];
            let told = told(&PACK, &[basics, current_title(&none)], &contract(&none));
            held_by.entry(told).or_default().push("无职称");
        }
        let case = |(told, held): (String, Vec<&str>)| (format!("{target}←{}", held.join("/")), told);
        cases.extend(held_by.into_iter().map(case));
    }
    by_answer(cases)
}

#[test]
fn titles_are_climbed_level_by_level() {
    assert_snapshot!(climbing("Promotion", "false"), @r"
    E_LEVEL_SKIP X10 level 职称应逐级申报：现职称级别应为申报职称的下一级，请核对，符合破格条件的请选择破格申报
        AssistantEngineer←Junior/Middle/DeputySenior/FullSenior, Engineer←Technician/Middle/DeputySenior/FullSenior, SeniorEngineer←Technician/Junior/DeputySenior/FullSenior, FullSeniorEngineer←Technician/Junior/Middle/FullSenior
    E_LEVEL_SKIP X10 no_title_application 职称应逐级申报：无职称申报只能申报中级职称，请核对，符合破格条件的请选择破格申报
        SeniorEngineer←无职称, FullSeniorEngineer←无职称
    –
        AssistantEngineer←Technician/无职称, Engineer←Junior/无职称, SeniorEngineer←Middle, FullSeniorEngineer←DeputySenior
    ");
    assert_snapshot!(climbing("Promotion", "true"), @r"
    W_LEVEL_SKIP X10 level 现职称与申报职称不是逐级衔接，按破格申报审核，请核对破格申报情况是否填写完整
        AssistantEngineer←Junior/Middle/DeputySenior/FullSenior, Engineer←Technician/Middle/DeputySenior/FullSenior, SeniorEngineer←Technician/Junior/DeputySenior/FullSenior, FullSeniorEngineer←Technician/Junior/Middle/FullSenior
    W_LEVEL_SKIP X10 no_title_application 现职称与申报职称不是逐级衔接，按破格申报审核，请核对破格申报情况是否填写完整
        SeniorEngineer←无职称, FullSeniorEngineer←无职称
    –
        AssistantEngineer←Technician/无职称, Engineer←Junior/无职称, SeniorEngineer←Middle, FullSeniorEngineer←DeputySenior
    ");
    assert_snapshot!(climbing("Transfer", "false"), @r"
    E_LEVEL_SKIP X10 level 职称应逐级申报：转评申报同级职称，现职称级别应与申报职称相同，请核对，符合破格条件的请选择破格申报
        AssistantEngineer←Technician/Middle/DeputySenior/FullSenior, Engineer←Technician/Junior/DeputySenior/FullSenior, SeniorEngineer←Technician/Junior/Middle/FullSenior, FullSeniorEngineer←Technician/Junior/Middle/DeputySenior
    –
        AssistantEngineer←Junior, Engineer←Middle, SeniorEngineer←DeputySenior, FullSeniorEngineer←FullSenior
    ");
    assert_snapshot!(climbing("SecondTitle", "false"), @r"
    E_LEVEL_SKIP X10 level 职称应逐级申报：第二职称不能越级，现职称级别不应低于申报职称的下一级，请核对，符合破格条件的请选择破格申报
        Engineer←Technician, SeniorEngineer←Technician/Junior, FullSeniorEngineer←Technician/Junior/Middle
    –
        AssistantEngineer←Technician/Junior/Middle/DeputySenior/FullSenior, Engineer←Junior/Middle/DeputySenior/FullSenior, SeniorEngineer←Middle/DeputySenior/FullSenior, FullSeniorEngineer←DeputySenior/FullSenior
    ");
}

#[test]
fn r26_a_proof_that_does_not_fit_the_identity_is_pointed_out() {
    let identities =
        ["PublicInstitution", "StateEnterprise", "NonEstablished", "PrivateEnterprise", "SocialOrganization"];
    let paths: [(&str, &[&str]); 2] =
        [("LaborContract", &CONTRACT), ("Establishment", &["establishment_proof"])];
    let mut cases = Vec::new();
    for identity in identities {
        for (path, slots) in paths {
            let basics = basics(&[("target_title", "Engineer"), ("identity_nature", identity)]);
            let held = current_title(&[("proof_path", path)]);
            assert_eq!(told(&PACK, &[basics.clone(), held], &[]), "–", "{identity} {path}, with a title");
            let untitled = current_title(&[WITHOUT_TITLE, ("proof_path", path)]);
            let told = told(&PACK, &[basics, untitled], &scans(slots));
            cases.push((format!("{identity} {path}"), told));
        }
    }
    assert_snapshot!(by_answer(cases), @r"
    W_PROOF_PATH R26 proof_path 事业单位、国有企业申报人员一般提供入编证明或聘任合同，所选证明方式与个人身份性质不一致，请核对
        PublicInstitution LaborContract, StateEnterprise LaborContract
    W_PROOF_PATH R26 proof_path 民营企业、社会组织申报人员一般提供劳动合同及对应的社保缴费证明，所选证明方式与个人身份性质不一致，请核对
        PrivateEnterprise Establishment, SocialOrganization Establishment
    –
        PublicInstitution Establishment, StateEnterprise Establishment, NonEstablished LaborContract, NonEstablished Establishment, PrivateEnterprise LaborContract, SocialOrganization LaborContract
    ");
}

#[test]
fn r26_alternatives_of_the_proof_of_establishment() {
    let table: [(&str, &[&str]); 9] = [
        ("Establishment", &[]),
        ("Establishment", &["establishment_proof"]),
        ("Establishment", &["appointment_contract"]),
        ("LaborContract", &[]),
        ("LaborContract", &["labor_contract"]),
        ("LaborContract", &["matching_social_insurance"]),
        ("LaborContract", &CONTRACT),
        ("LaborContract", &["appointment_contract"]),
        ("", &[]),
    ];
    let lines = table.map(|(path, slots)| {
        let untitled = current_title(&[WITHOUT_TITLE, ("proof_path", path)]);
        format!("{path:?} {slots:?}: {}", told(&PACK, &[applies_for("Engineer"), untitled], &scans(slots)))
    });
    assert_snapshot!(lines.join("\n"), @r#"
    "Establishment" []: E_SCAN_MISSING R26 establishment_proof 请上传“事业单位入编证明”或“聘任合同”的扫描件
    "Establishment" ["establishment_proof"]: –
    "Establishment" ["appointment_contract"]: –
    "LaborContract" []: E_SCAN_MISSING R26 labor_contract 请上传“劳动合同”的扫描件 + E_SCAN_MISSING R26 matching_social_insurance 请上传“与劳动合同对应的社保缴费证明”的扫描件
    "LaborContract" ["labor_contract"]: E_SCAN_MISSING R26 matching_social_insurance 请上传“与劳动合同对应的社保缴费证明”的扫描件
    "LaborContract" ["matching_social_insurance"]: E_SCAN_MISSING R26 labor_contract 请上传“劳动合同”的扫描件
    "LaborContract" ["labor_contract", "matching_social_insurance"]: –
    "LaborContract" ["appointment_contract"]: E_SCAN_MISSING R26 labor_contract 请上传“劳动合同”的扫描件 + E_SCAN_MISSING R26 matching_social_insurance 请上传“与劳动合同对应的社保缴费证明”的扫描件
    "" []: E_REQUIRED R26 proof_path 请选择“无职称申报证明方式”
    "#);
}

#[test]
fn a_title_of_another_series_or_before_graduation_is_pointed_out() {
    let table = [
        ("工程系列", "2014-12-01", "Promotion", "Junior"),
        ("经济系列", "2014-12-01", "Promotion", "Junior"),
        ("经济系列", "2014-12-01", "Transfer", "Middle"),
        ("经济系列", "2014-12-01", "SecondTitle", "Junior"),
        ("工程系列", "2012-06-01", "Promotion", "Junior"),
        ("工程系列", "2012-05-31", "Promotion", "Junior"),
    ];
    let lines = table.map(|(series, obtained, mode, level)| {
        let sections = [
            basics(&[("target_title", "Engineer"), ("application_mode", mode)]),
            basis("Bachelor", "", "2012-06"),
            current_title(&[("series", series), ("obtained_date", obtained), ("level", level)]),
        ];
        format!("{series} {obtained} {mode}: {}", told(&PACK, &sections, &[]))
    });
    assert_snapshot!(lines.join("\n"), @r"
    工程系列 2014-12-01 Promotion: –
    经济系列 2014-12-01 Promotion: W_OTHER_SERIES R19 series 现职称不是工程系列，申报方式一般应为“转评”或“第二职称”，请核对
    经济系列 2014-12-01 Transfer: –
    经济系列 2014-12-01 SecondTitle: –
    工程系列 2012-06-01 Promotion: –
    工程系列 2012-05-31 Promotion: W_TITLE_BEFORE_GRADUATION R29 obtained_date 现职称取得时间早于申报依据学历的毕业时间，请核对
    ");
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
        let paper = ("publications", rows(&[&[("published_date", published)]]));
        let sections = [basics(&worked), current_title(&[("has_title", "false")]), paper];
        let of = |problem: &Problem| problem.code() == Code::EDate && problem.rule == "R34";
        found(&sections, &[], "publications").into_iter().find(of).map(|problem| said(&problem))
    };
    assert_snapshot!(paper("2010-06-30").unwrap(), @"论文、著作应为从事专业技术工作以来的，发表（出版）时间不能早于从事专业技术工作时间");
    assert_eq!(paper("2010-07-01"), None);
}

#[test]
fn a_name_and_a_level_that_contradict_each_other_are_pointed_out() {
    let table = [
        ("FullSeniorEngineer", "工程师", "DeputySenior"),
        ("SeniorEngineer", "工程师", "Middle"),
        ("FullSeniorEngineer", "高级工程师", "DeputySenior"),
        ("FullSeniorEngineer", "经济师", "DeputySenior"),
        ("FullSeniorEngineer", "工程师", ""),
    ];
    let lines = table.map(|(target, name, level)| {
        let held = current_title(&[("title_name", name), ("level", level)]);
        format!("{name} {level}: {}", told(&PACK, &[applies_for(target), held], &[]))
    });
    assert_snapshot!(lines.join("\n"), @r"
    工程师 DeputySenior: W_TITLE_LEVEL R29 level 现职称名称“工程师”与所选职称级别不符，请对照职称证书核对
    工程师 Middle: –
    高级工程师 DeputySenior: –
    经济师 DeputySenior: –
    工程师 : E_REQUIRED R14 level 请选择“职称级别”
    ");
}

#[test]
fn r19_r24_a_transfer_excludes_an_application_without_a_title() {
    let table = [("Transfer", "true"), ("Transfer", "false"), ("Promotion", "true")];
    let lines = table.map(|(mode, without)| {
        let pairs = [("no_title_application", without), ("level", "Middle")];
        let basics = basics(&[("target_title", "Engineer"), ("application_mode", mode)]);
        format!("{mode} {without}: {}", told(&PACK, &[basics, current_title(&pairs)], &contract(&pairs)))
    });
    assert_snapshot!(lines.join("\n"), @r"
    Transfer true: E_NO_TITLE_APPLICATION R19, R24 no_title_application 转评须已有职称，不能同时选无职称申报：请将“无职称申报”改为“否”并填写现职称，或将“申报方式”改为“晋升”
    Transfer false: –
    Promotion true: –
    ");
}

#[test]
fn r24_whether_a_first_applicant_holds_a_title_is_asked_before_anything_about_it() {
    let table = [
        ("AssistantEngineer", ""),
        ("AssistantEngineer", "false"),
        ("AssistantEngineer", "true"),
        ("Engineer", ""),
    ];
    let lines = table.map(|(title, answered)| {
        let sections = [applies_for(title), ("current_title", data(&[("has_title", answered)]))];
        format!("{title} {answered:?}: {}", told(&PACK, &sections, &[]))
    });
    assert_snapshot!(lines.join("\n"), @r#"
    AssistantEngineer "": E_REQUIRED R14 has_title 请选择“是否已取得职称”
    AssistantEngineer "false": –
    AssistantEngineer "true": E_REQUIRED R14 title_name 请填写“现职称名称”，不能留空 + E_REQUIRED R14 level 请选择“职称级别” + E_REQUIRED R14 series 请填写“职称系列”，不能留空 + E_REQUIRED R14 specialty 请填写“职称专业”，不能留空 + E_REQUIRED R14 obtained_by 请选择“取得方式” + E_REQUIRED R29 obtained_date 请填写“取得时间（授予时间）”，不能留空 + E_REQUIRED R14 certificate_no 请填写“证书编号（管理号）”，不能留空 + E_REQUIRED R14 issuer 请填写“发证机关”，不能留空 + E_SCAN_MISSING R28 title_certificate 请上传“职称证书原件扫描件”
    Engineer "": E_REQUIRED R14 title_name 请填写“现职称名称”，不能留空 + E_REQUIRED R14 level 请选择“职称级别” + E_REQUIRED R14 series 请填写“职称系列”，不能留空 + E_REQUIRED R14 specialty 请填写“职称专业”，不能留空 + E_REQUIRED R14 obtained_by 请选择“取得方式” + E_REQUIRED R29 obtained_date 请填写“取得时间（授予时间）”，不能留空 + E_REQUIRED R14 certificate_no 请填写“证书编号（管理号）”，不能留空 + E_REQUIRED R14 issuer 请填写“发证机关”，不能留空 + E_SCAN_MISSING R28 title_certificate 请上传“职称证书原件扫描件”
    "#);
}
