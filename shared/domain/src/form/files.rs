//! Every scan that is asked for is there, declared and described.

use super::fault::count;
use super::{Attachment, Case, CopyKind, Here, NamedScan, Problem, ScanFault, Spot, scans};
use crate::pack::{Section, Slot};

pub(crate) fn check_section(case: &Case<'_>, section: &Section, found: &mut Vec<Problem>) {
    let here = Here { section: &section.id, row: None };
    check_slots(case, here, &section.slots, &Spot::section(&section.id), found);
    for group in &section.groups {
        if !case.shown(here, group.shown.as_ref()) {
            continue;
        }
        for row in case.rows(&section.id, &group.id) {
            let spot = Spot::group(&section.id, &group.id).in_row(&group.id, &row.id);
            check_slots(case, Here { row: Some(row), ..here }, &group.slots, &spot, found);
        }
    }
}

fn check_slots(case: &Case<'_>, here: Here<'_>, slots: &[Slot], at: &Spot, found: &mut Vec<Problem>) {
    let shown = || slots.iter().filter(|slot| case.shown(here, slot.shown.as_ref()));
    for slot in shown() {
        let spot = Spot { slot: Some(slot.id.clone()), ..at.clone() };
        let files = files_in(case, here, slot);
        let others = || shown().filter(|other| other.one_of.is_some() && other.one_of == slot.one_of);
        let answered = !files.is_empty() || others().any(|other| !files_in(case, here, other).is_empty());
        let first = others().next().is_none_or(|other| other.id == slot.id);
        if !answered && first && case.required(here, slot.required, slot.required_when.as_ref()) {
            let any_of = others().map(|other| other.id.clone()).collect();
            let fault = ScanFault::EFileMissing { any_of, covering: None };
            found.push(Problem::new(fault, spot.clone(), &slot.rule));
        }
        if files.len() > slot.max {
            let fault = ScanFault::ETooManyFiles { max: count(slot.max) };
            found.push(Problem::new(fault, spot.clone(), &slot.rule));
        }
        for file in files {
            check_declaration(slot, file, &spot, found);
            scans::check(case, slot, file, &spot, found);
        }
    }
}

fn files_in<'a>(case: &Case<'a>, here: Here<'_>, slot: &Slot) -> Vec<&'a Attachment> {
    case.files_at(here.section, here.row.map(|row| &row.id), &slot.id).collect()
}

fn check_declaration(slot: &Slot, file: &Attachment, spot: &Spot, found: &mut Vec<Problem>) {
    let scan = || NamedScan::of(file);
    let mut report = |fault: ScanFault, rule: &str| found.push(Problem::new(fault, spot.clone(), rule));
    if let CopyKind::StampedCopy { verification_stamp, unit_seal, no_original_reason } = &file.copy_kind {
        if !(*verification_stamp && *unit_seal) {
            report(ScanFault::ECopyStamps { scan: scan() }, "R67");
        }
        if no_original_reason.trim().is_empty() {
            report(ScanFault::ECopyReason { scan: scan() }, "R67");
        }
    }
    if slot.described && file.description.trim().is_empty() {
        report(ScanFault::EFileDescription { scan: scan() }, &slot.rule);
    }
    if !slot.kinds.is_empty() && !slot.kinds.iter().any(|kind| kind.value == file.kind) {
        report(ScanFault::EFileKind { scan: scan() }, &slot.rule);
    }
    if slot.marked && !file.marked {
        report(ScanFault::WNotMarked { scan: scan() }, "R41");
    }
}
