//! Files that cannot be read: TOML, keys, kinds of value.

use crate::copy::{BASE, Copy};

fn only(copy: &Copy) -> String {
    let faults = copy.faults(BASE);
    assert_eq!(faults.len(), 1, "{faults:#?}");
    faults[0].clone()
}

#[test]
fn an_open_quote_is_told_with_its_line() {
    let copy = Copy::new();
    let line = copy.edit("liuzhou-2020/titles.toml", "name = \"助理工程师\"", "name = \"助理工程师");
    let fault = only(&copy);
    assert!(fault.starts_with(&format!("liuzhou-2020/titles.toml:{line}: this is not TOML: ")), "{fault}");
}

#[test]
fn a_list_that_is_never_closed_is_told_in_its_own_file() {
    let copy = Copy::new();
    copy.write("liuzhou-2020/counties-more.toml", "[[counties]]\ncode = \"450299\"\nname = [");
    let fault = only(&copy);
    assert!(fault.starts_with("liuzhou-2020/counties-more.toml:3: this is not TOML: "), "{fault}");
}

#[test]
fn an_unknown_key_is_told_with_the_keys_that_are_known() {
    let copy = Copy::new();
    let line =
        copy.edit("liuzhou-2020/section-02-education.toml", "row_title = ", "colour = \"red\"\nrow_title = ");
    let fault = only(&copy);
    let expected = format!(
        "liuzhou-2020/section-02-education.toml:{line}: there is no key `colour` here. Remedy: delete it, or write "
    );
    assert!(fault.starts_with(&expected) && fault.contains("`row_name`"), "{fault}");
}

#[test]
fn a_missing_key_is_told_at_its_table() {
    let copy = Copy::new();
    copy.edit("liuzhou-2020/committees.toml", "name = \"1001正高级工程师评委会\"\n", "");
    let line = copy.line("liuzhou-2020/committees.toml", "[[committees]]");
    assert_eq!(
        only(&copy),
        format!(
            "liuzhou-2020/committees.toml:{line}: the key `name` is missing here. Remedy: add a line `name` = …."
        )
    );
}

#[test]
fn a_value_of_the_wrong_kind_is_told_at_the_value() {
    let copy = Copy::new();
    let line = copy.edit("liuzhou-2020/batch.toml", "correction_days = 10", "correction_days = \"ten\"");
    assert_eq!(
        only(&copy),
        format!(
            "liuzhou-2020/batch.toml:{line}: invalid type: string \"ten\", expected u32. Remedy: write a whole number."
        )
    );
}

#[test]
fn an_unknown_word_is_told_with_the_words_that_are_known() {
    let copy = Copy::new();
    let line = copy.edit("liuzhou-2020/titles.toml", "level = \"Middle\"", "level = \"Medium\"");
    assert_eq!(
        only(&copy),
        format!(
            "liuzhou-2020/titles.toml:{line}: `Medium` is not known here. \
             Remedy: write `Junior`, `Middle`, `DeputySenior`, `FullSenior`."
        )
    );
}

#[test]
fn faults_of_spelling_in_several_files_are_told_together() {
    let copy = Copy::new();
    copy.edit("liuzhou-2020/titles.toml", "level = \"Middle\"", "level = \"Medium\"");
    copy.edit("liuzhou-2020/committees.toml", "reason = ", "reasons = ");
    copy.edit("liuzhou-2020/section-02-education.toml", "kind = \"choice\"", "kind = \"chioce\"");
    let faults = copy.faults(BASE);
    for file in ["titles.toml", "committees.toml", "section-02-education.toml"] {
        assert!(faults.iter().any(|fault| fault.contains(file)), "{file}: {faults:#?}");
    }
}

#[test]
fn a_key_of_two_files_is_told() {
    let copy = Copy::new();
    copy.write("liuzhou-2020/twice.toml", "# again\ncycle_year = 2021\n");
    assert_eq!(
        only(&copy),
        "liuzhou-2020/twice.toml:2: cycle_year: `cycle_year` already stands in another file of the pack. \
         Remedy: keep one of them."
    );
}
