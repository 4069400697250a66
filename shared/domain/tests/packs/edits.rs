//! The edits of a pack in the one that it extends, and the gaps in its texts.

use crate::copy::{BASE, Copy};
use crate::folders::{NEXT, loaded, next_year};
use insta::assert_snapshot;

/// The faults of a pack that stands on 柳州 2020 and says `more` in its main file.
fn told(more: &str) -> String {
    let copy = Copy::new();
    next_year(&copy, more);
    copy.faults(NEXT)
}

#[test]
fn a_change_is_of_one_place() {
    let copy = Copy::new();
    let changes = "[changes]\n\
        \"continuing_education.theme.help\" = \"以通知为准\"\n\
        \"industries.Other.label\" = \"其他\"\n\
        \"awards.rows.max\" = 8\n\
        \"other_proof.commitment_letter.letter.paragraphs.1\" = \"本人{name}承诺：\"\n\
        \"messages.M0.text\" = \"【柳州】验证码{code}\"\n";
    next_year(&copy, "");
    let before = loaded(&copy, NEXT);
    next_year(&copy, changes);
    let found: Vec<String> = domain::pack::differences(&before, &loaded(&copy, NEXT))
        .into_iter()
        .map(|difference| format!("{}: {} → {}", difference.place, difference.old, difference.new))
        .collect();
    assert_snapshot!(found.join("\n"), @r#"
    industries.Other.label: 其他行业（机械、汽车、冶金、化工、电子信息等） → 其他
    continuing_education.theme.help:  → 以通知为准
    awards.rows.max:  → 8
    other_proof.slots.commitment_letter.letter.paragraphs.1: 本人{name}，系{unit}在职专业技术人员，申报{year}年度{title}职称，申报专业为{specialty}。根据《职称评审管理暂行规定》（人力资源和社会保障部令第40号）等有关规定，本人郑重承诺： → 本人{name}承诺：
    messages.M0.text: 【柳州职称】验证码{code}，5分钟内有效，请勿告知他人。 → 【柳州】验证码{code}
    "#);
}

#[test]
fn a_change_of_a_place_that_is_not_there_is_told() {
    assert_snapshot!(told("[changes]\n\"continuing_education.thema.default\" = \"…\"\n"), @r#"
    liuzhou-2021/pack.toml | "continuing_education.thema.default" = "…"
        continuing_education.thema.default: `continuing_education` 里没有 `thema`。改法：`continuing_education` 里有：common_year、theme、site_url、query_state、passed_at、certificate_no、industry_ce_declared、course_hours、industry_courses。
    "#);
    assert_snapshot!(told("[changes]\n\"further_education.theme.default\" = \"…\"\n"), @r#"
    liuzhou-2021/pack.toml | "further_education.theme.default" = "…"
        further_education.theme.default: 本包继承的内容里没有 `further_education`。改法：栏目有：basic_info、education、current_title、continuing_education、publications、career_history、achievements、awards、professional_experience、exceptional_case、discipline、work_summary、…。
    "#);
    assert_snapshot!(told("[changes]\n\"continuing_education.theme.defualt\" = \"…\"\n"), @r#"
    liuzhou-2021/pack.toml | "continuing_education.theme.defualt" = "…"
        这里没有 `defualt` 这个键。改法：删除它，或者改成 `id`、`label`、`kind`、`options`、`options_from`、`required`、`required_when`、`shown`、`locked`、`locked_when`、`settled`、`computed`、`default`、`help`、`placeholder`、`min_chars`、`min_chars_when`、`max_chars`、`min`、`max`、`not_above`、`must_be_true`、`not_before`、`not_after`、`hidden`、`published`、`rule`。
    "#);
    assert_snapshot!(told("[changes]\ncontinuing_education.theme.default = \"…\"\n"), @r#"
    liuzhou-2021/pack.toml | continuing_education.theme.default = "…"
        continuing_education: `continuing_education` 后面是一张表，改的地方不明确。改法：把整个路径放在引号里，如 `"continuing_education.theme.default" = "…"`。
    "#);
}

#[test]
fn a_place_that_is_changed_twice_is_told() {
    let line = "\"continuing_education.theme.default\" = \"…\"\n";
    assert_snapshot!(told(&format!("[changes]\n{line}{line}")), @r#"
    liuzhou-2021/pack.toml | "continuing_education.theme.default" = "…"
        这一项在前面已经写过。改法：只留一处。
    "#);
    let other = "\"continuing_education.fields.theme.default\" = \"…\"\n";
    assert_snapshot!(told(&format!("[changes]\n{line}{other}")), @r#"
    liuzhou-2021/pack.toml | "continuing_education.theme.default" = "…"
        continuing_education.theme.default: 这一处已经由 `continuing_education.fields.theme.default` 改过。改法：两行只留一行。
    "#);
    let whole = "\"continuing_education.theme\" = { id = \"theme\", label = \"科目\", kind = \"text\" }\n";
    assert_snapshot!(told(&format!("[changes]\n{line}{whole}")), @r#"
    liuzhou-2021/pack.toml | "continuing_education.theme.default" = "…"
        continuing_education.theme.default: 这一处已经由 `continuing_education.theme` 改过。改法：两行只留一行。
    "#);
    let copy = Copy::new();
    next_year(&copy, &format!("[changes]\n{line}"));
    copy.write(&format!("{NEXT}/more.toml"), &format!("[changes]\n{line}"));
    assert_snapshot!(copy.faults(NEXT), @r#"
    liuzhou-2021/pack.toml | "continuing_education.theme.default" = "…"
        continuing_education.theme.default: `continuing_education.theme.default` 在本包的另一个文件里已经写过。改法：只留一处。
    "#);
}

#[test]
fn a_change_of_the_wrong_kind_is_told() {
    assert_snapshot!(told("[changes]\n\"batch.correction_days\" = \"12\"\n"), @r#"
    liuzhou-2021/pack.toml | "batch.correction_days" = "12"
        这里写的是文字。改法：写整数，不加引号。
    "#);
    assert_snapshot!(told("[changes]\n\"continuing_education.theme\" = \"…\"\n"), @r#"
    liuzhou-2021/pack.toml | "continuing_education.theme" = "…"
        这里写的是文字。改法：写表，放在 { 和 } 之间。
    "#);
    assert_snapshot!(told("changes = 1\nwithout = 2\nadditions = 3\n"), @r#"
    liuzhou-2021/pack.toml | additions = 3
        additions: 应是一段一段的。改法：每一处新增写一段 `[[additions]]`。
    liuzhou-2021/pack.toml | changes = 1
        changes: 应是一张表。改法：另起一行写 `[changes]`，下面一行一项。
    liuzhou-2021/pack.toml | without = 2
        without: 应是方括号里的一列文字。改法：写 `without = ["栏目的 id", …]`。
    "#);
}

/// The line is the one of the change, not that of the base.
#[test]
fn what_a_change_breaks_is_told_at_the_change() {
    assert_snapshot!(told("[changes]\n\"batch.correction_days\" = 1\n"), @r#"
    liuzhou-2021/pack.toml | "batch.correction_days" = 1
        batch.correction_days: 从周末前起算的 1 天里只有 0 个工作日，而公示要 5 个。改法：写 7 或者更大。
    "#);
}

#[test]
fn an_element_comes_after_another() {
    let copy = Copy::new();
    let addition = "[[additions]]\nafter = \"achievements.rows.source\"\nid = \"key\"\nlabel = \"重点\"\nkind = \"tick\"\n";
    next_year(&copy, addition);
    let pack = loaded(&copy, NEXT);
    let fields = &pack.section("achievements").unwrap().group("rows").unwrap().fields;
    let ids: Vec<&str> = fields.iter().map(|field| field.id.as_str()).collect();
    assert_eq!(ids[1..5], ["project_level", "source", "key", "start"]);

    assert_snapshot!(told("[[additions]]\nid = \"key\"\n"), @r#"
    liuzhou-2021/pack.toml | [[additions]]
        additions: 没有写加在哪一项后面。改法：加一行 `after = "那一项的路径"`。
    "#);
    assert_snapshot!(told("[[additions]]\nafter = \"achievements.rows.sources\"\nid = \"key\"\n"), @r#"
    liuzhou-2021/pack.toml | after = "achievements.rows.sources"
        achievements.rows.sources: `achievements.rows` 里没有 `sources`。改法：`achievements.rows` 里有：name、project_level、source、start、end、content、own_role、own_rank、team_size、effect、awards_patents、criterion_code、…。
    "#);
    assert_snapshot!(told("[[additions]]\nafter = \"achievements.rows.max\"\nid = \"key\"\n"), @r#"
    liuzhou-2021/pack.toml | after = "achievements.rows.max"
        achievements.rows.max: `achievements.rows` 里没有 `max`。改法：`achievements.rows` 里有：name、project_level、source、start、end、content、own_role、own_rank、team_size、effect、awards_patents、criterion_code、…。
    "#);
    assert_snapshot!(told("[[additions]]\nafter = \"achievements.title\"\nid = \"key\"\n"), @r#"
    liuzhou-2021/pack.toml | after = "achievements.title"
        additions: `achievements.title` 不是一列里的一项。改法：写一个栏目、字段、选项之类的路径。
    "#);
}

#[test]
fn what_is_dropped_has_to_be_there() {
    assert_snapshot!(told("without = [\"other_proofs\", 3]\n"), @r#"
    liuzhou-2021/pack.toml | without = ["other_proofs", 3]
        other_proofs: 本包继承的内容里没有 `other_proofs`。改法：栏目有：basic_info、education、current_title、continuing_education、publications、career_history、achievements、awards、professional_experience、exceptional_case、discipline、work_summary、…。
    liuzhou-2021/pack.toml | without = ["other_proofs", 3]
        without: 应是文字。改法：写栏目的 id 或者路径，放在引号里。
    "#);
    assert_snapshot!(told("without = [\"other_proof.photo\"]\n"), @r#"
    liuzhou-2021/pack.toml | without = ["other_proof.photo"]
        other_proof.photo: `other_proof` 里没有 `photo`。改法：`other_proof` 里有：commitment_letter、other。
    "#);
}

/// A correction of a pack that itself extends another.
#[test]
fn edits_of_the_packs_below_are_made_first() {
    let copy = Copy::new();
    next_year(
        &copy,
        "without = [\"other_proof\"]\n[changes]\n\"awards.title\" = \"奖\"\n\"batch.payment_days\" = 20\n",
    );
    let main = copy.read(&format!("{NEXT}/pack.toml")).split("without").next().unwrap().replace(BASE, NEXT);
    let main = main.replacen(NEXT, "liuzhou-2021-v2", 1) + "[changes]\n\"awards.title\" = \"奖励\"\n";
    copy.write("liuzhou-2021-v2/pack.toml", &main);
    // What is replaced as a whole is no longer changed from below.
    let batch = copy.read(&format!("{BASE}/batch.toml"));
    copy.write("liuzhou-2021-v2/batch.toml", &batch);
    let pack = loaded(&copy, "liuzhou-2021-v2");
    assert_eq!(pack.section("awards").unwrap().title, "奖励");
    assert!(pack.section("other_proof").is_none());
    assert_eq!(pack.batch.payment_days, 15);
}

#[test]
fn years_and_the_pack_s_own_words_fill_its_texts() {
    let copy = Copy::in_both_languages();
    next_year(
        &copy,
        "[values]\ncommon_course = { text = \"人工智能\", english = \"AI\" }\n[english]\n\"柳州\" = \"Liuzhou\"\n",
    );
    let pack = loaded(&copy, NEXT);
    let section = pack.section("continuing_education").unwrap();
    assert!(section.help.contains("完成2021年度的公需科目学习任务“人工智能”"), "{}", section.help);
    let english = domain::pack::in_english(&pack);
    let help = &english.section("continuing_education").unwrap().help;
    assert!(help.contains("the 2021 common course “AI”"), "{help}");
    assert_eq!(section.field("year").unwrap().max, Some(2021));
    assert!(pack.section("appraisals").unwrap().help.contains("2016年-2020年"));
}

#[test]
fn a_gap_that_nothing_fills_is_told() {
    assert_snapshot!(told("[changes]\n\"awards.help\" = \"{cycle_yaer}年度的奖励\"\n"), @r#"
    liuzhou-2021/pack.toml | "awards.help" = "{cycle_yaer}年度的奖励"
        没有什么可以填进 `{cycle_yaer}`。改法：写 `{cycle_year}`、`{cycle_year-1}`、`{common_course}`、`{common_course_site}`，或者在 `[values]` 里加一行 `cycle_yaer = "…"`。
    "#);
    assert_snapshot!(told("[values]\ncommon_course = 3\n"), @r#"
    liuzhou-2021/pack.toml | common_course = 3
        values: `common_course` 应是文字。改法：写 `"…"`，有英文页面的写 `{ text = "…", english = "…" }`。
    "#);
    assert_eq!(told("[changes]\n\"awards.help\" = \"{见第8条}\"\n"), "");
}
