//! The letter as printed: read back from the PDF.

mod printed;

use domain::pack::{FilledBy, Letter};
use printed::{fonts, squeezed, text_of};
use publicity::render_letter;

fn letter(paragraphs: &[&str]) -> Letter {
    Letter {
        title: "职称申报个人承诺书".into(),
        paragraphs: paragraphs.iter().map(ToString::to_string).collect(),
    }
}

fn said(letter: &Letter) -> String {
    squeezed(&text_of(
        &render_letter(letter, FilledBy::Applicant, &fonts()).expect("a letter can be printed"),
    ))
}

#[test]
fn r62_a_letter_ends_in_lines_for_signature_and_date() {
    let said = said(&letter(&["本人黄志郑重承诺：", "一、材料真实。"]));
    let expected = "职称申报个人承诺书本人黄志郑重承诺：一、材料真实。承诺人（亲笔签名）：日期：年月日";
    assert_eq!(said, expected);
}

#[test]
fn markup_in_a_letter_prints_literally_and_unbroken_strings_are_printed_whole() {
    let hostile = "#panic(\"x\") $x^2$ *b* _i_ `c` ] [ = \\ // /* @a <b> \"q\" 'q' -- ~";
    let long = "X1".repeat(100);
    let said = said(&letter(&[hostile, &long]));
    for expected in [squeezed(hostile), long] {
        assert!(said.contains(&expected), "{expected} is not printed in {said}");
    }
}

#[test]
fn the_same_letter_gives_the_same_bytes() {
    let [once, again, other] = ["一", "一", "二"]
        .map(|said| render_letter(&letter(&[said]), FilledBy::Applicant, &fonts()).unwrap());
    assert!(once == again);
    assert!(once != other);
}
