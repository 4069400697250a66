//! Conditions that read nothing, compare with nothing, never hold, or have a name that nobody gave.

use crate::copy::{BASE, Copy, broken};
use insta::assert_snapshot;

pub(crate) const PROOF: &str = "section-14-other-proof.toml";
pub(crate) const LETTER: &str =
    "shown = { is = { field = \"basic_info.target_title\", value = \"FullSeniorEngineer\" } }";

#[test]
fn a_condition_reads_a_field_that_exists() {
    let told = broken(PROOF, LETTER, &LETTER.replace("target_title", "wanted_title"));
    assert_snapshot!(told, @r#"
    liuzhou-2020/section-14-other-proof.toml | shown = { is = { field = "basic_info.wanted_title", value = "FullSeniorEngineer" } }
        other_proof.slots.commitment_letter.shown: `basic_info.wanted_title` 不是栏目 `basic_info` 的字段。改法：写 name、former_name、id_kind、id_number、gender、birth_date、birth_month、ethnicity、political_status、foreign、unit_name、unit_usc_code、… 中的一个。
    "#);
}

#[test]
fn a_condition_reads_a_section_that_exists() {
    let told = broken(PROOF, LETTER, &LETTER.replace("basic_info", "basics"));
    assert_snapshot!(told, @r#"
    liuzhou-2020/section-14-other-proof.toml | shown = { is = { field = "basics.target_title", value = "FullSeniorEngineer" } }
        other_proof.slots.commitment_letter.shown: `basics.target_title` 里的栏目不存在。改法：写成 `栏目.字段`，栏目是 basic_info、education、current_title、continuing_education、publications、career_history、achievements、awards、professional_experience、exceptional_case、discipline、work_summary、social_insurance、other_proof、declaration、unit_check、publicity、defense、deliberation、appraisals、expert_opinion、unit_recommendation 中的一个。
    "#);
}

#[test]
fn a_condition_compares_with_what_can_be_chosen() {
    let told = broken(PROOF, LETTER, &LETTER.replace("FullSeniorEngineer", "Professor"));
    assert_snapshot!(told, @r#"
    liuzhou-2020/section-14-other-proof.toml | shown = { is = { field = "basic_info.target_title", value = "Professor" } }
        other_proof.slots.commitment_letter.shown: `basic_info.target_title`（申报职称）不会是 `Professor`。改法：写 AssistantEngineer、Engineer、SeniorEngineer、FullSeniorEngineer 中的一个。
    "#);
}

#[test]
fn a_condition_that_can_never_hold_is_told() {
    let never = "shown = { all = [\
        { is = { field = \"basic_info.target_title\", value = \"FullSeniorEngineer\" } }, \
        { in = { field = \"basic_info.target_title\", values = [\"Engineer\", \"SeniorEngineer\"] } }] }";
    assert_snapshot!(broken(PROOF, LETTER, never), @r#"
    liuzhou-2020/section-14-other-proof.toml | shown = { all = [{ is = { field = "basic_info.target_title", value = "FullSeniorEngineer" } }, { in = { field = "basic_info.target_title", values = ["Engineer", "SeniorEngineer"] } }] }
        other_proof.slots.commitment_letter.shown: 这个条件永远不成立：同一个字段不会同时是两个值。改法：把 `all` 改成 `any`，或者去掉其中一个。
    "#);
}

#[test]
fn a_row_s_field_is_read_in_its_row_only() {
    let told = broken(PROOF, LETTER, "shown = { is = { field = \"education.degree\", value = \"Master\" } }");
    assert_snapshot!(told, @r#"
    liuzhou-2020/section-14-other-proof.toml | shown = { is = { field = "education.degree", value = "Master" } }
        other_proof.slots.commitment_letter.shown: `education.degree` 在 `education.rows` 里逐行填写，只有同一行才能读到。改法：改用别的栏目的字段：`education` 的字段都是逐行填写的，只有同一行才能读到。
    "#);
}

#[test]
fn whether_a_section_is_asked_is_judged_by_full_names() {
    let told = broken(
        "section-10-exceptional-case.toml",
        "field = \"basic_info.exceptional\", value = \"true\"",
        "field = \"kind\", value = \"true\"",
    );
    assert_snapshot!(told, @r#"
    liuzhou-2020/section-10-exceptional-case.toml | required_when = { is = { field = "kind", value = "true" } }
        exceptional_case.required_when: `kind` 前面没有栏目：是否要填本栏目，要先于本栏目判断。改法：在字段前面写上栏目，如 `basic_info.kind`。
    "#);
}

#[test]
fn a_condition_asks_for_a_slot_of_its_place() {
    let told = broken(PROOF, LETTER, "shown = { uploaded = { slot = \"photo\" } }");
    assert_snapshot!(told, @r#"
    liuzhou-2020/section-14-other-proof.toml | shown = { uploaded = { slot = "photo" } }
        other_proof.slots.commitment_letter.shown: `uploaded` 要看 `photo` 的扫描件，这里没有这个上传位置。改法：写 commitment_letter、other 中的一个。
    "#);
}

#[test]
fn senior_asks_of_a_title() {
    let told = broken(PROOF, LETTER, "shown = { senior = { field = \"basic_info.industry\" } }");
    assert_snapshot!(told, @r#"
    liuzhou-2020/section-14-other-proof.toml | shown = { senior = { field = "basic_info.industry" } }
        other_proof.slots.commitment_letter.shown: `senior` 要看职称，而 `basic_info.industry` 不是选职称的字段。改法：写 basic_info.target_title。
    "#);
}

#[test]
fn a_limit_is_asked_of_a_group_that_has_one() {
    let told = broken(PROOF, LETTER, "shown = { over_limit = { group = \"rows\" } }");
    assert_snapshot!(told, @r#"
    liuzhou-2020/section-14-other-proof.toml | shown = { over_limit = { group = "rows" } }
        other_proof.slots.commitment_letter.shown: `over_limit` 要数 `rows` 的行数，而本栏目的 `rows` 没有 `soft_max`。改法：写本栏目里有 `soft_max` 的一组。
    "#);
}

/// The parts of a named `all` are parts of the `all` in which its name stands.
#[test]
fn a_name_stands_for_its_condition() {
    let copy = Copy::new();
    copy.write(
        &format!("{BASE}/more-conditions.toml"),
        "[conditions]\nengineer = { is = { field = \"basic_info.target_title\", value = \"Engineer\" } }\n\
         county = { all = [{ filled = { field = \"basic_info.unit_county\" } }, { not = \"engineer\" }] }\n",
    );
    let all = "shown = { all = [\"county\", { filled = { field = \"basic_info.industry\" } }] }";
    copy.edit(&format!("{BASE}/{PROOF}"), LETTER, all);
    let pack = copy.report(BASE).pack.unwrap();
    let slot = pack.section("other_proof").unwrap().slot("commitment_letter").unwrap();
    assert_snapshot!(serde_json::to_string(&slot.shown).unwrap(), @r#"{"all":[{"filled":{"field":"basic_info.unit_county"}},{"not":{"is":{"field":"basic_info.target_title","value":"Engineer"}}},{"filled":{"field":"basic_info.industry"}}]}"#);
}

#[test]
fn a_name_that_no_condition_has_is_told_where_it_stands() {
    let told = broken(PROOF, LETTER, "shown = \"full_senior\"");
    assert_snapshot!(told, @r#"
    liuzhou-2020/section-14-other-proof.toml | shown = "full_senior"
        没有名为 `full_senior` 的条件。改法：写 book、found、holds_title、journal_paper、proves_degree、senior 中的一个，或者在 `[conditions]` 里加上它。
    "#);
}

#[test]
fn conditions_in_a_circle_are_refused() {
    let copy = Copy::new();
    copy.write(
        &format!("{BASE}/more-conditions.toml"),
        "[conditions]\na = { not = \"b\" }\nb = { any = [\"a\"] }\n",
    );
    copy.edit(&format!("{BASE}/{PROOF}"), LETTER, "shown = \"a\"");
    assert_snapshot!(copy.faults(BASE), @r#"
    liuzhou-2020/more-conditions.toml | b = { any = ["a"] }
        conditions.a: 条件互相引用，成了一个圈：a → b → a。改法：让其中一个条件不再引用另一个。
    "#);
}
