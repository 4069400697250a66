//! Letters to sign: nothing in them stays between braces.

use crate::conditions::PROOF;
use crate::copy::{BASE, Copy};
use crate::faults::breaks;

const AT: &str = "other_proof.slots.commitment_letter.letter";
const KNOWN: &str = "{name}, {unit}, {year}, {title}, {specialty}";

#[test]
fn r62_a_letter_asks_only_for_what_is_known() {
    breaks(
        PROOF,
        "本人对申报材料",
        "本人（{id_number}）对申报材料",
        &format!("{AT}.paragraphs.3"),
        &format!("nothing fills `{{id_number}}` in this letter. Remedy: write one of {KNOWN}."),
    );
    breaks(
        PROOF,
        "title = \"职称申报个人承诺书\"",
        "title = \"{year年度承诺书\"",
        &format!("{AT}.title"),
        &format!("`{{year年度承诺书` is not closed with `}}`. Remedy: write one of {KNOWN}."),
    );
}

#[test]
fn a_letter_says_something() {
    let copy = Copy::new();
    let file = format!("{BASE}/{PROOF}");
    let text = copy.read(&file);
    let (before, rest) = text.split_once("paragraphs = [").unwrap();
    let (_, after) = rest.split_once("\n]\n").unwrap();
    copy.write(&file, &format!("{before}paragraphs = []\n{after}"));
    let line = copy.line(&file, "paragraphs = []");
    let fault = "the letter says nothing. Remedy: write a paragraph.";
    assert_eq!(copy.faults(BASE), [format!("{file}:{line}: {AT}.paragraphs: {fault}")]);
}

#[test]
fn a_letter_is_of_the_whole_application() {
    let copy = Copy::new();
    let file = format!("{BASE}/section-02-education.toml");
    let slot = copy.read(&file);
    let slot = slot.split("[[sections.groups.slots]]\nid = \"").nth(1).unwrap().split('"').next().unwrap();
    let head = format!("[[sections.groups.slots]]\nid = \"{slot}\"\n");
    let letter = "letter = { title = \"承诺书\", paragraphs = [\"本人承诺。\"] }\n";
    copy.edit(&file, &head, &format!("{head}{letter}"));
    let line = copy.line(&file, letter.trim());
    assert_eq!(
        copy.faults(BASE),
        [format!(
            "{file}:{line}: education.rows.slots.{slot}.letter: a letter is of the whole application, and this slot \
             is of a row. Remedy: move the slot out of the group."
        )]
    );
}
