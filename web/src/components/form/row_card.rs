//! One row of a group: its fields and scans, its place in the order, and the way out.

use domain::form::{Here, Row, Spot};
use domain::pack::{Field, Group};
use yew::prelude::*;

use crate::components::basic::{Button, ButtonKind};
use crate::components::field::{FieldProblems, FormContext};
use crate::components::form::{RowHandle, title_of, undo_id};
use crate::components::reading::value_in_words;
use crate::components::scans::SlotList;
use crate::state::draft::Edit;
use crate::state::same::Same;
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct RowCardProps {
    pub group: Same<Group>,
    /// The context of this row: with its own problems only.
    pub context: FormContext,
    pub row: Row,
    pub index: usize,
    pub n_rows: usize,
    pub on_moved: Callback<Moved>,
    /// Takes the id of what the focus goes to after the next drawing.
    pub focus: Callback<String>,
}

/// A row is put elsewhere.
pub struct Moved {
    /// For those who do not see it.
    pub words: String,
    /// The id of what has the focus after it.
    pub then: String,
}

#[component]
pub fn RowCard(props: &RowCardProps) -> Html {
    let RowCardProps { group, context, row, index, n_rows, .. } = props;
    let spot = Spot::group(&context.section, &group.id).in_row(&group.id, &row.id);
    let is_fixed = group.fixed_rows.is_some();
    let heading = heading(props);
    let legend = match is_fixed {
        true => heading,
        false => texts().common.labelled(&format!("{} {}", group.row_name, index + 1), &heading),
    };
    let is_asked = |field: &&Field| !(is_fixed && field.id == group.row_title);
    let fields: Vec<Field> = group.fields.iter().filter(is_asked).cloned().collect();
    let is_moved = group.ordered && *n_rows > 1;
    html! {
        <fieldset id={spot.anchor()} class="row-card" tabindex="-1">
            <legend>
                if is_moved {
                    <RowHandle index={*index} on_drop={dropper(props, spot.anchor())} />
                }
                <span>{ legend.clone() }</span>
                if group.ordered {
                    <span class="badge">{ (texts().form.rows.importance)(index + 1) }</span>
                }
            </legend>
            <FieldProblems anchor={spot.anchor()} problems={context.problems_at(&spot)} />
            <div class="fields">{ context.fields(&fields, Some(row), &spot) }</div>
            <SlotList
                slots={group.slots.clone()}
                row={row.clone()}
                at={spot.clone()}
                context={context.clone()}
                before_upload={is_fixed.then(|| store_heading(group, row, &spot))}
            />
            if !is_fixed {
                <div class="row-actions">
                    if is_moved {
                        { move_button(props, &legend, Move::First) }
                        { move_button(props, &legend, Move::Up) }
                        { move_button(props, &legend, Move::Down) }
                    }
                    { remove_button(props, &legend) }
                </div>
            }
        </fieldset>
    }
}

/// Returns the words of the row's first field.
fn heading(props: &RowCardProps) -> String {
    let RowCardProps { group, context, row, .. } = props;
    let field = group.fields.iter().find(|field| field.id == group.row_title);
    let words = context.loaded.with_case(|case| {
        let here = Here { section: &context.section, row: Some(row) };
        field.map(|field| value_in_words(case, here, field)).filter(|words| !words.is_empty())
    });
    words.unwrap_or_else(|| title_of(group, row))
}

/// A row that the system lays out is stored with its first text: a scan needs a stored row.
fn store_heading(group: &Group, row: &Row, at: &Spot) -> Edit {
    let value = row.value(&group.row_title).to_owned();
    Edit::SetValue { at: Spot { field: Some(group.row_title.clone()), ..at.clone() }, value }
}

#[derive(Clone, Copy)]
enum Move {
    First,
    Up,
    Down,
}

impl Move {
    /// The place of the row after it; none where it cannot go further.
    fn target(self, index: usize, n_rows: usize) -> Option<usize> {
        match self {
            Self::First => (index > 0).then_some(0),
            Self::Up => index.checked_sub(1),
            Self::Down => Some(index + 1).filter(|to| *to < n_rows),
        }
    }

    fn id(self, anchor: &str) -> String {
        match self {
            Self::First => format!("{anchor}-first"),
            Self::Up => format!("{anchor}-up"),
            Self::Down => format!("{anchor}-down"),
        }
    }
}

/// Puts the row at a place and says so.
fn mover(props: &RowCardProps) -> Callback<(usize, String)> {
    let RowCardProps { group, context, row, on_moved, .. } = props;
    let (edit, on_moved) = (context.edit.clone(), on_moved.clone());
    let (group, id, title) = (group.id.clone(), row.id.clone(), heading(props));
    Callback::from(move |(index, then): (usize, String)| {
        edit.emit(Edit::MoveRowTo { group: group.clone(), id: id.clone(), index });
        on_moved.emit(Moved { words: (texts().form.rows.moved)(&title, index + 1), then });
    })
}

/// The focus goes to the card, wherever it falls.
fn dropper(props: &RowCardProps, card: String) -> Callback<usize> {
    mover(props).reform(move |index| (index, card.clone()))
}

/// The focus stays on the button, or goes to its opposite where the button has nothing more to do.
fn move_button(props: &RowCardProps, legend: &str, by: Move) -> Html {
    let RowCardProps { group, context, row, index, n_rows, .. } = props;
    let anchor = Spot::group(&context.section, &group.id).in_row(&group.id, &row.id).anchor();
    let target = by.target(*index, *n_rows);
    let onclick = {
        let (mover, n_rows, anchor) = (mover(props), *n_rows, anchor.clone());
        Callback::from(move |()| {
            let Some(target) = target else { return };
            let next = match by {
                Move::First | Move::Up if target == 0 => Move::Down,
                Move::Down if target + 1 == n_rows => Move::Up,
                Move::First | Move::Up | Move::Down => by,
            };
            mover.emit((target, next.id(&anchor)));
        })
    };
    let (arrow, text) = match by {
        Move::First => ("⤒", texts().form.rows.first),
        Move::Up => ("↑", texts().form.rows.up),
        Move::Down => ("↓", texts().form.rows.down),
    };
    html! {
        <Button id={by.id(&anchor)} kind={ButtonKind::Quiet} disabled={target.is_none()} {onclick}>
            <span aria-hidden="true">{ arrow }</span>
            { text }
            <span class="visually-hidden">{ legend.to_owned() }</span>
        </Button>
    }
}

/// The focus goes to the button that puts the row back.
fn remove_button(props: &RowCardProps, legend: &str) -> Html {
    let RowCardProps { group, context, row, focus, .. } = props;
    let (edit, id, undo) = (context.edit.clone(), row.id.clone(), undo_id(context, group));
    let (group, focus) = (group.id.clone(), focus.clone());
    let onclick = Callback::from(move |()| {
        focus.emit(undo.clone());
        edit.emit(Edit::RemoveRow { group: group.clone(), id: id.clone() });
    });
    html! {
        <Button kind={ButtonKind::Quiet} {onclick}>
            { texts().form.rows.remove }
            <span class="visually-hidden">{ legend.to_owned() }</span>
        </Button>
    }
}
