//! Where in a section a text of the model stands, and what the server makes of it.

use domain::form::{Row, SectionData, Spot, Values};
use domain::ids::RowId;
use web::state::cells::{row_at, value_at};

pub(crate) const GROUP: &str = "rows";

/// A field in or outside a row.
pub(crate) type Cell = (Option<RowId>, String);

/// The word that makes each text that is typed another.
pub(crate) fn first_word(value: &str) -> &str {
    value.split_whitespace().next().unwrap_or_default()
}

pub(crate) fn at_cell<'a>(data: &'a SectionData, (row, field): &Cell) -> &'a str {
    match row {
        Some(row) => row_at(data, GROUP, row).map_or("", |row| row.value(field)),
        None => data.value(field),
    }
}

pub(crate) fn texts_at(data: &SectionData, spot: &Spot) -> Vec<String> {
    match (&spot.row, &spot.field) {
        (Some(row), None) => {
            row_at(data, GROUP, row).map_or_else(Vec::new, |row| row.values.values().cloned().collect())
        }
        (_, Some(_)) => vec![value_at(data, spot).to_owned()],
        (None, None) => Vec::new(),
    }
}

/// As the server folds blanks.
pub(crate) fn tidy(data: &SectionData) -> SectionData {
    let fold = |values: &Values| -> Values {
        let text = |text: &String| text.split_whitespace().collect::<Vec<_>>().join(" ");
        values.iter().map(|(id, value)| (id.clone(), text(value))).collect()
    };
    let row = |row: &Row| Row { id: row.id.clone(), values: fold(&row.values) };
    let groups = [(GROUP.to_owned(), data.rows(GROUP).iter().map(row).collect())].into();
    SectionData { values: fold(&data.values), groups }
}
