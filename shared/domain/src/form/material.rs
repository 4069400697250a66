//! Tells which scans are material: those whose place the answers ask for.
//!
//! When a row is deleted, or an answer hides a slot, the scans that were there stay with whoever put them there,
//! because a row can be put back and an answer changed back, and to scan anew is the most work of all. Until then
//! they are no material: no list, no declaration, no submitted version and no office has them. Asking for their
//! deletion instead would make a slip of one answer destroy them, and would stop somebody at the last step over
//! what does not matter. The form and the last page show them apart, say so, and offer to delete them.

use super::{Case, Here, Scan};
use crate::pack::{FilledBy, Slot};

/// The scans of the sections that `filled_by` fills, in the order in which they came.
pub fn material<'a>(case: &Case<'a>, filled_by: FilledBy) -> impl Iterator<Item = &'a Scan> {
    scans_of(case, filled_by).filter(move |scan| is_material(case, scan))
}

/// Returns the scans that are left over from deleted rows, hidden slots and earlier publicities.
pub fn left_over<'a>(case: &Case<'a>, filled_by: FilledBy) -> impl Iterator<Item = &'a Scan> {
    scans_of(case, filled_by).filter(move |scan| !is_material(case, scan))
}

fn scans_of<'a>(case: &Case<'a>, filled_by: FilledBy) -> impl Iterator<Item = &'a Scan> {
    let pack = case.pack;
    case.scans.iter().filter(move |scan| {
        pack.section(&scan.place.section).is_some_and(|section| section.filled_by == filled_by)
    })
}

/// Whether the answers ask for something where the scan is.
pub fn is_material(case: &Case<'_>, scan: &Scan) -> bool {
    let place = &scan.place;
    let Some(section) = case.pack.section(&place.section) else { return false };
    let here = Here { section: &section.id, row: None };
    let is_shown = |slots: &[Slot], here: Here<'_>| {
        slots.iter().any(|slot| slot.id == place.slot && case.shown(here, slot.shown.as_ref()))
    };
    if !case.is_asked(section) || case.filing.sets_aside(&scan.id) {
        return false;
    }
    let Some(id) = &place.row else { return is_shown(&section.slots, here) };
    let groups = section.groups.iter().filter(|group| case.shown(here, group.shown.as_ref()));
    groups.into_iter().any(|group| {
        let mut rows = case.rows(&section.id, &group.id).iter();
        rows.find(|row| row.id == *id)
            .is_some_and(|row| is_shown(&group.slots, Here { row: Some(row), ..here }))
    })
}
