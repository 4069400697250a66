//! The places that stay open between two versions, and the effect of a choice.

use domain::form::{Row, SectionData, Spot};
use domain::ids::RowId;

use crate::state::cells::{fields, row_at, same_text, set_value, text, value_at};
use crate::state::order::{ids, same_order, woven};

/// The differences at `open` that are still there after either side moved on.
pub(crate) fn still_open(open: &Spot, mine: &SectionData, theirs: &SectionData) -> Vec<Spot> {
    let stays = |differ: bool| if differ { vec![open.clone()] } else { Vec::new() };
    match (&open.group, &open.row, &open.field) {
        (Some(group), Some(row), field) => match (row_at(mine, group, row), row_at(theirs, group, row)) {
            (Some(mine), Some(theirs)) => open_fields(open, field.as_ref(), mine, theirs),
            (None, None) => Vec::new(),
            (Some(_), None) | (None, Some(_)) => vec![Spot { field: None, ..open.clone() }],
        },
        (Some(group), None, None) => stays(!same_order(&ids(mine.rows(group)), &ids(theirs.rows(group)))),
        (Some(_) | None, _, _) => stays(!same_text(value_at(mine, open), value_at(theirs, open))),
    }
}

fn open_fields(open: &Spot, field: Option<&String>, mine: &Row, theirs: &Row) -> Vec<Spot> {
    let asked = |id: &&String| field.is_none_or(|field| field == *id);
    let differs = |id: &&String| !same_text(text(&mine.values, id), text(&theirs.values, id));
    fields(&[&mine.values, &theirs.values])
        .into_iter()
        .filter(asked)
        .filter(differs)
        .map(|id| Spot { field: Some(id.clone()), ..open.clone() })
        .collect()
}

/// Makes `data` at the spot what `theirs` is there.
pub(crate) fn take_theirs(data: &mut SectionData, theirs: &SectionData, at: &Spot) {
    match (&at.group, &at.row, &at.field) {
        (Some(group), Some(row), field) => match (row_at(theirs, group, row), field) {
            (Some(their), Some(_)) if row_at(data, group, row).is_some() => {
                set_value(data, at, text(&their.values, at.field.as_deref().unwrap_or_default()).to_owned());
            }
            (Some(their), _) => put_row(data, theirs, group, their.clone()),
            (None, _) => remove_row(data, group, row),
        },
        (Some(group), None, None) => put_in_order(data, theirs, group),
        (Some(_) | None, _, _) => set_value(data, at, value_at(theirs, at).to_owned()),
    }
}

fn put_row(data: &mut SectionData, theirs: &SectionData, group: &str, row: Row) {
    let rows = data.groups.entry(group.to_owned()).or_default();
    match rows.iter_mut().find(|had| had.id == row.id) {
        Some(had) => *had = row,
        None => {
            rows.push(row.clone());
            let others: Vec<RowId> =
                rows.iter().map(|row| row.id.clone()).filter(|id| *id != row.id).collect();
            let others: Vec<&RowId> = others.iter().collect();
            let order = woven(&others, &ids(theirs.rows(group)));
            rows.sort_by_key(|row| order.iter().position(|id| **id == row.id));
        }
    }
}

fn remove_row(data: &mut SectionData, group: &str, id: &RowId) {
    if let Some(rows) = data.groups.get_mut(group) {
        rows.retain(|row| row.id != *id);
    }
}

fn put_in_order(data: &mut SectionData, theirs: &SectionData, group: &str) {
    let Some(rows) = data.groups.get_mut(group) else { return };
    let mine: Vec<RowId> = rows.iter().map(|row| row.id.clone()).collect();
    let mine: Vec<&RowId> = mine.iter().collect();
    let order = woven(&ids(theirs.rows(group)), &mine);
    rows.sort_by_key(|row| order.iter().position(|id| **id == row.id));
}
