//! The changes between two versions of a part: fields old and new, rows, scans (§5.5).
//!
//! Compared is what a reader sees. A field that is not asked, a row of a hidden group and a scan that is left over are
//! not there; what is computed from other answers, and what is never drawn, is left out.

use super::fault::count;
use super::{Case, Here, Row, Scan, Spot};
use crate::ids::RowId;
use crate::pack::{Field, FilledBy, Group, Section, Slot};
use serde::{Deserialize, Serialize};

/// One thing that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    pub spot: Spot,
    /// The row in which it stands, as it is now; as it was, if it is gone.
    pub row: Option<RowPlace>,
    pub what: Changed,
}

/// Before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Changed {
    /// The value as it is stored; nothing is empty.
    Field { old: String, new: String },
    /// A scan added, removed or replaced; with the same id on both sides it was turned or declared otherwise.
    Scan { old: Option<Box<Scan>>, new: Option<Box<Scan>> },
    /// A row added, removed or moved. What a new one says, and what one that is gone said, follows as changes of its
    /// fields and scans.
    Row { old: Option<RowPlace>, new: Option<RowPlace> },
}

/// The place of a row in its group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowPlace {
    /// 1 for the first.
    pub number: u32,
    /// The value of the field that heads it, as it is stored.
    pub title: String,
}

/// Returns what differs between two versions of the part, in the pack's order.
pub fn changes(old: &Case<'_>, new: &Case<'_>, part: FilledBy) -> Vec<Change> {
    let mut found = Vec::new();
    for section in new.pack.sections_of(part) {
        let sides = Sides { old: Side::of(old, section), new: Side::of(new, section) };
        let spot = Spot::section(&section.id);
        sides.fields(&section.fields, (&spot, None), &mut found);
        sides.scans(&section.slots, (&spot, None), &mut found);
        for group in &section.groups {
            sides.rows(group, &section.id, &mut found);
        }
    }
    found
}

/// A place in one of the versions; nowhere if its section, group or row is not there.
#[derive(Clone, Copy)]
struct Side<'c, 'a> {
    case: &'c Case<'a>,
    here: Option<Here<'c>>,
}

impl<'c, 'a> Side<'c, 'a> {
    fn of(case: &'c Case<'a>, section: &'c Section) -> Self {
        let here = Here { section: &section.id, row: None };
        Self { case, here: case.is_asked(section).then_some(here) }
    }

    fn in_row(self, row: Option<&'c Row>) -> Self {
        Self { here: self.here.zip(row).map(|(here, row)| Here { row: Some(row), ..here }), ..self }
    }

    fn value(self, field: &Field) -> String {
        let here = self.here.filter(|here| self.case.shown(*here, field.shown.as_ref()));
        here.map(|here| self.case.shown_value(here, field)).unwrap_or_default()
    }

    fn scans(self, slot: &Slot) -> Vec<&'a Scan> {
        let here = self.here.filter(|here| self.case.shown(*here, slot.shown.as_ref()));
        let Some(here) = here else { return Vec::new() };
        self.case.scans_at(here.section, here.row.map(|row| &row.id), &slot.id).collect()
    }

    fn rows(self, group: &Group) -> Vec<&'a Row> {
        let here = self.here.filter(|here| self.case.shown(*here, group.shown.as_ref()));
        here.map(|here| self.case.rows_in_order(here.section, group)).unwrap_or_default()
    }
}

/// The same place in both versions.
#[derive(Clone, Copy)]
struct Sides<'c, 'a> {
    old: Side<'c, 'a>,
    new: Side<'c, 'a>,
}

/// The spot of a place, and its row.
type At<'s> = (&'s Spot, Option<&'s RowPlace>);

impl Sides<'_, '_> {
    fn fields(self, fields: &[Field], (spot, row): At<'_>, found: &mut Vec<Change>) {
        for field in fields.iter().filter(|field| field.computed.is_none() && !field.hidden) {
            let (old, new) = (self.old.value(field), self.new.value(field));
            if old != new {
                let spot = Spot { field: Some(field.id.clone()), ..spot.clone() };
                found.push(Change { spot, row: row.cloned(), what: Changed::Field { old, new } });
            }
        }
    }

    /// Pairs the scans that went with those that came into the same slot, in their order: each is one replaced.
    fn scans(self, slots: &[Slot], (spot, row): At<'_>, found: &mut Vec<Change>) {
        for slot in slots {
            let (before, after) = (self.old.scans(slot), self.new.scans(slot));
            let is_in = |scans: &[&Scan], scan: &Scan| scans.iter().any(|other| other.id == scan.id);
            let mut change = |old: Option<&Scan>, new: Option<&Scan>| {
                let spot = Spot { slot: Some(slot.id.clone()), ..spot.clone() };
                let boxed = |scan: Option<&Scan>| scan.cloned().map(Box::new);
                let what = Changed::Scan { old: boxed(old), new: boxed(new) };
                found.push(Change { spot, row: row.cloned(), what });
            };
            for had in &before {
                if let Some(has) = after.iter().find(|has| has.id == had.id && *has != had) {
                    change(Some(had), Some(has));
                }
            }
            let mut gone = before.iter().copied().filter(|scan| !is_in(&after, scan));
            let mut came = after.iter().copied().filter(|scan| !is_in(&before, scan));
            loop {
                match (gone.next(), came.next()) {
                    (None, None) => break,
                    (old, new) => change(old, new),
                }
            }
        }
    }

    /// The rows as they stand now, then those that are gone.
    fn rows(self, group: &Group, section: &str, found: &mut Vec<Change>) {
        let (before, after) = (self.old.rows(group), self.new.rows(group));
        let gone = before.iter().filter(|row| find(&after, &row.id).is_none());
        for id in after.iter().chain(gone).map(|row| &row.id) {
            let old = self.old.in_row(find(&before, id).and_then(|i| before.get(i).copied()));
            let new = self.new.in_row(find(&after, id).and_then(|i| after.get(i).copied()));
            let places = (place(old, group, &before, id), place(new, group, &after, id));
            let row = places.1.as_ref().or(places.0.as_ref()).cloned();
            let spot = Spot::section(section).in_row(&group.id, id);
            if places.0.is_some() != places.1.is_some() || has_moved(group, &before, &after, id) {
                let what = Changed::Row { old: places.0, new: places.1 };
                found.push(Change { spot: spot.clone(), row: row.clone(), what });
            }
            let sides = Sides { old, new };
            sides.fields(&group.fields, (&spot, row.as_ref()), found);
            sides.scans(&group.slots, (&spot, row.as_ref()), found);
        }
    }
}

fn find(rows: &[&Row], id: &RowId) -> Option<usize> {
    rows.iter().position(|row| row.id == *id)
}

fn place(side: Side<'_, '_>, group: &Group, rows: &[&Row], id: &RowId) -> Option<RowPlace> {
    let number = count(find(rows, id)? + 1);
    let title = group.fields.iter().find(|field| field.id == group.row_title);
    Some(RowPlace { number, title: title.map(|field| side.value(field)).unwrap_or_default() })
}

/// Whether the row stands elsewhere among the rows that both versions have. Rows by date stand where their date puts
/// them, and do not move.
fn has_moved(group: &Group, before: &[&Row], after: &[&Row], id: &RowId) -> bool {
    let among_kept = |rows: &[&Row], others: &[&Row]| {
        rows.iter().filter(|row| find(others, &row.id).is_some()).position(|row| row.id == *id)
    };
    group.sorted_by.is_none() && among_kept(before, after) != among_kept(after, before)
}
