//! Letters to sign: nothing in them stays between braces.

use crate::conditions::PROOF;
use crate::copy::{BASE, Copy, broken};
use insta::assert_snapshot;

#[test]
fn r62_a_letter_asks_only_for_what_is_known() {
    let told = broken(PROOF, "本人对申报材料", "本人（{id_number}）对申报材料");
    assert_snapshot!(told, @r#"
    liuzhou-2020/section-14-other-proof.toml | "二、本人（{id_number}）对申报材料的真实性负责。所提交的学历、职称、继续教育、工作经历、业绩成果、论文著作、获奖等材料真实、准确、完整，扫描件与原件一致。",
        other_proof.slots.commitment_letter.letter.paragraphs.3: 文书里没有什么可以填进 `{id_number}`。改法：写 {name}、{unit}、{year}、{title}、{specialty}、{publicity_start}、{publicity_end}、{publicity_days}、{publicity_place}、{publicity_method}、{has_objection}、{handling_result}、… 中的一个。
    "#);
    let told = broken(PROOF, "title = \"职称申报个人承诺书\"", "title = \"{year年度承诺书\"");
    assert_snapshot!(told, @r#"
    liuzhou-2020/section-14-other-proof.toml | title = "{year年度承诺书"
        other_proof.slots.commitment_letter.letter.title: `{year年度承诺书` 没有用 `}` 结束。改法：写 {name}、{unit}、{year}、{title}、{specialty}、{publicity_start}、{publicity_end}、{publicity_days}、{publicity_place}、{publicity_method}、{has_objection}、{handling_result}、… 中的一个。
    "#);
}

#[test]
fn a_letter_says_something() {
    let copy = Copy::new();
    let file = format!("{BASE}/{PROOF}");
    let text = copy.read(&file);
    let (before, rest) = text.split_once("paragraphs = [").unwrap();
    let (_, after) = rest.split_once("\n]\n").unwrap();
    copy.write(&file, &format!("{before}paragraphs = []\n{after}"));
    assert_snapshot!(copy.faults(BASE), @r#"
    liuzhou-2020/section-14-other-proof.toml | paragraphs = []
        other_proof.slots.commitment_letter.letter.paragraphs: 文书没有正文。改法：写一段正文。
    "#);
}

#[test]
fn a_letter_is_of_the_whole_application() {
    let head = "[[sections.groups.slots]]\n";
    let letter = "letter = { title = \"承诺书\", paragraphs = [\"本人承诺。\"] }\n";
    let told = broken("section-02-education.toml", head, &format!("{head}{letter}"));
    assert_snapshot!(told, @r#"
    liuzhou-2020/section-02-education.toml | letter = { title = "承诺书", paragraphs = ["本人承诺。"] }
        education.rows.slots.chsi_screenshot.letter: 要签名的文书属于整份申报，这里却是逐行的上传位置。改法：把这个上传位置移到组外。
    "#);
}
