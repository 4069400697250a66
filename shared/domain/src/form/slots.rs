//! Every scan that is asked for is there, declared and described.

use super::fault::count;
use super::{Case, CopyKind, Here, NamedScan, Problem, Scan, ScanFault, Spot, legible};
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
        let scans = scans_in(case, here, slot);
        let others = || shown().filter(|other| other.one_of.is_some() && other.one_of == slot.one_of);
        let answered = !scans.is_empty() || others().any(|other| !scans_in(case, here, other).is_empty());
        let first = others().next().is_none_or(|other| other.id == slot.id);
        if !answered && first && case.required(here, slot.required, slot.required_when.as_ref()) {
            let any_of = others().map(|other| other.id.clone()).collect();
            let fault = ScanFault::EScanMissing { any_of, covering: None };
            found.push(Problem::new(fault, spot.clone(), &slot.rule));
        }
        if scans.len() > slot.max {
            let fault = ScanFault::ETooManyScans { max: count(slot.max) };
            found.push(Problem::new(fault, spot.clone(), &slot.rule));
        }
        for scan in scans {
            check_declaration(slot, scan, &spot, found);
            legible::check(case, slot, scan, &spot, found);
        }
    }
}

fn scans_in<'a>(case: &Case<'a>, here: Here<'_>, slot: &Slot) -> Vec<&'a Scan> {
    case.scans_at(here.section, here.row.map(|row| &row.id), &slot.id).collect()
}

fn check_declaration(slot: &Slot, scan: &Scan, spot: &Spot, found: &mut Vec<Problem>) {
    let named = || NamedScan::of(scan);
    let mut report = |fault: ScanFault, rule: &str| found.push(Problem::new(fault, spot.clone(), rule));
    if let CopyKind::StampedCopy { verification_stamp, unit_seal, no_original_reason } = &scan.copy_kind {
        if !(*verification_stamp && *unit_seal) {
            report(ScanFault::ECopyStamps { scan: named() }, "R67");
        }
        if no_original_reason.trim().is_empty() {
            report(ScanFault::ECopyReason { scan: named() }, "R67");
        }
    }
    if slot.described && scan.description.trim().is_empty() {
        report(ScanFault::EScanDescription { scan: named() }, &slot.rule);
    }
    if !slot.kinds.is_empty() && !slot.kinds.iter().any(|kind| kind.value == scan.kind) {
        report(ScanFault::EScanKind { scan: named() }, &slot.rule);
    }
    if slot.marked && !scan.marked {
        report(ScanFault::WNotMarked { scan: named() }, "R41");
    }
}
