//! Files that cannot be read: TOML, keys, kinds of value.

use crate::copy::{BASE, Copy, broken};
use insta::assert_snapshot;

#[test]
fn an_open_quote_is_told_with_its_line() {
    let told = broken("titles.toml", "name = \"助理工程师\"", "name = \"助理工程师");
    assert_snapshot!(told, @r#"
    liuzhou-2020/titles.toml | { id = "AssistantEngineer", name = "助理工程师, level = "Junior" },
        这里的写法不对，读不出来（missing comma between key-value pairs, expected `,`）。改法：检查这一行和上一行的引号、括号和逗号；文字要放在引号里。
    "#);
}

#[test]
fn a_list_that_is_never_closed_is_told_in_its_own_file() {
    let copy = Copy::new();
    copy.write("liuzhou-2020/counties-more.toml", "[[counties]]\ncode = \"450299\"\nname = [");
    assert_snapshot!(copy.faults(BASE), @r#"
    liuzhou-2020/counties-more.toml | name = [
        这里的写法不对，读不出来（unclosed array, expected `]`）。改法：检查这一行和上一行的引号、括号和逗号；文字要放在引号里。
    "#);
}

#[test]
fn an_unknown_key_is_told_with_the_keys_that_are_known() {
    let told = broken("section-02-education.toml", "row_title = ", "colour = \"red\"\nrow_title = ");
    assert_snapshot!(told, @r#"
    liuzhou-2020/section-02-education.toml | colour = "red"
        这里没有 `colour` 这个键。改法：删除它，或者改成 `id`、`title`、`help`、`row_name`、`row_title`、`ordered`、`sorted_by`、`min`、`min_when`、`max`、`soft_max`、`shown`、`exactly_one`、`distinct`、`fixed_rows`、`rule`、`fields`、`slots`。
    "#);
}

#[test]
fn a_missing_key_is_told_at_its_table() {
    let told = broken("committees.toml", "name = \"1001正高级工程师评委会\"\n", "");
    assert_snapshot!(told, @r#"
    liuzhou-2020/committees.toml | [[committees]]
        这里缺少 `name`。改法：加一行 `name = …`。
    "#);
}

#[test]
fn a_value_of_the_wrong_kind_is_told_at_the_value() {
    let told = broken("batch.toml", "correction_days = 10", "correction_days = \"ten\"");
    assert_snapshot!(told, @r#"
    liuzhou-2020/batch.toml | correction_days = "ten"
        这里写的是文字。改法：写整数，不加引号。
    "#);
}

#[test]
fn an_unknown_word_is_told_with_the_words_that_are_known() {
    let told = broken("titles.toml", "level = \"Middle\"", "level = \"Medium\"");
    assert_snapshot!(told, @r#"
    liuzhou-2020/titles.toml | { id = "Engineer", name = "工程师", level = "Medium" },
        这里不能写 `Medium`。改法：写 `Junior`、`Middle`、`DeputySenior`、`FullSenior`。
    "#);
}

#[test]
fn faults_of_spelling_in_several_files_are_told_together() {
    let copy = Copy::new();
    copy.edit("liuzhou-2020/titles.toml", "level = \"Middle\"", "level = \"Medium\"");
    copy.edit("liuzhou-2020/committees.toml", "reason = ", "reasons = ");
    copy.edit("liuzhou-2020/section-02-education.toml", "kind = \"choice\"", "kind = \"chioce\"");
    assert_snapshot!(copy.faults(BASE), @r#"
    liuzhou-2020/committees.toml | reasons = "申报正高级工程师选择1001正高级工程师评委会。"
        这里没有 `reasons` 这个键。改法：删除它，或者改成 `id`、`name`、`titles`、`industries`、`reason`、`series_office`。
    liuzhou-2020/committees.toml | [[committees]]
        这里缺少 `reason`。改法：加一行 `reason = …`。
    liuzhou-2020/section-02-education.toml | kind = "chioce"
        这里不能写 `chioce`。改法：写 `text`、`long_text`、`integer`、`yes_no`、`tick`、`choice`、`search`、`year_month`、`year_month_or_now`、`date`、`date_or_month`、`time`、`mobile`、`landline`、`email`、`usc_code`、`cn_number`、`issn`、`isbn`、`months`。
    liuzhou-2020/titles.toml | { id = "Engineer", name = "工程师", level = "Medium" },
        这里不能写 `Medium`。改法：写 `Junior`、`Middle`、`DeputySenior`、`FullSenior`。
    "#);
}

#[test]
fn a_key_of_two_files_is_told() {
    let copy = Copy::new();
    copy.write("liuzhou-2020/twice.toml", "# again\ncycle_year = 2021\n");
    assert_snapshot!(copy.faults(BASE), @r#"
    liuzhou-2020/twice.toml | cycle_year = 2021
        cycle_year: `cycle_year` 在本包的另一个文件里已经写过。改法：只留一处。
    "#);
}
