//! The name of a row for its readers, and of the button that puts it back.

use domain::form::{Row, Spot};
use domain::pack::Group;

use crate::components::field::FormContext;
use crate::texts::texts;

/// The id of the button that puts the last row back.
pub fn undo_id(context: &FormContext, group: &Group) -> String {
    format!("{}-undo", Spot::group(&context.section, &group.id).anchor())
}

/// The words of the field that heads a row.
pub fn title_of(group: &Group, row: &Row) -> String {
    match row.value(&group.row_title) {
        "" => texts().form.rows.untitled.to_owned(),
        title => title.to_owned(),
    }
}
