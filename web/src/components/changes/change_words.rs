//! The places and values of changes in words.

use domain::form::{Change, RowPlace, Spot};
use domain::pack::{Field, Pack};

use crate::components::reading::{section_in_words, stored_in_words};
use crate::texts::texts;

/// `论文 2“题名” · 期刊封面`: the place within its section; empty for the section itself.
pub fn place_of_change(pack: &Pack, change: &Change) -> String {
    let Some(section) = pack.section(&change.spot.section) else { return String::new() };
    let row = change.row.as_ref().map(|row| row_of_change(pack, &change.spot, row));
    let field = field_of(pack, &change.spot).map(|field| field.label.clone());
    let slot = change.spot.slot.as_deref().and_then(|id| section.slot(id)).map(|slot| slot.label.clone());
    row.into_iter().chain(field).chain(slot).collect::<Vec<_>>().join(" · ")
}

/// `论文 2“题名”`; a row that the system lays out by its heading alone.
pub fn row_of_change(pack: &Pack, spot: &Spot, row: &RowPlace) -> String {
    let group = pack.section(&spot.section).zip(spot.group.as_deref());
    let Some(group) = group.and_then(|(section, id)| section.group(id)) else { return String::new() };
    if group.fixed_rows.is_some() {
        let section = spot.row.as_ref().and_then(|id| pack.section(id.as_str()));
        return section.map_or_else(|| row.title.clone(), section_in_words);
    }
    let title = group.fields.iter().find(|field| field.id == group.row_title);
    let title = title.map(|field| stored_in_words(pack, field, &row.title)).unwrap_or_default();
    (texts().form.rows.named)(&group.row_name, row.number as usize, &title)
}

/// A stored value of the field at the spot as it is read.
pub fn value_of_field(pack: &Pack, spot: &Spot, value: &str) -> String {
    field_of(pack, spot).map_or_else(|| value.to_owned(), |field| stored_in_words(pack, field, value))
}

/// In the group if the spot is in one: ids of fields repeat between a section and its groups.
fn field_of<'a>(pack: &'a Pack, spot: &Spot) -> Option<&'a Field> {
    let (section, id) = (pack.section(&spot.section)?, spot.field.as_deref()?);
    let fields = match &spot.group {
        Some(group) => &section.group(group)?.fields,
        None => &section.fields,
    };
    fields.iter().find(|field| field.id == id)
}
