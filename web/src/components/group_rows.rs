//! A group's rows as cards: added, removed and undone, put in their order of importance.

use domain::form::{Here, Row, Spot, Values, fixed_rows};
use domain::ids::RowId;
use domain::policy::{Field, Group};
use std::rc::Rc;
use yew::prelude::*;

use crate::components::button::{Button, ButtonKind};
use crate::components::field_control::FieldProblems;
use crate::components::form_context::FormContext;
use crate::components::slot_list::SlotList;
use crate::dom;
use crate::state::draft::{Edit, RemovedRow};
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct GroupRowsProps {
    pub group: Group,
    pub context: FormContext,
    /// Of the section; the last one of this group can be put back.
    pub removed: Rc<Vec<RemovedRow>>,
}

#[component]
pub fn GroupRows(props: &GroupRowsProps) -> Html {
    let GroupRowsProps { group, context, removed } = props;
    let spot = Spot::group(&context.section, &group.id);
    let anchor = spot.anchor();
    let rows = rows_of(context, group);
    let n_rows = rows.len();
    html! {
        <section id={anchor.clone()} class="group" tabindex="-1" aria-labelledby={format!("{anchor}-title")}>
            <h2 id={format!("{anchor}-title")}>{ &group.title }</h2>
            if !group.help.is_empty() {
                <p class="help">{ &group.help }</p>
            }
            <FieldProblems anchor={anchor.clone()} problems={context.problems_at(&spot)} />
            if rows.is_empty() {
                <p class="group-empty">{ texts().form.rows.none_yet }</p>
            }
            for (index, row) in rows.iter().enumerate() {
                <RowCard
                    key={row.id.as_str().to_owned()}
                    group={group.clone()}
                    context={context.clone()}
                    row={row.clone()}
                    {index}
                    {n_rows}
                />
            }
            { undo_line(group, context, removed) }
            if group.fixed_rows.is_none() {
                { add_button(group, context, n_rows) }
            }
        </section>
    }
}

/// The stored rows; or those that the system lays out, with what is stored of them.
fn rows_of(context: &FormContext, group: &Group) -> Vec<Row> {
    context.loaded.with_case(|case| {
        let stored = case.rows(&context.section, &group.id);
        let Some(kind) = group.fixed_rows else { return stored.to_vec() };
        let laid_out = |(id, heading): (RowId, String)| {
            let had = stored.iter().find(|row| row.id == id);
            let mut values = had.map_or_else(Values::new, |row| row.values.clone());
            values.insert(group.row_title.clone(), heading);
            Row { id, values }
        };
        fixed_rows(case, kind).into_iter().map(laid_out).collect()
    })
}

fn add_button(group: &Group, context: &FormContext, n_rows: usize) -> Html {
    let full = group.max.is_some_and(|max| n_rows >= max);
    let (edit, id) = (context.edit.clone(), group.id.clone());
    let onclick = Callback::from(move |()| {
        edit.emit(Edit::AddRow { group: id.clone(), id: RowId::new(dom::random_id()) });
    });
    html! {
        <div class="group-add">
            <Button {onclick} disabled={full}>{ format!("{}{}", texts().form.rows.add, group.row_name) }</Button>
            if let Some(max) = group.max {
                <span class="help">{ format!("{} {max}", texts().form.rows.at_most) }</span>
            }
        </div>
    }
}

fn undo_line(group: &Group, context: &FormContext, removed: &[RemovedRow]) -> Html {
    let last = removed.iter().rev().find(|removed| removed.group == group.id);
    let (edit, id) = (context.edit.clone(), group.id.clone());
    let onclick = Callback::from(move |()| edit.emit(Edit::UndoRemove { group: id.clone() }));
    html! {
        <div class="undo" role="status">
            if let Some(last) = last {
                <span>{ format!("{}“{}”", texts().form.rows.removed, title_of(group, &last.row)) }</span>
                <Button kind={ButtonKind::Quiet} {onclick}>{ texts().form.rows.undo }</Button>
            }
        </div>
    }
}

/// The words of the field that heads a row.
fn title_of(group: &Group, row: &Row) -> String {
    match row.value(&group.row_title) {
        "" => texts().form.rows.untitled.to_owned(),
        title => title.to_owned(),
    }
}

#[derive(PartialEq, Properties)]
struct RowCardProps {
    group: Group,
    context: FormContext,
    row: Row,
    index: usize,
    n_rows: usize,
}

#[component]
fn RowCard(props: &RowCardProps) -> Html {
    let RowCardProps { group, context, row, index, n_rows } = props;
    let spot = Spot::group(&context.section, &group.id).in_row(&group.id, &row.id);
    let is_fixed = group.fixed_rows.is_some();
    let heading = context.loaded.with_case(|case| {
        let here = Here { section: &context.section, row: Some(row) };
        let field = group.fields.iter().find(|field| field.id == group.row_title);
        field.map(|field| case.in_words(here, field)).filter(|words| !words.is_empty())
    });
    let heading = heading.unwrap_or_else(|| title_of(group, row));
    let legend = match is_fixed {
        true => heading,
        false => format!("{} {}：{heading}", group.row_name, index + 1),
    };
    let is_asked = |field: &&Field| !(is_fixed && field.id == group.row_title);
    let fields: Vec<Field> = group.fields.iter().filter(is_asked).cloned().collect();
    html! {
        <fieldset id={spot.anchor()} class="row-card" tabindex="-1">
            <legend>
                { legend.clone() }
                if group.ordered {
                    <span class="badge">{ format!("{} {}", texts().form.rows.importance, index + 1) }</span>
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
                    if group.ordered && *n_rows > 1 {
                        { move_button(props, &legend, true, *index == 0) }
                        { move_button(props, &legend, false, index + 1 == *n_rows) }
                    }
                    { remove_button(props, &legend) }
                </div>
            }
        </fieldset>
    }
}

/// A row that the system lays out is stored with its first text: a scan needs a stored row.
fn store_heading(group: &Group, row: &Row, at: &Spot) -> Edit {
    let value = row.value(&group.row_title).to_owned();
    Edit::SetValue { at: Spot { field: Some(group.row_title.clone()), ..at.clone() }, value }
}

fn move_button(props: &RowCardProps, legend: &str, up: bool, disabled: bool) -> Html {
    let (edit, group, id) = (props.context.edit.clone(), props.group.id.clone(), props.row.id.clone());
    let onclick = Callback::from(move |()| {
        edit.emit(Edit::MoveRow { group: group.clone(), id: id.clone(), up });
    });
    let (arrow, text) = if up { ("↑ ", texts().form.rows.up) } else { ("↓ ", texts().form.rows.down) };
    html! {
        <Button kind={ButtonKind::Quiet} {disabled} {onclick}>
            <span aria-hidden="true">{ arrow }</span>
            { text }
            <span class="visually-hidden">{ legend.to_owned() }</span>
        </Button>
    }
}

/// The focus goes to the group, where the row can be put back.
fn remove_button(props: &RowCardProps, legend: &str) -> Html {
    let (edit, group, id) = (props.context.edit.clone(), props.group.id.clone(), props.row.id.clone());
    let anchor = Spot::group(&props.context.section, &group).anchor();
    let onclick = Callback::from(move |()| {
        edit.emit(Edit::RemoveRow { group: group.clone(), id: id.clone() });
        dom::focus(&anchor);
    });
    html! {
        <Button kind={ButtonKind::Quiet} {onclick}>
            { texts().form.rows.remove }
            <span class="visually-hidden">{ legend.to_owned() }</span>
        </Button>
    }
}
