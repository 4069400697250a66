//! A group's rows as cards: added, removed and undone, put in their order of importance.

use domain::form::{Problem, Row, Spot, Values, fixed_rows};
use domain::ids::RowId;
use domain::pack::Group;
use std::collections::BTreeMap;
use std::rc::Rc;
use yew::prelude::*;

use crate::components::basic::{Button, ButtonKind};
use crate::components::field::{FieldProblems, FormContext};
use crate::components::form::{Moved, RowCard, title_of, undo_id};
use crate::dom;
use crate::state::draft::{Edit, RemovedRow};
use crate::state::loaded::Loaded;
use crate::state::same::Same;
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct GroupRowsProps {
    pub group: Same<Group>,
    pub context: FormContext,
    /// All that each row is drawn from besides itself.
    pub around: Same<Loaded>,
    /// The rows removed from the section; the last one of this group can be put back.
    pub removed: Rc<Vec<RemovedRow>>,
}

#[component]
pub fn GroupRows(props: &GroupRowsProps) -> Html {
    let GroupRowsProps { group, context, around, removed } = props;
    let moved = use_state(AttrValue::default);
    let focus = use_focus_after_drawing();
    let on_moved = use_callback((), {
        let (moved, focus) = (moved.setter(), focus.clone());
        move |Moved { words, then }: Moved, ()| {
            focus.emit(then);
            moved.set(words.into());
        }
    });
    let of_row = use_memo(context.problems.clone(), |problems| by_row(problems, &group.id));
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
            if n_rows == 0 {
                <p class="group-empty">{ texts().form.rows.none_yet }</p>
            }
            for (index, row) in rows.iter().enumerate() {
                <RowCard
                    key={row.id.as_str().to_owned()}
                    group={group.clone()}
                    context={FormContext {
                        loaded: around.clone(),
                        problems: of_row.get(&row.id).cloned().unwrap_or_default(),
                        ..context.clone()
                    }}
                    row={row.clone()}
                    {index}
                    {n_rows}
                    on_moved={on_moved.clone()}
                    focus={focus.clone()}
                />
            }
            if group.ordered {
                <p class="visually-hidden" role="status">{ &*moved }</p>
            }
            { undo_line(group, context, removed, &focus) }
            if group.fixed_rows.is_none() {
                { add_button(group, context, n_rows, &focus) }
            }
        </section>
    }
}

/// Takes the id of what the focus goes to once it is there: the browser takes it from what is put elsewhere.
#[hook]
fn use_focus_after_drawing() -> Callback<String> {
    let wanted = use_mut_ref(|| None::<String>);
    {
        let wanted = wanted.clone();
        use_effect(move || {
            let id = wanted.take();
            wanted.replace(id.filter(|id| !dom::focus_if_there(id)));
        });
    }
    use_callback((), move |id: String, ()| {
        wanted.replace(Some(id));
    })
}

fn by_row(problems: &[Problem], group: &str) -> BTreeMap<RowId, Rc<Vec<Problem>>> {
    let mut of_row: BTreeMap<RowId, Vec<Problem>> = BTreeMap::new();
    for problem in problems.iter().filter(|problem| problem.spot.group.as_deref() == Some(group)) {
        if let Some(row) = &problem.spot.row {
            of_row.entry(row.clone()).or_default().push(problem.clone());
        }
    }
    of_row.into_iter().map(|(row, problems)| (row, Rc::new(problems))).collect()
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

/// The focus goes into the new row.
fn add_button(group: &Group, context: &FormContext, n_rows: usize, focus: &Callback<String>) -> Html {
    let full = group.max.is_some_and(|max| n_rows >= max);
    let (edit, at) = (context.edit.clone(), Spot::group(&context.section, &group.id));
    let (id, focus, first) =
        (group.id.clone(), focus.clone(), group.fields.first().map(|field| field.id.clone()));
    let exactly_one = group.exactly_one.clone();
    let onclick = Callback::from(move |()| {
        let row = RowId::new(dom::random_id());
        focus.emit(Spot { field: first.clone(), ..at.in_row(&id, &row) }.anchor());
        edit.emit(Edit::AddRow { group: id.clone(), id: row, exactly_one: exactly_one.clone() });
    });
    html! {
        <div class="group-add">
            <Button {onclick} disabled={full}>{ (texts().form.rows.add)(&group.row_name) }</Button>
            if let Some(max) = group.max {
                <span class="help">{ (texts().form.rows.at_most)(max) }</span>
            }
        </div>
    }
}

/// Putting a row back leads the focus into it.
fn undo_line(group: &Group, context: &FormContext, removed: &[RemovedRow], focus: &Callback<String>) -> Html {
    let last = removed.iter().rev().find(|removed| removed.group == group.id);
    let anchor =
        last.map(|last| Spot::group(&context.section, &group.id).in_row(&group.id, &last.row.id).anchor());
    let (edit, id, focus) = (context.edit.clone(), group.id.clone(), focus.clone());
    let onclick = Callback::from(move |()| {
        focus.emit(anchor.clone().unwrap_or_default());
        edit.emit(Edit::UndoRemove { group: id.clone() });
    });
    html! {
        <div class="undo" role="status">
            if let Some(last) = last {
                <span>{ (texts().form.rows.removed)(&title_of(group, &last.row)) }</span>
                <Button id={undo_id(context, group)} kind={ButtonKind::Quiet} {onclick}>{ texts().form.rows.undo }</Button>
            }
        </div>
    }
}
