//! Packs that stand on others, calendars that packs share, versions.

use crate::copy::{BASE, Copy, broken, packs};
use chrono::NaiveDate;
use domain::pack::differences;
use insta::assert_snapshot;

pub(crate) const NEXT: &str = "liuzhou-2021";

pub(crate) fn next_year(copy: &Copy, more: &str) {
    let main = format!(
        "id = \"{NEXT}\"\nextends = \"{BASE}\"\nplatform_name = \"柳州\"\ncycle_year = 2021\n\
         calendars = [\"state-council\", \"guangxi\"]\n{more}"
    );
    copy.write(&format!("{NEXT}/pack.toml"), &main);
}

pub(crate) fn loaded(copy: &Copy, pack: &str) -> domain::pack::Pack {
    let report = copy.report(pack);
    report.pack.unwrap_or_else(|| panic!("{:#?}", report.faults))
}

#[test]
fn next_year_is_a_folder_of_what_changes() {
    let copy = Copy::new();
    next_year(&copy, "");
    let (this, next) = (loaded(&copy, BASE), loaded(&copy, NEXT));
    assert_eq!(next.appraisal_years(), 2016..2021);
    let differences = differences(&this, &next);
    let places: Vec<&str> = differences.iter().map(|difference| difference.place.as_str()).collect();
    assert_snapshot!(places.join("\n"), @r#"
    platform_name
    cycle_year
    basic_info.cycle_year.default
    continuing_education.common_year.default
    continuing_education.industry_courses.year.max
    continuing_education.help
    publications.rows.volume_issue_pages.placeholder
    appraisals.help
    notices.关于开展柳州市2021年度工程系列职称申报工作的通知.text
    notices.关于开展柳州市2021年度工程系列职称申报工作的通知.title
    notices.关于完成2021年度公需科目学习任务的提示.text
    notices.关于完成2021年度公需科目学习任务的提示.title
    manual.4．继续教育情况.text
    manual.4．近5年考核结果.text
    "#);
}

#[test]
fn a_file_of_the_same_name_replaces_the_whole_file_of_the_base() {
    let copy = Copy::new();
    next_year(&copy, "");
    copy.write(
        &format!("{NEXT}/return-codes.toml"),
        "return_codes = [{ value = \"A01\", label = \"方向不正\" }]\n",
    );
    assert_eq!(loaded(&copy, NEXT).return_codes.len(), 1);
    assert!(loaded(&copy, BASE).return_codes.len() > 1);
}

/// An empty file once took the base's away, and nobody saw it.
#[test]
fn an_empty_file_takes_nothing_away() {
    let copy = Copy::new();
    next_year(&copy, "");
    copy.write(&format!("{NEXT}/section-14-other-proof.toml"), "# nothing\n");
    assert_snapshot!(copy.faults(NEXT), @r#"
    liuzhou-2021/section-14-other-proof.toml
        这个文件没有内容，却会把 liuzhou-2020/section-14-other-proof.toml 整个替换掉。改法：删除这个文件；如果要去掉里面的栏目，在 pack.toml 里写 `without = ["栏目的 id"]`。
    "#);
}

#[test]
fn a_section_is_dropped_by_its_id() {
    let copy = Copy::new();
    next_year(&copy, "without = [\"other_proof\"]\n");
    assert!(loaded(&copy, NEXT).section("other_proof").is_none());
}

/// The pack loads: only their order in the list suffers.
#[test]
fn a_reason_for_a_return_about_a_section_that_was_taken_away_is_pointed_out() {
    let copy = Copy::new();
    next_year(&copy, "without = [\"other_proof\"]\n");
    assert!(!copy.warnings(BASE).contains("return_codes"));
    assert_snapshot!(copy.warnings(NEXT), @r#"
    liuzhou-2020/return-codes.toml | { value = "J01", label = "缺承诺书或未签名", sections = ["other_proof", "declaration"] },
        return_codes.J01.sections: 这个退回原因涉及栏目 `other_proof`，本包没有这个栏目。改法：写一个栏目的 id，或者删去它。
    "#);
}

#[test]
fn a_base_may_have_a_base() {
    let copy = Copy::new();
    next_year(&copy, "without = [\"other_proof\"]\n");
    let main = copy.read(&format!("{NEXT}/pack.toml"));
    let main = main
        .replace("without = [\"other_proof\"]\n", "")
        .replace(BASE, NEXT)
        .replacen(NEXT, "liuzhou-2022", 1)
        .replace("= 2021", "= 2022");
    copy.write("liuzhou-2022/pack.toml", &main);
    let pack = loaded(&copy, "liuzhou-2022");
    assert!(pack.section("other_proof").is_none());
    assert!(pack.section("education").is_some());
}

#[test]
fn bases_in_a_circle_are_refused() {
    let copy = Copy::new();
    next_year(&copy, "");
    copy.edit("liuzhou-2020/pack.toml", "platform_name", "extends = \"liuzhou-2021\"\nplatform_name");
    assert_snapshot!(copy.faults(NEXT), @r#"
    liuzhou-2020/pack.toml | extends = "liuzhou-2021"
        几个包互相继承，成了一个圈：liuzhou-2021 → liuzhou-2020 → liuzhou-2021。改法：让其中一个包不再写 `extends`。
    "#);
}

#[test]
fn a_base_that_is_not_there_is_told() {
    let copy = Copy::new();
    copy.write("nanning-2021/pack.toml", "id = \"nanning-2021\"\nextends = \"nanning-2020\"\n");
    assert_snapshot!(copy.faults("nanning-2021"), @r#"
    nanning-2021/pack.toml | extends = "nanning-2020"
        `extends` 写的是 `nanning-2020`，旁边没有这个包。改法：写同一目录下另一个包的文件夹名。
    "#);
}

#[test]
fn a_folder_without_a_main_file_is_no_pack() {
    assert_snapshot!(Copy::new().faults("calendars"), @r#"
    calendars
        这个文件夹里没有 pack.toml，不是一个包。改法：写一个有 pack.toml 的文件夹。
    "#);
}

#[test]
fn the_name_of_the_folder_is_the_pack_s() {
    let told = broken("pack.toml", "id = \"liuzhou-2020\"", "id = \"liuzhou-2021\"");
    assert_snapshot!(told, @r#"
    liuzhou-2020/pack.toml | id = "liuzhou-2021"
        id: `id` 是 `liuzhou-2021`，文件夹名是 `liuzhou-2020`。改法：两处写成一样。
    "#);
}

#[test]
fn a_calendar_that_is_not_there_is_told() {
    assert_snapshot!(broken("pack.toml", "\"guangxi\"", "\"hunan\""), @r#"
    liuzhou-2020/pack.toml | calendars = ["state-council", "hunan"]
        没有名为 `hunan` 的日历。改法：写 guangxi、state-council 中的一个，或者新建 calendars/hunan.toml。
    "#);
}

#[test]
fn r75_a_county_s_own_days_are_stronger_than_the_shared_calendars() {
    let copy = Copy::new();
    let day: NaiveDate = "2020-08-05".parse().unwrap();
    copy.write(
        "liuzhou-2020/county.toml",
        "[[calendar.layers]]\nname = \"三江侗族自治县\"\ncounty = \"450226\"\n\
         years = [{ year = 2020, off = [{ from = \"2020-08-05\", to = \"2020-08-05\" }], work = [] }]\n",
    );
    let pack = loaded(&copy, BASE);
    assert_eq!(pack.calendar.layers.last().unwrap().name, "三江侗族自治县");
    assert_eq!(pack.calendar.of_county("450226").is_working_day(day), Ok(false));
    assert_eq!(pack.calendar.shared().is_working_day(day), Ok(true));
    copy.edit("liuzhou-2020/county.toml", "450226", "450999");
    assert_snapshot!(copy.faults(BASE), @r#"
    liuzhou-2020/county.toml | [[calendar.layers]]
        calendar.layers.2.county: 没有县区 `450999`，三江侗族自治县的日子不会在任何地方生效。改法：写 450200、450202、450203、450204、450205、450206、450222、450223、450224、450225、450226、4502N1、… 中的一个。
    "#);
}

#[test]
fn a_year_without_a_table_is_pointed_out_and_loads() {
    let copy = Copy::new();
    copy.edit("liuzhou-2020/pack.toml", "cycle_year = 2020", "cycle_year = 2027");
    assert_eq!(loaded(&copy, BASE).cycle_year, 2027);
    assert_snapshot!(copy.warnings(BASE), @r#"
    liuzhou-2020/pack.toml | cycle_year = 2027
        cycle_year: 国务院办公厅的日历没有 2027 年，算不出这一年的工作日（E_CALENDAR_MISSING）。改法：国务院办公厅公布后在日历里加上这一年；没有调整的写两个空列表。
    liuzhou-2020/pack.toml | cycle_year = 2027
        cycle_year: 广西壮族自治区的日历没有 2027 年，算不出这一年的工作日（E_CALENDAR_MISSING）。改法：广西壮族自治区公布后在日历里加上这一年；没有调整的写两个空列表。
    "#);
}

#[test]
fn a_text_that_names_another_year_is_pointed_out() {
    let copy = Copy::new();
    let main = "liuzhou-2020/section-04-continuing-education.toml";
    copy.edit(main, "（1）公需科目：完成{cycle_year}年度", "（1）公需科目：完成2019年度");
    assert_snapshot!(copy.warnings(BASE), @r#"
    liuzhou-2020/section-04-continuing-education.toml | help = """
        continuing_education.help: 这里写的是2019年度，而本包是 2020 年度。改法：把年份写成 `{cycle_year}`，或者在 `[changes]` 里改掉这一处。
    "#);
}

/// The example of the README that holds these words.
fn example(words: &str) -> String {
    let readme = std::fs::read_to_string(packs().join("README.md")).unwrap();
    let indented = readme.split("```toml\n").find(|block| block.contains(words)).unwrap();
    let lines = indented.split("```").next().unwrap().lines();
    lines.map(|line| line.strip_prefix("   ").unwrap_or(line).to_owned() + "\n").collect()
}

#[test]
fn the_readme_s_next_year_loads() {
    let copy = Copy::in_both_languages();
    copy.write(&format!("{NEXT}/pack.toml"), &example("id = \"liuzhou-2021\""));
    assert_eq!(loaded(&copy, NEXT).cycle_year, 2021);
    assert_eq!(copy.warnings(NEXT), "");
    copy.write("liuzhou-2021-v2/pack.toml", &example("id = \"liuzhou-2021-v2\""));
    assert_eq!(loaded(&copy, "liuzhou-2021-v2").batch.correction_days, 14);
}

#[test]
fn the_readme_s_edits_load() {
    let copy = Copy::new();
    next_year(&copy, &example("without = ["));
    assert!(loaded(&copy, NEXT).section("work_summary").is_none());
}

fn version(copy: &Copy, id: &str, of: &str, year: i32) {
    let main = format!(
        "id = \"{id}\"\nextends = \"{BASE}\"\nsupersedes = \"{of}\"\nplatform_name = \"柳州\"\n\
         cycle_year = {year}\ncalendars = [\"state-council\", \"guangxi\"]\n"
    );
    copy.write(&format!("{id}/pack.toml"), &main);
}

#[test]
fn a_version_names_the_one_before_it() {
    let copy = Copy::new();
    version(&copy, "liuzhou-2020-v2", BASE, 2020);
    assert_eq!(loaded(&copy, "liuzhou-2020-v2").supersedes.as_deref(), Some(BASE));
}

#[test]
fn a_version_that_does_not_fit_is_told() {
    let copy = Copy::new();
    version(&copy, "a", "gone", 2020);
    assert_snapshot!(copy.faults("a"), @r#"
    a/pack.toml | supersedes = "gone"
        `supersedes` 写的是 `gone`，旁边没有这个包。改法：写上一个版本的文件夹名。
    "#);
    version(&copy, "a", BASE, 2021);
    assert_snapshot!(copy.faults("a"), @r#"
    a/pack.toml | supersedes = "liuzhou-2020"
        `liuzhou-2020` 是另一个年度的包，本包不是它的新版本。改法：删除 `supersedes`；要沿用它的内容，写 `extends`。
    "#);
    version(&copy, "a", BASE, 2020);
    version(&copy, "b", BASE, 2020);
    assert_snapshot!(copy.faults("a"), @r#"
    a/pack.toml | supersedes = "liuzhou-2020"
        `liuzhou-2020` 已经被 `b` 取代。改法：让较新的一个取代较旧的一个。
    "#);
    version(&copy, "a", "b", 2020);
    version(&copy, "b", "a", 2020);
    assert_snapshot!(copy.faults("a"), @r#"
    a/pack.toml | supersedes = "b"
        几个包互相取代，成了一个圈：a → b → a。改法：删除最早那个版本里的这一行。
    "#);
}
