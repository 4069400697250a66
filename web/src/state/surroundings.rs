//! All that a row of a section is drawn from besides itself.

use domain::form::Here;
use domain::pack::{Condition, FieldRef, Group, Section};
use std::rc::Rc;

use crate::state::loaded::Loaded;

/// Returns whether a row of `section` that did not change looks the same in both.
pub fn same_surroundings(a: &Loaded, b: &Loaded, section: &Section) -> bool {
    let here = Here { section: &section.id, row: None };
    let same = |field| a.with_case(|a| b.with_case(|b| a.read(here, field) == b.read(here, field)));
    same_elsewhere(a, b, &section.id) && section.groups.iter().flat_map(read_by_rows).all(same)
}

/// An edited application shares the view of the one that was read.
fn same_elsewhere(a: &Loaded, b: &Loaded, section: &str) -> bool {
    Rc::ptr_eq(&a.pack, &b.pack)
        && (Rc::ptr_eq(&a.view, &b.view)
            || (a.view.today == b.view.today
                && a.view.application == b.view.application
                && a.view.scans == b.view.scans
                && revisions(a, section).eq(revisions(b, section))))
}

fn revisions<'a>(loaded: &'a Loaded, but: &str) -> impl Iterator<Item = (&'a String, u64)> {
    let others = loaded.view.sections.iter().filter(move |(id, _)| *id != but);
    others.map(|(id, stored)| (id, stored.revision))
}

/// The fields that decide what is shown, needed or locked in a row.
fn read_by_rows(group: &Group) -> impl Iterator<Item = &FieldRef> {
    let fields =
        group.fields.iter().flat_map(|field| [&field.shown, &field.required_when, &field.locked_when]);
    let slots = group.slots.iter().flat_map(|slot| [&slot.shown, &slot.required_when]);
    fields.chain(slots).flatten().flat_map(Condition::fields)
}
