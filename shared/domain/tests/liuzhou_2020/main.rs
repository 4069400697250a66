//! The pack of 柳州 2020 against the seed and the specification.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking, its helper functions too")]

mod advice;
mod applicant_forms;
mod calendar;
mod calendar_edges;
mod changes;
mod copying;
mod cutoff;
mod deadlines;
mod details;
mod education;
mod effects;
mod english;
mod evidence;
mod guards;
mod insurance;
mod left_over;
mod lengths;
mod log;
mod materials;
mod model;
mod named;
mod numbers;
mod periods;
mod process;
mod properties;
mod publicity;
mod reading;
mod refusals;
mod reposting;
mod required;
mod rules;
mod saving;
mod scans;
mod scene;
mod seniority;
mod shapes;
mod timeline;
mod titles;
mod unit_forms;
mod vouched;
mod ways_back;

use domain::messages::{self, Message};
use domain::pack::{Field, FilledBy, Group, Pack, Section, Slot};
use domain::stage::{Office, Stage};
use std::path::Path;
use std::sync::LazyLock;

static PACK: LazyLock<Pack> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../packs/liuzhou-2020");
    domain::pack::load_folder(folder).unwrap_or_else(|error| panic!("{error}"))
});

/// A copy that a test may break.
fn pack() -> Pack {
    PACK.clone()
}

fn slots(section: &Section) -> impl Iterator<Item = &Slot> {
    section.slots.iter().chain(section.groups.iter().flat_map(|group| &group.slots))
}

fn fields(section: &Section) -> impl Iterator<Item = &Field> {
    section.fields.iter().chain(section.groups.iter().flat_map(|group| &group.fields))
}

fn group<'a>(pack: &'a Pack, section: &str, id: &str) -> &'a Group {
    pack.section(section).unwrap().group(id).unwrap()
}

#[test]
fn the_pack_loads_without_a_fault() {
    let pack = pack();
    assert_eq!(pack.id, "liuzhou-2020");
    assert_eq!(pack.platform_name, "广西柳州市专业技术人员服务平台");
    assert_eq!(pack.offices.series_label, "市系列审核");
}

#[test]
fn a_contradiction_does_not_load_and_says_where() {
    let mut pack = pack();
    pack.sections[1].groups[0].row_title = "nowhere".into();
    let faults = domain::pack::faults(&pack);
    assert_eq!(faults.len(), 1, "{faults:?}");
    assert_eq!(faults[0].place, "education.rows.row_title");
}

#[test]
fn r13_r64_fifteen_sections_in_the_seed_s_order() {
    let pack = pack();
    let titles: Vec<(&str, &str, &str)> = pack
        .sections_of(FilledBy::Applicant)
        .map(|section| (section.number.as_str(), section.id.as_str(), section.title.as_str()))
        .collect();
    assert_eq!(
        titles,
        [
            ("1", "basic_info", "个人基本信息"),
            ("2", "education", "学历情况"),
            ("3", "current_title", "现专业技术资格证书"),
            ("4", "continuing_education", "继续教育情况"),
            ("5", "publications", "任现职以来论文、著作情况"),
            ("6", "career_history", "主要经历"),
            ("7", "achievements", "工作业绩"),
            ("8", "awards", "何时何地受何奖励"),
            ("9", "professional_experience", "专业工作经历"),
            ("10", "exceptional_case", "破格（绿色通道）申报情况"),
            ("11", "discipline", "何时何地受何处分及诚信情况"),
            ("12", "work_summary", "专业技术工作总结"),
            ("13", "social_insurance", "社保信息"),
            ("14", "other_proof", "其他证明"),
            ("15", "declaration", "诚信承诺与申报材料清单"),
        ]
    );
    let unit: Vec<&str> = pack.sections_of(FilledBy::Unit).map(|section| section.number.as_str()).collect();
    assert_eq!(unit, ["U0", "U1", "U2", "U3", "U4", "U5", "U6"]);
}

#[test]
fn r05_r10_committee_table() {
    let pack = pack();
    let industries = ["HousingConstruction", "NaturalResources", "Other"];
    let table = [
        ("FullSeniorEngineer", ["C1001", "C1001", "C1001"]),
        ("SeniorEngineer", ["C_ENG_DS", "C_ENG_DS", "C_ENG_DS"]),
        ("Engineer", ["C_CON_M", "C_CON_M", "C_ENG_M"]),
        ("AssistantEngineer", ["C_CON_J", "C_CON_J", "C_ENG_J"]),
    ];
    for (title, expected) in table {
        let chosen = industries.map(|industry| pack.committee_for(title, industry).unwrap().id.as_str());
        assert_eq!(chosen, expected, "{title}");
    }
    let names: Vec<&str> = pack.committees.iter().map(|committee| committee.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "1001正高级工程师评委会",
            "工程系列柳州市副高级评委会",
            "工程系列柳州市中级评委会",
            "工程系列柳州市初级评委会",
            "柳州市建设工程系列中级职称评委会",
            "柳州市建设工程系列初级职称评委会",
        ]
    );
}

