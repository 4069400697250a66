//! Conditions that read nothing, compare with nothing, or never hold.

use crate::copy::{BASE, Copy};
use crate::faults::breaks;

pub(crate) const PROOF: &str = "section-14-other-proof.toml";
pub(crate) const LETTER: &str =
    "shown = { is = { field = \"basic_info.target_title\", value = \"FullSeniorEngineer\" } }";
const AT_LETTER: &str = "other_proof.slots.commitment_letter.shown";
const TITLES: &str = "AssistantEngineer, Engineer, SeniorEngineer, FullSeniorEngineer";

#[test]
fn a_condition_reads_a_field_that_exists() {
    let copy = Copy::new();
    let file = format!("{BASE}/{PROOF}");
    let line = copy.edit(&file, LETTER, &LETTER.replace("target_title", "wanted_title"));
    let fault = &copy.faults(BASE)[0];
    let start = format!(
        "{file}:{line}: {AT_LETTER}: `basic_info.wanted_title` is no field of the section `basic_info`. \
         Remedy: write one of name, "
    );
    assert!(fault.starts_with(&start), "{fault}");
}

#[test]
fn a_condition_reads_a_section_that_exists() {
    let copy = Copy::new();
    let file = format!("{BASE}/{PROOF}");
    let line = copy.edit(&file, LETTER, &LETTER.replace("basic_info", "basics"));
    let fault = &copy.faults(BASE)[0];
    let start =
        format!("{file}:{line}: {AT_LETTER}: `basics.target_title` names no section of the pack. Remedy: ");
    assert!(fault.starts_with(&start), "{fault}");
}

#[test]
fn a_condition_compares_with_what_can_be_chosen() {
    breaks(
        PROOF,
        LETTER,
        &LETTER.replace("FullSeniorEngineer", "Professor"),
        AT_LETTER,
        &format!(
            "`basic_info.target_title` (申报职称) can never be `Professor`. Remedy: write one of {TITLES}."
        ),
    );
}

#[test]
fn a_condition_that_can_never_hold_is_told() {
    breaks(
        PROOF,
        LETTER,
        "shown = { all = [{ is = { field = \"basic_info.target_title\", value = \"FullSeniorEngineer\" } }, \
         { in = { field = \"basic_info.target_title\", values = [\"Engineer\", \"SeniorEngineer\"] } }] }",
        AT_LETTER,
        "this can never hold: it wants two different values of one field at once. \
         Remedy: write `any` instead of `all`, or take one of them out.",
    );
}

#[test]
fn a_row_s_field_is_read_in_its_row_only() {
    breaks(
        PROOF,
        LETTER,
        "shown = { is = { field = \"education.degree\", value = \"Master\" } }",
        AT_LETTER,
        "`education.degree` stands in the rows `education.rows`: only a place in the same row can read it. \
         Remedy: read a field of another section: all fields of `education` stand in rows, \
         and only a place in the same row of `education` can read them.",
    );
}

#[test]
fn whether_a_section_is_asked_is_judged_by_full_names() {
    breaks(
        "section-10-exceptional-case.toml",
        "field = \"basic_info.exceptional\", value = \"true\"",
        "field = \"kind\", value = \"true\"",
        "exceptional_case.required_when",
        "`kind` stands without its section, and this is judged before the section. \
         Remedy: write the section before the field, as in `basic_info.kind`.",
    );
}

#[test]
fn a_condition_asks_for_a_slot_of_its_place() {
    breaks(
        PROOF,
        LETTER,
        "shown = { uploaded = { slot = \"photo\" } }",
        AT_LETTER,
        "`uploaded` asks for the slot `photo`, which this place does not have. \
         Remedy: write one of commitment_letter, other.",
    );
}

#[test]
fn senior_asks_of_a_title() {
    breaks(
        PROOF,
        LETTER,
        "shown = { senior = { field = \"basic_info.industry\" } }",
        AT_LETTER,
        "`senior` asks whether `basic_info.industry` is a title, and it offers none. \
         Remedy: read basic_info.target_title.",
    );
}

#[test]
fn a_limit_is_asked_of_a_group_that_has_one() {
    breaks(
        PROOF,
        LETTER,
        "shown = { over_limit = { group = \"rows\" } }",
        AT_LETTER,
        "`over_limit` counts the rows of `rows`, which has no `soft_max` here. \
         Remedy: name a group of this section that has a `soft_max`.",
    );
}
