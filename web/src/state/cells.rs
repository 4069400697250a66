//! One text in a section's data, by its place; and the order of rows.

use domain::form::{Row, SectionData, Spot, Values};
use domain::ids::RowId;

/// The text of the field at `at`; empty where there is none.
pub fn value_at<'a>(data: &'a SectionData, at: &Spot) -> &'a str {
    let field = at.field.as_deref().unwrap_or_default();
    match (&at.group, &at.row) {
        (Some(group), Some(id)) => {
            data.rows(group).iter().find(|row| row.id == *id).map_or("", |row| row.value(field))
        }
        (Some(_) | None, _) => data.value(field),
    }
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

pub(crate) fn move_row(data: &mut SectionData, group: &str, id: &RowId, up: bool) {
    let Some(rows) = data.groups.get_mut(group) else { return };
    let Some(from) = rows.iter().position(|row| row.id == *id) else { return };
    let to = if up { from.checked_sub(1) } else { Some(from + 1).filter(|to| *to < rows.len()) };
    if let Some(to) = to {
        rows.swap(from, to);
    }
}