#[test]
fn r12_a_word_of_the_trade_finds_the_nearest_specialty() {
    let pack = pack();
    let found: Vec<&str> = pack
        .specialties_of("C_ENG_M")
        .filter(|specialty| specialty.keywords.iter().any(|word| word.contains("车身")))
        .map(|specialty| specialty.id.as_str())
        .collect();
    assert!(found.contains(&"vehicle_engineering") && found.contains(&"mechanical_design"), "{found:?}");
    for committee in &pack.committees {
        assert!(pack.specialties_of(&committee.id).count() >= 20, "{}", committee.id);
    }
}

#[test]
fn r36_r45_r52_every_committee_has_criteria_of_each_article() {
    let pack = pack();
    for committee in &pack.committees {
        for article in [6, 7, 8] {
            assert!(pack.criteria_of(&committee.id, article).count() >= 3, "{} {article}", committee.id);
        }
    }
    assert!(pack.criteria.iter().all(|criterion| criterion.text.starts_with("【样例】")));
}

#[test]
fn r20_dual_directed_counties_are_the_ones_the_field_asks_in() {
    let pack = pack();
    let offered: Vec<&str> = pack
        .counties
        .iter()
        .filter(|county| county.dual_directed)
        .map(|county| county.code.as_str())
        .collect();
    assert_eq!(offered, ["450225", "450226"]);
    let field = pack.section("basic_info").unwrap().field("dual_directed").unwrap();
    let condition = serde_json::to_value(field.shown.as_ref().unwrap()).unwrap();
    assert_eq!(condition["in"]["values"], serde_json::json!(offered));
}

#[test]
fn r31_the_common_subject_asks_no_scan() {
    let pack = pack();
    assert_eq!(slots(pack.section("continuing_education").unwrap()).count(), 0);
}

#[test]
fn r39_five_scans_of_a_journal_paper() {
    let pack = pack();
    let journal = serde_json::json!({ "in": { "field": "kind", "values": ["Journal", "ElectronicSerial"] } });
    let asked: Vec<&str> = group(&pack, "publications", "rows")
        .slots
        .iter()
        .filter(|slot| serde_json::to_value(&slot.shown).unwrap() == journal)
        .map(|slot| {
            assert!(slot.required, "{}", slot.id);
            slot.id.as_str()
        })
        .collect();
    assert_eq!(asked, ["nppa_query_screenshot", "cover", "toc", "copyright_page", "full_text"]);
}

#[test]
fn r53_kinds_of_evidence_are_the_seed_s() {
    let pack = pack();
    let evidence = &group(&pack, "professional_experience", "rows").slots[0];
    let kinds: Vec<&str> = evidence.kinds.iter().map(|kind| kind.label.as_str()).collect();
    assert_eq!(
        kinds,
        [
            "项目立项批文（合同、证明）",
            "结项书（证明）",
            "工作文件",
            "证明",
            "活动方案",
            "成果材料",
            "培训通知",
            "验收文件",
            "其他专业技术工作经历证明",
        ]
    );
}

#[test]
fn r85_appraisals_of_the_five_years_before_the_cycle() {
    assert_eq!(pack().appraisal_years(), 2015..2020);
}

#[test]
fn the_publicity_table_shows_nothing_private() {
    let pack = pack();
    let private = [
        "id_number",
        "birth_date",
        "mobile",
        "phone",
        "email",
        "address",
        "photo",
        "certificate_no",
        "degree_no",
        "chsi_code",
    ];
    for section in &pack.sections {
        let published: Vec<&str> =
            fields(section).filter(|field| field.published).map(|field| field.id.as_str()).collect();
        for id in &published {
            assert!(!private.contains(id), "{}.{id}", section.id);
        }
        if section.id == "social_insurance" {
            assert!(published.is_empty(), "{published:?}");
        }
        for group in &section.groups {
            assert!(group.fields.iter().filter(|field| field.published).count() <= 6, "{}", section.id);
        }
    }
}

