//! 一键复制上次申报: each kind of thing that fits or does not.

use crate::named::scan;
use crate::pack;
use domain::form::{Answers, CarriedOver, Earlier, LeftOut, Row, SectionData, Unfit, Values, carry_over};
use domain::ids::RowId;
use domain::pack::{FieldKind, Pack};

type Pairs<'a> = &'a [(&'a str, &'a str)];

fn values(pairs: Pairs<'_>) -> Values {
    pairs.iter().map(|(field, text)| ((*field).to_owned(), (*text).to_owned())).collect()
}

fn fields(pairs: Pairs<'_>) -> SectionData {
    SectionData { values: values(pairs), ..SectionData::default() }
}

fn rows(group: &str, all: &[Pairs<'_>]) -> SectionData {
    let row =
        |(i, pairs): (usize, &Pairs<'_>)| Row { id: RowId::new(format!("r{i}")), values: values(pairs) };
    let rows = all.iter().enumerate().map(row).collect();
    SectionData { values: Values::new(), groups: [(group.to_owned(), rows)].into() }
}

const CHOICE: Pairs<'_> = &[
    ("target_title", "Engineer"),
    ("industry", "Other"),
    ("committee_id", "C_ENG_M"),
    ("identity_nature", "PrivateEnterprise"),
    ("professional_work_start", "2010-07"),
    ("birth_date", "1988-07-16"),
];

/// Everything of one section, copied into an application that has only been started.
fn copied(old: &Pack, section: &str, data: SectionData, new: &Pack, basics: Pairs<'_>) -> CarriedOver {
    let answers = Answers::from([("basic_info".into(), fields(CHOICE)), (section.to_owned(), data)]);
    let basics = Answers::from([("basic_info".to_owned(), fields(basics))]);
    let earlier = Earlier { pack: old, answers: &answers, scans: &[] };
    carry_over(earlier, new, &basics, "2021-08-03".parse().unwrap())
}

fn said(lines: &[LeftOut]) -> Vec<(&str, &str, Unfit)> {
    lines.iter().map(|line| (line.row.as_str(), line.label.as_str(), line.reason.clone())).collect()
}

/// Section, what was typed, what is copied, and label and reason of what is not.
type Copied = (&'static str, Pairs<'static>, Pairs<'static>, &'static [(&'static str, Unfit)]);

const FIELDS: [Copied; 8] = [
    ("work_summary", &[("summary", "本人从事机械设计")], &[("summary", "本人从事机械设计")], &[]),
    ("awards", &[("none_declared", "true")], &[], &[("本项无", Unfit::StatedAnew)]),
    ("discipline", &[("has_discipline", "false")], &[], &[("是否受过处分", Unfit::StatedAnew)]),
    ("declaration", &[("truthful", "true"), ("signed_name", "覃梅")], &[], &[("", Unfit::StatedAnew)]),
    (
        "current_title",
        &[
            ("query_state", "Found"),
            ("source", "Registry"),
            ("title_name", "助理工程师"),
            ("approval_doc", "9号"),
        ],
        &[("approval_doc", "9号")],
        &[("", Unfit::LookUpAgain)],
    ),
    (
        "current_title",
        &[
            ("query_state", "NotFound"),
            ("source", "Typed"),
            ("title_name", "助理工程师"),
            ("level", "Junior"),
        ],
        &[("title_name", "助理工程师"), ("level", "Junior")],
        &[],
    ),
    (
        "social_insurance",
        &[("query_state", "NotFound"), ("insured_unit", "洛江公司"), ("months", "2020-02,2020-03")],
        &[("insured_unit", "洛江公司")],
        &[("已缴费月份", Unfit::OtherMonths)],
    ),
    ("nowhere", &[("a", "b")], &[], &[]),
];

#[test]
fn each_field_is_copied_or_left_out_with_its_reason() {
    let pack = pack();
    for (section, typed, expected, left_out) in FIELDS {
        let carried = copied(&pack, section, fields(typed), &pack, CHOICE);
        let got = carried.answers.get(section).map(|data| data.values.clone()).unwrap_or_default();
        assert_eq!(got, values(expected), "{section}");
        let told: Vec<(&str, Unfit)> =
            carried.left_out.iter().map(|line| (line.label.as_str(), line.reason.clone())).collect();
        assert_eq!(told, left_out, "{section}");
        assert!(carried.to_check.is_empty(), "{section}");
    }
}

#[test]
fn what_the_system_knows_anew_is_neither_copied_nor_listed() {
    let pack = pack();
    let typed = [CHOICE, &[("name", "覃梅"), ("unit_name", "旧单位"), ("current_work", "桥梁")]].concat();
    let carried = copied(&pack, "basic_info", fields(&typed), &pack, &[("unit_name", "新单位")]);
    let got = &carried.answers["basic_info"];
    assert_eq!(
        [got.value("unit_name"), got.value("name"), got.value("current_work")],
        ["新单位", "", "桥梁"]
    );
    assert_eq!(said(&carried.left_out), []);
}

#[test]
fn r20_dual_directed_is_not_copied_to_a_county_that_does_not_offer_it() {
    let pack = pack();
    let typed = [CHOICE, &[("unit_county", "450226"), ("dual_directed", "true")]].concat();
    let carried = copied(&pack, "basic_info", fields(&typed), &pack, &[("unit_county", "450206")]);
    assert_eq!(carried.answers["basic_info"].value("dual_directed"), "");
    let told = said(&carried.left_out);
    assert_eq!(told, [("", "定向评价定向使用（双定向）", Unfit::NotAsked)]);
    let stays = copied(&pack, "basic_info", fields(&typed), &pack, &[("unit_county", "450225")]);
    assert_eq!(stays.answers["basic_info"].value("dual_directed"), "true");
}

#[test]
fn r24_no_title_application_is_settled_for_an_assistant_engineer() {
    let pack = pack();
    let typed = fields(&[("no_title_application", "true")]);
    let carried = copied(&pack, "current_title", typed, &pack, &[("target_title", "AssistantEngineer")]);
    assert!(!carried.answers.contains_key("current_title"));
    assert_eq!(said(&carried.left_out), [("", "无职称申报", Unfit::Settled)]);
}

#[test]
fn r36_a_clause_of_another_committee_is_left_out_of_its_row() {
    let pack = pack();
    let clause = pack.criteria_of("C_ENG_M", 8).next().unwrap().id.clone();
    let paper: Pairs<'_> = &[("kind", "Journal"), ("title", "论车身"), ("criterion_code", &clause)];
    let same = copied(&pack, "publications", rows("rows", &[paper]), &pack, CHOICE);
    assert_eq!(same.answers["publications"], rows("rows", &[paper]));
    assert_eq!(said(&same.left_out), []);

    let other = copied(&pack, "publications", rows("rows", &[paper]), &pack, &[("committee_id", "C_CON_M")]);
    assert_eq!(other.answers["publications"], rows("rows", &[&paper[..2]]));
    let words =
        pack.criteria_of("C_ENG_M", 8).next().map(|one| format!("{} {}", one.item, one.text)).unwrap();
    let told = said(&other.left_out);
    assert_eq!(told, [("论车身", "论文、著作条件", Unfit::OptionGone(words))]);
    let spot = &other.left_out[0].spot;
    assert_eq!(spot.anchor(), "publications--rows--r0--criterion_code");
}

#[test]
fn r34_a_paper_from_before_the_current_title_is_copied_and_named() {
    let pack = pack();
    let papers: [Pairs<'_>; 2] = [
        &[("kind", "Journal"), ("title", "早"), ("published_date", "2013-05")],
        &[("kind", "Journal"), ("title", "晚"), ("published_date", "2019-05")],
    ];
    let answers = Answers::from([
        ("basic_info".into(), fields(CHOICE)),
        ("publications".into(), rows("rows", &papers)),
    ]);
    let basics = Answers::from([
        ("basic_info".to_owned(), fields(CHOICE)),
        ("current_title".to_owned(), fields(&[("obtained_date", "2015-01-01")])),
    ]);
    let earlier = Earlier { pack: &pack, answers: &answers, scans: &[] };
    let carried = carry_over(earlier, &pack, &basics, "2021-08-03".parse().unwrap());
    assert_eq!(carried.answers["publications"].rows("rows").len(), 2);
    let spots: Vec<String> = carried.to_check.iter().map(|problem| problem.spot.anchor()).collect();
    assert_eq!(spots, ["publications--rows--r0--published_date"]);
}

#[test]
fn what_the_new_pack_has_no_more_is_named() {
    let (old, mut new) = (pack(), pack());
    new.sections.retain(|section| section.id != "exceptional_case");
    let section = |pack: &mut Pack, id: &str| pack.sections.iter().position(|s| s.id == id).unwrap();
    let career = section(&mut new, "career_history");
    new.sections[career].groups[0].fields.retain(|field| field.id != "witness");
    let awards = section(&mut new, "awards");
    new.sections[awards].groups.clear();
    let experience = section(&mut new, "professional_experience");
    let start =
        new.sections[experience].groups[0].fields.iter_mut().find(|field| field.id == "start").unwrap();
    start.kind = FieldKind::Integer;

    let basics = Answers::from([("basic_info".to_owned(), fields(CHOICE))]);
    let answers = Answers::from([
        ("basic_info".into(), fields(&[CHOICE, &[("exceptional", "true")]].concat())),
        ("career_history".into(), rows("rows", &[&[("organisation", "洛江公司"), ("witness", "李四")]])),
        ("awards".into(), rows("rows", &[&[("award_name", "二等奖")]])),
        ("professional_experience".into(), rows("rows", &[&[("start", "2019-01"), ("unit", "洛江公司")]])),
        ("exceptional_case".into(), fields(&[("reason", "贡献突出")])),
    ]);
    let earlier = Earlier { pack: &old, answers: &answers, scans: &[] };
    let carried = carry_over(earlier, &new, &basics, "2021-08-03".parse().unwrap());
    let told: Vec<(&str, &str, Unfit)> = carried
        .left_out
        .iter()
        .map(|line| (line.section.as_str(), line.label.as_str(), line.reason.clone()))
        .collect();
    assert_eq!(
        told,
        [
            ("主要经历", "证明人", Unfit::FieldGone),
            ("何时何地受何奖励", "", Unfit::SectionGone),
            ("专业工作经历", "起始时间", Unfit::ShapeChanged),
            ("破格（绿色通道）申报情况", "", Unfit::SectionGone),
        ]
    );
    assert_eq!(carried.answers["career_history"], rows("rows", &[&[("organisation", "洛江公司")]]));
    assert_eq!(carried.answers["professional_experience"], rows("rows", &[&[("unit", "洛江公司")]]));
}

#[test]
fn r56_a_section_that_is_not_asked_this_time_is_named_and_left_empty() {
    let pack = pack();
    let typed = fields(&[("insured_unit", "洛江公司")]);
    let state = [CHOICE, &[("identity_nature", "StateEnterprise")]].concat();
    let carried = copied(&pack, "social_insurance", typed, &pack, &state);
    assert!(!carried.answers.contains_key("social_insurance"));
    assert_eq!(said(&carried.left_out), [("", "", Unfit::NotAsked)]);
}

#[test]
fn rows_and_fields_that_are_filled_already_stay_and_scans_are_to_be_uploaded_again() {
    let pack = pack();
    let old = Answers::from([
        ("basic_info".into(), fields(CHOICE)),
        ("education".into(), rows("rows", &[&[("school", "旧")]])),
        ("work_summary".into(), fields(&[("summary", "旧")])),
    ]);
    let mine = Answers::from([
        ("basic_info".to_owned(), fields(CHOICE)),
        ("education".to_owned(), rows("rows", &[&[("school", "新")]])),
        ("work_summary".to_owned(), fields(&[("summary", "新")])),
    ]);
    let scan = scan("education", None, "chsi_screenshot");
    let earlier = Earlier { pack: &pack, answers: &old, scans: &[scan] };
    let carried = carry_over(earlier, &pack, &mine, "2021-08-03".parse().unwrap());
    assert!(carried.answers.is_empty());
    assert_eq!(said(&carried.left_out), [("", "", Unfit::UploadAgain)]);
}
