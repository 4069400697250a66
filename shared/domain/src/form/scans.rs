//! Signs of a bad scan: judged from what was found when it arrived, so a browser and a function say the same.

use super::{Attachment, Case, NamedScan, Problem, ScanFault, Spot, material};
use crate::pack::Slot;

/// Pixels of the shorter side of a page that can be read (R40): an A4 page at 120 dpi.
const MIN_SIDE: u32 = 1_000;
/// Ten-thousandths of white: more is an empty page.
const BLANK: u16 = 9_800;
/// Ten-thousandths of red: a seal of 42 mm on an A4 page has about 25.
const RED_SEAL: u16 = 2;

pub(super) fn check(case: &Case<'_>, slot: &Slot, file: &Attachment, spot: &Spot, found: &mut Vec<Problem>) {
    let (scan, facts) = (|| NamedScan::of(file), &file.facts);
    let mut warn = |fault: ScanFault, rule: &str| found.push(Problem::new(fault, spot.clone(), rule));
    // A slot that asks for a size of its own was answered when the file came.
    if let (Some(width), Some(height), None) = (facts.width, facts.height, slot.min_size())
        && width.min(height) < MIN_SIDE
    {
        warn(ScanFault::WScanSmall { scan: scan(), width, height }, "R40");
    }
    if facts.white.is_some_and(|white| white > BLANK) {
        warn(ScanFault::WScanBlank { scan: scan() }, "R40");
    }
    if slot.red_seal && facts.red.is_some_and(|red| red < RED_SEAL) {
        warn(ScanFault::WNoRed { scan: scan() }, "R59");
    }
    if came_before(case, file) {
        warn(ScanFault::WSameFile { scan: scan() }, &slot.rule);
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
    let section = case.pack.section(&file.place.section).filter(|_| is_copied);
    section.is_some_and(|section| material(case, section.filled_by).any(is_same))
}
