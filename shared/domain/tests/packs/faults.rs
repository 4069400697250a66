//! Contradictions: one line of a sound pack is changed, and exactly that is told.

use crate::conditions::{LETTER, PROOF};
use crate::copy::{BASE, Copy, broken};
use insta::assert_snapshot;

#[test]
fn a_section_asks_something() {
    let copy = Copy::new();
    let file = format!("{BASE}/{PROOF}");
    let text = copy.read(&file);
    copy.write(&file, text.split("[[sections.slots]]").next().unwrap());
    assert_snapshot!(copy.faults(BASE), @r#"
    liuzhou-2020/section-14-other-proof.toml | id = "other_proof"
        other_proof: 栏目 `other_proof`（其他证明）什么也没有问。改法：加一个字段、一组或一个上传位置，或者删除这个栏目。
    "#);
}

#[test]
fn r05_r10_a_hole_in_the_committee_table_is_told_for_each_cell() {
    let told = broken(
        "committees.toml",
        "titles = [\"Engineer\"]",
        "titles = [\"Engineer\"]\nindustries = [\"NaturalResources\"]",
    );
    assert_snapshot!(told, @r#"
    liuzhou-2020/titles.toml | { id = "Engineer", name = "工程师", level = "Middle" },
        titles.Engineer: `Engineer`（工程师）在 `Other`（其他行业（机械、汽车、冶金、化工、电子信息等））没有评委会。改法：在一个评委会的 `titles` 里加上它，或者删去一个评委会的 `industries`，让它受理所有行业。
    "#);
}

#[test]
fn a_committee_that_nobody_can_choose_is_told() {
    let told = broken(
        "committees.toml",
        "industries = [\"HousingConstruction\", \"NaturalResources\"]",
        "industries = []",
    );
    assert_snapshot!(told, @r#"
    liuzhou-2020/committees.toml | id = "C_CON_M"
        committees.C_CON_M: 没有哪个职称和行业归 `C_CON_M`（柳州市建设工程系列中级职称评委会）。改法：改正它的 `titles` 和 `industries`，或者删除它。
    "#);
}

#[test]
fn a_committee_has_an_office() {
    let told = broken("committees.toml", "series_office = \"SERIES_ENG\"", "series_office = \"\"");
    assert_snapshot!(told, @r#"
    liuzhou-2020/committees.toml | id = "C1001"
        committees.C1001: `C1001`（1001正高级工程师评委会）的材料没有职改办审核。改法：在 `series_office` 里写职改办的代码。
    "#);
}

#[test]
fn r36_r45_r52_a_committee_has_criteria_of_every_article_that_is_asked() {
    let copy = Copy::new();
    let file = format!("{BASE}/criteria.toml");
    let text = copy.read(&file);
    let of_article = |part: &&str| !(part.contains("\"C_CON_J-6-"));
    let kept: Vec<&str> = text.split("[[criteria]]").filter(of_article).collect();
    copy.write(&file, &kept.join("[[criteria]]"));
    assert_snapshot!(copy.faults(BASE), @r#"
    liuzhou-2020/committees.toml | id = "C_CON_J"
        committees.C_CON_J: `C_CON_J`（柳州市建设工程系列初级职称评委会）没有第 6 条的评审条件。改法：加一条，或者删除要选它的字段 `professional_experience.rows.criterion_code`。
    "#);
}

#[test]
fn r11_a_committee_has_a_specialty() {
    let copy = Copy::new();
    let others = "[\"C1001\", \"C_ENG_DS\", \"C_ENG_M\", \"C_ENG_J\", \"C_CON_M\"]";
    copy.write(
        &format!("{BASE}/specialties.toml"),
        &format!("specialties = [{{ id = \"welding\", name = \"焊接\", committees = {others} }}]"),
    );
    assert_snapshot!(copy.faults(BASE), @r#"
    liuzhou-2020/committees.toml | id = "C_CON_J"
        committees.C_CON_J: `C_CON_J`（柳州市建设工程系列初级职称评委会）没有专业。改法：在一个专业的 `committees` 里加上它。
    "#);
}

#[test]
fn a_specialty_names_committees_that_exist() {
    let told = broken("specialties.toml", "committees = [\"C1001\", ", "committees = [\"C1002\", ");
    assert_snapshot!(told, @r#"
    liuzhou-2020/specialties.toml | committees = ["C1002", "C_ENG_DS", "C_ENG_M", "C_ENG_J"]
        specialties.vehicle_engineering.committees: 本包没有评委会 `C1002`。改法：写 C1001、C_ENG_DS、C_ENG_M、C_ENG_J、C_CON_M、C_CON_J 中的一个。
    "#);
}

#[test]
fn a_criterion_names_committees_that_exist() {
    let told = broken("criteria.toml", "committees = [\"C1001\"]", "committees = [\"C1001\", \"C9\"]");
    assert_snapshot!(told, @r#"
    liuzhou-2020/criteria.toml | committees = ["C1001", "C9"]
        criteria.C1001-6-1.committees: 本包没有评委会 `C9`。改法：写 C1001、C_ENG_DS、C_ENG_M、C_ENG_J、C_CON_M、C_CON_J 中的一个。
    "#);
}

#[test]
fn t18_a_refusal_has_bases_to_choose_from() {
    assert_snapshot!(broken("dictionaries.toml", "refusal_bases = [", "colours = ["), @r#"
    liuzhou-2020/dictionaries.toml | colours = [
        dictionaries.colours: 没有字段用 `colours` 的选项，谁也选不到。改法：在一个字段写 `options_from = { dictionary = "colours" }`，或者删除它。
    liuzhou-2020/dictionaries.toml | [dictionaries]
        dictionaries: 缺少选项表 `refusal_bases`，不予受理时没有依据可选。改法：在 `[dictionaries]` 里加上 `refusal_bases`，至少一项。
    "#);
}

#[test]
fn a_dictionary_that_nobody_uses_is_told() {
    let told = broken(
        "dictionaries.toml",
        "genders = [",
        "colours = [{ value = \"Red\", label = \"红\" }]\ngenders = [",
    );
    assert_snapshot!(told, @r#"
    liuzhou-2020/dictionaries.toml | colours = [{ value = "Red", label = "红" }]
        dictionaries.colours: 没有字段用 `colours` 的选项，谁也选不到。改法：在一个字段写 `options_from = { dictionary = "colours" }`，或者删除它。
    "#);
}

#[test]
fn a_field_takes_options_that_exist() {
    let told =
        broken("section-06-career-history.toml", "dictionary = \"career_kinds\"", "dictionary = \"careers\"");
    assert_snapshot!(told, @r#"
    liuzhou-2020/section-06-career-history.toml | id = "kind"
        career_history.rows.kind: 没有名为 `careers` 的选项表。改法：在 `[dictionaries]` 里加上它，或者写 application_modes、appraisal_results、author_roles、award_levels、career_kinds、check_results、common_course_states、course_results、defense_results、degrees、deliberation_results、education_kinds、… 中的一个。
    liuzhou-2020/dictionaries.toml | career_kinds = [
        dictionaries.career_kinds: 没有字段用 `career_kinds` 的选项，谁也选不到。改法：在一个字段写 `options_from = { dictionary = "career_kinds" }`，或者删除它。
    "#);
}

#[test]
fn something_can_be_chosen_in_a_choice() {
    let told = broken("section-06-career-history.toml", "kind = \"text\"", "kind = \"choice\"");
    assert_snapshot!(told, @r#"
    liuzhou-2020/section-06-career-history.toml | id = "organisation"
        career_history.rows.organisation: “单位（学校）”没有可选的内容。改法：加上 `options` 或 `options_from`。
    "#);
}

#[test]
fn a_fact_that_counts_since_the_title_counts_since_something_for_first_applicants() {
    let told = broken(
        "section-08-awards.toml",
        "not_before = [\n    { bound = \"current_title\"",
        "not_before = [\n    { bound = \"today\"",
    );
    assert_snapshot!(told, @r#"
    liuzhou-2020/section-08-awards.toml | not_before = [
        awards.rows.award_date.not_before: “获奖时间”只对一部分申报人规定了起算时间。改法：在 `not_before` 里同时写 `current_title` 和 `professional_work`。
    "#);
}

#[test]
fn a_default_is_among_the_options() {
    let told = broken("section-02-education.toml", "default = \"false\"", "default = \"no\"");
    assert_snapshot!(told, @r#"
    liuzhou-2020/section-02-education.toml | default = "no"
        education.rows.is_basis.default: “是否申报依据学历”的 default 是 `no`，选项里没有。改法：写 true、false 中的一个。
    "#);
}

#[test]
fn a_date_is_bounded_by_a_field_that_exists() {
    let told = broken(
        "section-06-career-history.toml",
        "bound = { field = \"start\" }",
        "bound = { field = \"begin\" }",
    );
    assert_snapshot!(told, @r#"
    liuzhou-2020/section-06-career-history.toml | not_before = [
        career_history.rows.end.not_before: `begin` 不是栏目 `career_history` 的字段。改法：写同一行或同一栏目的字段，或者写成 `栏目.字段`。
    "#);
}

/// A PDF would pass unmeasured.
#[test]
fn a_size_in_pixels_is_asked_of_pictures_only() {
    let told = broken("section-01-basic-info.toml", "image_only = true\n", "");
    assert_snapshot!(told, @r#"
    liuzhou-2020/section-01-basic-info.toml | id = "photo"
        basic_info.slots.photo: `photo`（照片）要求像素尺寸，却又收 PDF。改法：加一行 `image_only = true`。
    "#);
}

#[test]
fn rows_are_headed_by_one_of_their_fields() {
    let told =
        broken("section-06-career-history.toml", "row_title = \"organisation\"", "row_title = \"employer\"");
    assert_snapshot!(told, @r#"
    liuzhou-2020/section-06-career-history.toml | row_title = "employer"
        career_history.rows.row_title: 这一组没有字段 `employer`。改法：写 kind、start、end、organisation、post、content、witness 中的一个。
    "#);
}

#[test]
fn r75_a_correction_leaves_time_for_a_second_publicity() {
    let told = broken("batch.toml", "correction_days = 10", "correction_days = 6");
    assert_snapshot!(told, @r#"
    liuzhou-2020/batch.toml | correction_days = 6
        batch.correction_days: 从周末前起算的 6 天里只有 4 个工作日，而公示要 5 个。改法：写 7 或者更大。
    "#);
}

#[test]
fn a_payment_s_term_is_no_shorter_than_a_publicity() {
    let told = broken("batch.toml", "payment_days = 15", "payment_days = 3");
    assert_snapshot!(told, @r#"
    liuzhou-2020/batch.toml | payment_days = 3
        batch.payment_days: 从周末前起算的 3 天里只有 1 个工作日，而公示要 5 个。改法：写 7 或者更大。
    "#);
}

#[test]
fn yes_and_no_in_other_words_are_still_two() {
    let told = broken(
        "unit-1-publicity.toml",
        "{ value = \"false\", label = \"无\" }",
        "{ value = \"none\", label = \"无\" }",
    );
    assert_snapshot!(told, @r#"
    liuzhou-2020/unit-1-publicity.toml | id = "has_objection"
        publicity.has_objection: “有无异议”不是选择，却有选项。改法：改成 `kind = "choice"`。
    "#);
}

#[test]
fn what_stands_twice_is_told_where_it_stands_the_second_time() {
    let told = broken("return-codes.toml", "value = \"A02\"", "value = \"A01\"");
    assert_snapshot!(told, @r#"
    liuzhou-2020/return-codes.toml | { value = "A01", label = "模糊或缺角" },
        return_codes.A01: `A01` 出现了两次。改法：改掉或删除其中一个。
    "#);
}

#[test]
fn a_rule_is_cited_by_its_number() {
    let told = broken(PROOF, "rule = \"R62, R63\"", "rule = \"R62 R63\"");
    assert_snapshot!(told, @r#"
    liuzhou-2020/section-14-other-proof.toml | rule = "R62 R63"
        other_proof.slots.commitment_letter.rule: `R62 R63` 不是规则：规则写 R57、X3 这样的编号，或者条文的名称。改法：写 `R57`；几条写 `R57, R59`；连续的写 `R5–R10`。
    "#);
    assert_eq!(broken(PROOF, "rule = \"R62, R63\"", "rule = \"40号令 art. 14, R63\""), "");
}

#[test]
fn the_programme_finds_the_fields_that_it_reads_by_name() {
    let told = broken("section-01-basic-info.toml", "id = \"unit_county\"", "id = \"county_of_unit\"");
    assert_snapshot!(told, @r#"
    liuzhou-2020/section-01-basic-info.toml | id = "basic_info"
        basic_info: `basic_info`（个人基本信息）缺少字段 `unit_county`，系统要用到它。改法：从别的包照抄过来。
    liuzhou-2020/section-01-basic-info.toml | shown = { in = { field = "unit_county", values = ["450225", "450226"] } }
        basic_info.dual_directed.shown: `unit_county` 不是栏目 `basic_info` 的字段。改法：写 name、former_name、id_kind、id_number、gender、birth_date、birth_month、ethnicity、political_status、foreign、unit_name、unit_usc_code、… 中的一个。
    "#);
}

#[test]
fn a_look_up_waits_for_a_section_that_exists() {
    let told = broken("section-04-continuing-education.toml", "needs = \"basic_info\"", "needs = \"basics\"");
    assert_snapshot!(told, @r#"
    liuzhou-2020/section-04-continuing-education.toml | lookup = { registry = "common-courses", label = "查询", needs = "basics", found = "合格证明提示：您的公需科目考试已合格，无需提供纸质证明。", not_found = "没有查到您的公需科目合格记录，请到公需科目网站完成学习和考试后再查询。" }
        continuing_education.lookup: `needs` 写的是栏目 `basics`，本包没有这个栏目。改法：写一个栏目的 id。
    "#);
}

#[test]
fn r38_rows_beyond_the_soft_limit_have_a_place_for_the_reason() {
    let told = broken("section-06-career-history.toml", "min = 1", "soft_max = 5");
    assert_snapshot!(told, @r#"
    liuzhou-2020/section-06-career-history.toml | soft_max = 5
        career_history.rows.soft_max: 超过 `soft_max` 要说明理由，而本栏目没有字段 `over_limit_reason`。改法：加上这个字段，或者改用 `max`。
    "#);
}

#[test]
fn years_of_service_speak_of_values_that_can_be_chosen() {
    let told = broken("seniority.toml", "education = [\"Doctor\", \"Master\"]", "education = [\"PhD\"]");
    assert_snapshot!(told, @r#"
    liuzhou-2020/seniority.toml | target = "AssistantEngineer"
        seniority.AssistantEngineer: 本包的字段 education.education_level 没有 `PhD`。改法：改正这个值。
    "#);
    let told = broken("seniority.toml", "degrees = [\"SecondBachelor\"]", "degrees = [\"LLB\"]");
    assert_snapshot!(told, @r#"
    liuzhou-2020/seniority.toml | target = "AssistantEngineer"
        seniority.AssistantEngineer: 本包的字段 education.degree 没有 `LLB`。改法：改正这个值。
    "#);
}

#[test]
fn unlikely_degrees_are_degrees_that_can_be_chosen() {
    let told = broken("degrees.toml", "degree = \"Doctor\"", "degree = \"PhD\"");
    assert_snapshot!(told, @r#"
    liuzhou-2020/degrees.toml | [[unlikely_degrees]]
        unlikely_degrees.PhD: 本包的字段 education.degree 没有 `PhD`。改法：改正这个值。
    "#);
    let told = broken("degrees.toml", "[\"Bachelor\", ", "[\"BSc\", ");
    assert_snapshot!(told, @r#"
    liuzhou-2020/degrees.toml | [[unlikely_degrees]]
        unlikely_degrees.Doctor: 本包的字段 education.education_level 没有 `BSc`。改法：改正这个值。
    "#);
}

#[test]
fn without_a_calendar_no_day_can_be_counted() {
    let told = broken("pack.toml", "calendars = [\"state-council\", \"guangxi\"]", "calendars = []");
    assert_snapshot!(told, @r#"
    liuzhou-2020/pack.toml | calendars = []
        calendar: 没有日历，算不出工作日。改法：在 pack.toml 写 `calendars = ["state-council", …]`。
    "#);
}

#[test]
fn faults_of_several_files_are_told_together() {
    let copy = Copy::new();
    copy.edit(&format!("{BASE}/batch.toml"), "correction_days = 10", "correction_days = 1");
    copy.edit(&format!("{BASE}/messages.toml"), "验证码{code}", "验证码{number}");
    copy.edit(&format!("{BASE}/{PROOF}"), LETTER, &LETTER.replace("FullSeniorEngineer", "Professor"));
    assert_snapshot!(copy.faults(BASE), @r#"
    liuzhou-2020/section-14-other-proof.toml | shown = { is = { field = "basic_info.target_title", value = "Professor" } }
        other_proof.slots.commitment_letter.shown: `basic_info.target_title`（申报职称）不会是 `Professor`。改法：写 AssistantEngineer、Engineer、SeniorEngineer、FullSeniorEngineer 中的一个。
    liuzhou-2020/messages.toml | text = "【柳州职称】验证码{number}，5分钟内有效，请勿告知他人。"
        messages.M0.text: 短信里没有什么可以填进 `{number}`。改法：写 {code}。
    liuzhou-2020/batch.toml | correction_days = 1
        batch.correction_days: 从周末前起算的 1 天里只有 0 个工作日，而公示要 5 个。改法：写 7 或者更大。
    "#);
}

/// A printed fault has file, line, place, what is wrong and what to do.
#[test]
fn a_fault_names_file_line_and_place() {
    let copy = Copy::new();
    copy.write(&format!("{BASE}/twice.toml"), "\n[[counties]]\ncode = \"450200\"\nname = \"柳州市\"\n");
    let faults: Vec<String> = copy.report(BASE).faults.iter().map(ToString::to_string).collect();
    assert_snapshot!(faults.join("\n"), @r#"liuzhou-2020/twice.toml:3: counties.450200: `450200` 出现了两次。改法：改掉或删除其中一个。"#);
}