#[test]
fn the_publicity_table_has_the_ten_items() {
    let pack = pack();
    let shows = |section: &str, field: &str| {
        let field = pack.section(section).unwrap().field(field);
        assert!(field.is_some_and(|field| field.published), "{section} {field:?}");
    };
    for field in ["name", "gender", "birth_month", "work_start", "current_work", "professional_work_start"] {
        shows("basic_info", field);
    }
    for field in ["target_title", "specialty", "committee_id", "application_mode", "dual_directed"] {
        shows("basic_info", field);
    }
    for field in ["education_level", "degree", "school", "major", "graduated"] {
        shows("education", field);
    }
    shows("current_title", "title_name");
    shows("current_title", "obtained_date");
    shows("continuing_education", "query_state");
    shows("career_history", "organisation");
    shows("professional_experience", "project_or_task");
    shows("achievements", "effect");
    shows("publications", "venue");
    shows("awards", "award_name");
    shows("appraisals", "result");
}

#[test]
fn every_choice_has_something_to_choose() {
    let pack = pack();
    for section in &pack.sections {
        for field in fields(section) {
            let is_choice =
                matches!(field.kind, domain::pack::FieldKind::Choice | domain::pack::FieldKind::Search);
            let has_source = !field.options.is_empty() || field.options_from.is_some();
            let reworded = field.kind == domain::pack::FieldKind::YesNo && !field.options.is_empty();
            assert_eq!(is_choice || reworded, has_source, "{}.{}", section.id, field.id);
        }
    }
}

#[test]
fn defaults_are_among_the_options() {
    let pack = pack();
    for section in &pack.sections {
        for field in fields(section).filter(|field| !field.default.is_empty()) {
            if let Some(domain::pack::OptionSource::Dictionary(name)) = &field.options_from {
                let known = pack.dictionaries[name].iter().any(|choice| choice.value == field.default);
                assert!(known, "{}.{} {}", section.id, field.id, field.default);
            }
        }
    }
}

#[test]
fn r62_only_full_senior_engineers_sign_the_letter() {
    let pack = pack();
    let letter = pack.section("other_proof").unwrap().slot("commitment_letter").unwrap();
    let shown = serde_json::to_value(&letter.shown).unwrap();
    assert_eq!(shown["is"]["value"], "FullSeniorEngineer");
    assert!(letter.required);
}

/// §5.8: the words that people get on their phones.
#[test]
fn each_message_is_filled_with_its_values() {
    let (name, deadline) = ("欧阳某".to_owned(), "2020-12-31".parse().unwrap());
    let stage = Stage::Office(Office::CountyTitle);
    let sent = [
        Message::Code { code: "123456".into() },
        Message::Submitted { name: name.clone(), title: "正高级工程师".into() },
        Message::Returned { name: name.clone(), stage, count: 3, deadline },
        Message::Refused { name: name.clone(), stage },
        Message::PaymentDue { name: name.clone(), deadline },
        Message::PaymentVerified { name: name.clone() },
        Message::Expired { name },
        Message::Waiting { count: 2, deadline },
        Message::ReturnedToUnit { stage, count: 1, deadline },
    ];
    let pack = pack();
    let texts: Vec<String> = sent.iter().map(|sent| messages::text(&pack, sent).unwrap()).collect();
    insta::assert_snapshot!(texts.join("\n"), @r"
    【柳州职称】验证码123456，5分钟内有效，请勿告知他人。
    【柳州职称】欧阳某您好，您的正高级工程师申报材料已提交单位审核，可在“职称申报进度”查看。
    【柳州职称】欧阳某您好，您的申报材料被县区职改部门退回，共3项需修改，请于12月31日24时前登录系统修改并重新提交。
    【柳州职称】欧阳某您好，您的申报未通过县区职改部门审核，原因请登录系统在“职称申报进度”查看。
    【柳州职称】欧阳某您好，您的申报材料已通过职改办审核，请于12月31日前登录系统首页点击“缴费”扫码缴费并完成缴费验证。
    【柳州职称】欧阳某您好，您的职称评审费已缴纳并验证成功，缴费完成。
    【柳州职称】欧阳某您好，您的申报因逾期未处理，已视为放弃本年度申报，详情请登录系统查看。
    【柳州职称】贵单位有2份职称申报材料待处理，最近截止日期12月31日，请登录系统办理。
    【柳州职称】1份申报材料被县区职改部门退回单位补正，共1项，请于12月31日24时前登录系统补正后重新上报。
    ");
}
