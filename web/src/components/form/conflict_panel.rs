//! The texts that two pages or devices wrote in the same place, side by side, to choose from.

use domain::form::{Row, SectionData, Spot};
use domain::pack::{Field, Group, Section};
use yew::prelude::*;

use crate::components::basic::{Button, Notice, NoticeKind};
use crate::components::field::FormContext;
use crate::components::form::{save_state_id, title_of};
use crate::dom;
use crate::state::cells::{row_at, value_at};
use crate::state::draft::{Draft, Edit};
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct ConflictPanelProps {
    pub draft: UseReducerHandle<Draft>,
    pub context: FormContext,
}

/// Each place that was changed on both sides, with both versions.
#[component]
pub fn ConflictPanel(props: &ConflictPanelProps) -> Html {
    let ConflictPanelProps { draft, context } = props;
    let differences = draft.differences();
    let section = context.loaded.pack.section(&context.section);
    let (Some(section), false) = (section, differences.is_empty()) else { return Html::default() };
    let texts = &texts().form.saving;
    html! {
        <div id={format!("conflict-{}", draft.section)} class="conflict" tabindex="-1">
        <Notice kind={NoticeKind::Warning}>
            <h2>{ texts.conflict_heading }</h2>
            <p>{ texts.conflict_text }</p>
            <ul class="conflicts">
                for (index, spot) in differences.iter().enumerate() {
                    <li key={spot.anchor()} id={place_id(spot)} tabindex="-1">
                        { difference(props, section, spot, &focus_after(differences, index)) }
                    </li>
                }
            </ul>
            if differences.len() > 1 {
                <p class="conflict-choices">
                    { button(context, Edit::KeepAllMine, texts.keep_all_mine, "", &save_state_id(&draft.section)) }
                    { button(context, Edit::TakeAllTheirs, texts.take_all_theirs, "", &save_state_id(&draft.section)) }
                </p>
            }
        </Notice>
        </div>
    }
}

fn place_id(spot: &Spot) -> String {
    format!("conflict-{}", spot.anchor())
}

/// Returns the id that has the focus once this place is settled: of the next that is open, else of the line that
/// says whether all is saved.
fn focus_after(differences: &[Spot], settled: usize) -> String {
    let next = differences.get(settled + 1).or_else(|| differences[..settled].first());
    next.map_or_else(|| save_state_id(&differences[settled].section), place_id)
}

fn difference(props: &ConflictPanelProps, section: &Section, spot: &Spot, then: &str) -> Html {
    let ConflictPanelProps { draft, context } = props;
    let group = spot.group.as_deref().and_then(|id| section.group(id));
    let label = label(draft, section, group, spot);
    let texts = &texts().form.saving;
    html! {
        <>
            <p class="conflict-label">{ &label }</p>
            <dl>
                <dt>{ texts.mine }</dt>
                <dd>{ in_words(context, section, group, &draft.data, spot) }</dd>
                <dt>{ texts.theirs }</dt>
                <dd>{ in_words(context, section, group, &draft.saved, spot) }</dd>
            </dl>
            <p class="conflict-choices">
                { button(context, Edit::KeepMine(spot.clone()), texts.keep_mine, &label, then) }
                { button(context, Edit::TakeTheirs(spot.clone()), texts.take_theirs, &label, then) }
            </p>
        </>
    }
}

/// Section, row and field.
fn label(draft: &Draft, section: &Section, group: Option<&Group>, spot: &Spot) -> String {
    let field = spot.field.as_deref().and_then(|id| field_at(section, group, id));
    let field = field.map(|field| field.label.clone());
    let place = match (group, &spot.row) {
        (Some(group), Some(row)) => {
            let either =
                [&draft.data, &draft.saved].into_iter().find_map(|data| row_at(data, &group.id, row));
            let title = either.map_or_else(String::new, |row| title_of(group, row));
            let field = field.unwrap_or_else(|| texts().form.saving.whole_row.to_owned());
            vec![format!("{}“{title}”", group.row_name), field]
        }
        (Some(group), None) => vec![(texts().form.saving.order_of)(&group.row_name)],
        (None, _) => field.into_iter().collect(),
    };
    [vec![section.title.clone()], place].concat().join(" › ")
}

fn field_at<'a>(section: &'a Section, group: Option<&'a Group>, id: &str) -> Option<&'a Field> {
    let fields = group.map_or(&section.fields, |group| &group.fields);
    fields.iter().find(|field| field.id == id)
}

fn in_words(
    context: &FormContext,
    section: &Section,
    group: Option<&Group>,
    data: &SectionData,
    spot: &Spot,
) -> String {
    match (group, &spot.row, &spot.field) {
        (group, _, Some(id)) => {
            let value = value_at(data, spot);
            field_at(section, group, id)
                .map_or_else(|| value.to_owned(), |field| context.typed_in_words(field, value))
        }
        (Some(group), Some(id), None) => match row_at(data, &group.id, id) {
            Some(row) => row_in_words(context, group, row),
            None => texts().form.saving.row_removed.to_owned(),
        },
        (Some(group), None, None) => titles(group, data.rows(&group.id)),
        (None, _, None) => String::new(),
    }
}

/// A line for each field that says something.
fn row_in_words(context: &FormContext, group: &Group, row: &Row) -> String {
    let said = group.fields.iter().filter(|field| !row.value(&field.id).is_empty());
    let line = |field: &Field| {
        let value = context.typed_in_words(field, row.value(&field.id));
        format!("{}{}{value}", field.label, texts().common.colon)
    };
    match said.map(line).collect::<Vec<_>>() {
        lines if lines.is_empty() => texts().form.field.empty.to_owned(),
        lines => lines.join("\n"),
    }
}

fn titles(group: &Group, rows: &[Row]) -> String {
    let line = |(index, row): (usize, &Row)| format!("{}. {}", index + 1, title_of(group, row));
    rows.iter().enumerate().map(line).collect::<Vec<_>>().join("\n")
}

/// The button goes away with what it settles, so the focus goes to `then`.
fn button(context: &FormContext, edit: Edit, text: &'static str, label: &str, then: &str) -> Html {
    let (settle, then) = (context.edit.clone(), then.to_owned());
    let onclick = Callback::from(move |()| {
        settle.emit(edit.clone());
        dom::focus(&then);
    });
    html! {
        <Button {onclick}>
            { text }
            if !label.is_empty() {
                <span class="visually-hidden">{ texts().common.colon }{ label.to_owned() }</span>
            }
        </Button>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_focus_goes_to_the_next_open_conflict_and_at_last_to_the_save_state() {
        let places = ["name", "gender", "email"].map(|field| Spot::field("basic_info", field));
        assert_eq!(focus_after(&places, 0), "conflict-basic_info--gender");
        assert_eq!(focus_after(&places, 2), "conflict-basic_info--name");
        assert_eq!(focus_after(&places[..1], 0), "save-basic_info");
    }
}
