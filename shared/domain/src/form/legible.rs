//! Signs of a bad scan: judged from what was found when it arrived, so a browser and a function say the same.

use super::{Case, NamedScan, Problem, Scan, ScanFault, Spot, material};
use crate::pack::Slot;

/// Pixels of the shorter side of a page that can be read (R40): an A4 page at 120 dpi.
const MIN_SIDE: u32 = 1_000;
/// Ten-thousandths of white: more is an empty page.
const BLANK: u16 = 9_800;
/// Ten-thousandths of red: a seal of 42 mm on an A4 page has about 25.
const RED_SEAL: u16 = 2;

pub(super) fn check(case: &Case<'_>, slot: &Slot, scan: &Scan, spot: &Spot, found: &mut Vec<Problem>) {
    let (named, facts) = (|| NamedScan::of(scan), &scan.facts);
    let mut warn = |fault: ScanFault, rule: &str| found.push(Problem::new(fault, spot.clone(), rule));
    // A slot that asks for a size of its own was answered when the scan came.
    if let (Some(width), Some(height), None) = (facts.width, facts.height, slot.min_size())
        && width.min(height) < MIN_SIDE
    {
        warn(ScanFault::WScanSmall { scan: named(), width, height }, "R40");
    }
    if facts.white.is_some_and(|white| white > BLANK) {
        warn(ScanFault::WScanBlank { scan: named() }, "R40");
    }
    if slot.red_seal && facts.red.is_some_and(|red| red < RED_SEAL) {
        warn(ScanFault::WNoRed { scan: named() }, "R59");
    }
    if came_before(case, scan) {
        warn(ScanFault::WSameScan { scan: named() }, &slot.rule);
    }
}

/// Whether the same bytes were uploaded before among what the same side submits. Not by the order of the scans:
/// the browser and the table each have their own.
fn came_before(case: &Case<'_>, scan: &Scan) -> bool {
    let is_earlier = |other: &Scan| (other.uploaded_at, &other.id) < (scan.uploaded_at, &scan.id);
    // One PDF may hold all the parts of a paper.
    let parts_of_one = |other: &Scan| {
        scan.place.row.is_some()
            && (&scan.place.section, &scan.place.row) == (&other.place.section, &other.place.row)
    };
    let is_same = |other: &Scan| other.sha256 == scan.sha256 && is_earlier(other) && !parts_of_one(other);
    let is_copied = case.scans.iter().any(is_same);
    let section = case.pack.section(&scan.place.section).filter(|_| is_copied);
    section.is_some_and(|section| material(case, section.filled_by).any(is_same))
}
