//! Words: plausible ones that repeat, and what no clerk would type.

use crate::dice::Dice;

const NAMES: [&str; 7] = ["韦晓明", "覃梅", "杨桂花", "黄志", "欧阳 明", "买买提·艾力", "𠮷田"];

pub(crate) const UNITS: [&str; 4] = [
    "柳州市示例机械有限公司",
    "鹿寨县示例建筑工程有限公司",
    "柳州市示例机械(集团)有限公司",
    "广西 柳州示例研究院",
];

const ODD: [&str; 20] = [
    " ",
    "\u{3000}",
    "\u{a0}x",
    "a\u{0}b",
    "\u{1b}[31m红",
    "\u{7f}",
    "\u{85}换行",
    "一\n二",
    "一\t二\r\n三",
    "\u{feff}字",
    "\u{202e}倒",
    "e\u{301}é",
    "İıſß",
    "👩‍🔬",
    "𠮷𠮷𠮷",
    "１２３",
    "<script>alert(1)</script>",
    "=1+1",
    "\"\\/\u{8}",
    "null",
];

pub(crate) fn name(dice: &mut Dice) -> String {
    dice.one_of(&NAMES)
}

pub(crate) fn odd(dice: &mut Dice) -> String {
    if dice.percent(2) { "证".repeat(20_000) } else { dice.one_of(&ODD) }
}

/// `n_chars` characters of a sentence that begins anywhere.
pub(crate) fn prose(dice: &mut Dice, n_chars: u32) -> String {
    const SENTENCE: &str =
        "负责方案编制、现场实施和质量验收，按期完成任务并取得良好效果；Q345钢焊接工艺评定合格。";
    let skip = dice.below(40).try_into().unwrap_or_default();
    let n_chars = n_chars.try_into().unwrap_or_default();
    SENTENCE.chars().cycle().skip(skip).take(n_chars).collect()
}

/// Beside the right length, and at its ends.
pub(crate) fn of_length(dice: &mut Dice, least: u32, most: u32, care: u32) -> String {
    let n_chars = match dice.below(6) {
        _ if dice.percent(care) => least + dice.below(8).min(most.saturating_sub(least)),
        0 => least.saturating_sub(1),
        1 => least,
        2 => most,
        3 => most.saturating_add(1).min(5_000),
        4 => 1,
        5.. => least.midpoint(most),
    };
    prose(dice, n_chars)
}
