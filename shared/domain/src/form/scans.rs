//! What points to a bad scan: judged from what was found when it arrived, so a browser and a function say the same.

use super::{Attachment, Case, Code, Detail, Problem, Spot, material};
use crate::policy::Slot;

/// Pixels of the shorter side of a page that can be read (R40): an A4 page at 120 dpi.
const MIN_SIDE: u32 = 1_000;
/// Ten-thousandths of white: more is an empty page.
const BLANK: u16 = 9_800;
/// Ten-thousandths of red: a seal of 42 mm on an A4 page has about 25.
const RED_SEAL: u16 = 2;

pub(super) fn check(case: &Case<'_>, slot: &Slot, file: &Attachment, spot: &Spot, found: &mut Vec<Problem>) {
    let (name, facts) = (&file.file_name, &file.facts);
    let mut warn = |code: Code, rule: &str, message: String| {
        found.push(Problem::warning(code, spot.clone(), rule, message).with(Detail::File(name.clone())));
    };
    // A slot that asks for a size of its own was answered when the file came.
    if let (Some(width), Some(height), None) = (facts.width, facts.height, slot.min_size())
        && width.min(height) < MIN_SIDE
    {
        let message = format!("“{name}”只有{width}×{height}像素，可能看不清，请提高分辨率重新扫描");
        warn(Code::WScanSmall, "R40", message);
    }
    if facts.white.is_some_and(|white| white > BLANK) {
        let message = format!("“{name}”几乎是空白页，请核对是否扫描了有内容的一面");
        warn(Code::WScanBlank, "R40", message);
    }
    if slot.red_seal && facts.red.is_some_and(|red| red < RED_SEAL) {
        let message = format!("“{name}”上没有发现红色印章，请用彩色模式扫描盖有红色公章的原件");
        warn(Code::WNoRed, "R59", message);
    }
    if came_before(case, file) {
        let message = format!("“{name}”与已上传的另一个文件完全相同，请核对是否传错");
        warn(Code::WSameFile, &slot.rule, message);
    }
}

/// Whether the same bytes were uploaded before among what the same side submits. Not by the order of the files:
/// the browser and the table each have their own.
fn came_before(case: &Case<'_>, file: &Attachment) -> bool {
    let is_earlier = |other: &Attachment| (other.uploaded_at, &other.id) < (file.uploaded_at, &file.id);
    // One PDF may hold all the parts of a paper.
    let parts_of_one = |other: &Attachment| {
        file.place.row.is_some()
            && (&file.place.section, &file.place.row) == (&other.place.section, &other.place.row)
    };
    let is_same =
        |other: &Attachment| other.sha256 == file.sha256 && is_earlier(other) && !parts_of_one(other);
    let is_copied = case.files.iter().any(is_same);
    let section = case.policy.section(&file.place.section).filter(|_| is_copied);
    section.is_some_and(|section| material(case, section.filled_by).any(is_same))
}
