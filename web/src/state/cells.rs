//! One text in a section's data, by its place; rows; and when two texts or two sections are the same.

use domain::form::{Row, SectionData, Spot, Values};
use domain::ids::RowId;
use std::collections::BTreeSet;

/// The text of the field at `at`; empty where there is none.
pub fn value_at<'a>(data: &'a SectionData, at: &Spot) -> &'a str {
    let field = at.field.as_deref().unwrap_or_default();
    match (&at.group, &at.row) {
        (Some(group), Some(id)) => row_at(data, group, id).map_or("", |row| row.value(field)),
        (Some(_) | None, _) => data.value(field),
    }
}

pub fn row_at<'a>(data: &'a SectionData, group: &str, id: &RowId) -> Option<&'a Row> {
    find(data.rows(group), id)
}

pub(crate) fn find<'a>(rows: &'a [Row], id: &RowId) -> Option<&'a Row> {
    rows.iter().find(|row| row.id == *id)
}

pub(crate) fn text<'a>(values: &'a Values, field: &str) -> &'a str {
    values.get(field).map_or("", String::as_str)
}

/// The server folds blanks within a line, which is no difference to ask anybody about.
pub(crate) fn same_text(a: &str, b: &str) -> bool {
    a == b
        || a.trim().lines().map(str::split_whitespace).map(Vec::from_iter).eq(b
            .trim()
            .lines()
            .map(str::split_whitespace)
            .map(Vec::from_iter))
}

pub(crate) fn same_values(a: &Values, b: &Values) -> bool {
    fields(&[a, b]).into_iter().all(|field| same_text(text(a, field), text(b, field)))
}

/// Rows in the same order, with the same texts.
pub(crate) fn same_data(a: &SectionData, b: &SectionData) -> bool {
    let same_row = |(a, b): (&Row, &Row)| a.id == b.id && same_values(&a.values, &b.values);
    let same_rows = |group: &String| {
        let (a, b) = (a.rows(group), b.rows(group));
        a.len() == b.len() && a.iter().zip(b).all(same_row)
    };
    same_values(&a.values, &b.values) && a.groups.keys().chain(b.groups.keys()).all(same_rows)
}

/// All field ids that any of these has.
pub(crate) fn fields<'a>(versions: &[&'a Values]) -> BTreeSet<&'a String> {
    versions.iter().flat_map(|values| values.keys()).collect()
}

pub(crate) fn set_value(data: &mut SectionData, at: &Spot, value: String) {
    let Some(field) = at.field.clone() else { return };
    let values = match (&at.group, &at.row) {
        (Some(group), Some(id)) => row_values(data, group, id),
        (Some(_) | None, _) => &mut data.values,
    };
    if value.is_empty() {
        values.remove(&field);
    } else {
        values.insert(field, value);
    }
}

fn row_values<'a>(data: &'a mut SectionData, group: &str, id: &RowId) -> &'a mut Values {
    let rows = data.groups.entry(group.to_owned()).or_default();
    let index = rows.iter().position(|row| row.id == *id).unwrap_or_else(|| {
        rows.push(Row { id: id.clone(), values: Values::new() });
        rows.len() - 1
    });
    &mut rows[index].values
}

/// To the place counted from 0; the last one if there are not so many.
/// Beyond the end is the end.
pub(crate) fn move_row(data: &mut SectionData, group: &str, id: &RowId, to: usize) {
    let Some(rows) = data.groups.get_mut(group) else { return };
    let Some(from) = rows.iter().position(|row| row.id == *id) else { return };
    let row = rows.remove(from);
    rows.insert(to.min(rows.len()), row);
}
