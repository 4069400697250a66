//! The sections of a pack: what each asks, and of whom.

use domain::pack::{Field, FilledBy, Group, Pack, Section, Slot};
use std::rc::Rc;
use yew::prelude::*;

use crate::components::pack::Need;
use crate::components::reading::section_in_words;
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct SectionOutlinesProps {
    pub pack: Rc<Pack>,
    pub filled_by: FilledBy,
}

/// Each section with its fields, rows and scans, opened on demand.
#[component]
pub fn SectionOutlines(props: &SectionOutlinesProps) -> Html {
    html! {
        for section in props.pack.sections_of(props.filled_by) {
            <details class="problem-summary">
                <summary>
                    { section_in_words(section) }
                    { " " }
                    <span class="field-hint">{ summary(section) }</span>
                </summary>
                <ul>
                    { fields(&section.fields) }
                    { scans(&section.slots) }
                    for group in &section.groups {
                        <li>
                            { texts().common.with_aside(&group.title, &rows(group)) }
                            <ul>{ fields(&group.fields) }{ scans(&group.slots) }</ul>
                        </li>
                    }
                </ul>
            </details>
        }
    }
}

fn summary(section: &Section) -> String {
    let words = &texts().pack.forms;
    let groups = || section.groups.iter();
    let n_fields = shown(&section.fields).count() + groups().flat_map(|group| shown(&group.fields)).count();
    let n_scans = section.slots.len() + groups().map(|group| group.slots.len()).sum::<usize>();
    let counts =
        [(n_fields > 0).then(|| (words.n_fields)(n_fields)), (n_scans > 0).then(|| (words.n_scans)(n_scans))];
    let who = (words.filled_by)(section.filled_by).to_owned();
    let asked = field_in_words(Need::of_section(section)).to_owned();
    [who, asked].into_iter().chain(counts.into_iter().flatten()).collect::<Vec<_>>().join(" · ")
}

fn shown(fields: &[Field]) -> impl Iterator<Item = &Field> {
    fields.iter().filter(|field| !field.hidden)
}

fn fields(fields: &[Field]) -> Html {
    if shown(fields).next().is_none() {
        return Html::default();
    }
    html! {
        <li>
            { texts().pack.forms.fields }
            <ul>
                for field in shown(fields) {
                    <li>{ texts().common.with_aside(&field.label, answer(field)) }</li>
                }
            </ul>
        </li>
    }
}

fn answer(field: &Field) -> &'static str {
    if field.locked || field.computed.is_some() {
        return texts().pack.forms.by_system;
    }
    field_in_words(Need::of_field(field))
}

fn field_in_words(need: Need) -> &'static str {
    let words = &texts().pack.forms;
    match need {
        Need::Optional => words.optional,
        Need::Sometimes => words.sometimes,
        Need::Required => words.required,
    }
}

fn rows(group: &Group) -> String {
    let words = &texts().pack.forms;
    let parts = match group.fixed_rows {
        Some(_) => vec![words.fixed_rows.to_owned()],
        None => {
            let min = (group.min > 0 && group.min_when.is_none()).then(|| (words.at_least)(group.min));
            let max = group.max.map(words.at_most);
            [Some(words.rows.to_owned()), min, max].into_iter().flatten().collect()
        }
    };
    parts.join(texts().common.comma)
}

fn scans(slots: &[Slot]) -> Html {
    if slots.is_empty() {
        return Html::default();
    }
    html! {
        <li>
            { texts().pack.forms.scans }
            <ul>
                for slot in slots {
                    <li>{ texts().common.with_aside(&slot.label, &scan(slot)) }</li>
                }
            </ul>
        </li>
    }
}

fn scan(slot: &Slot) -> String {
    let words = &texts().pack.forms;
    let need = match (&slot.one_of, Need::of_scan(slot)) {
        (Some(_), _) => words.one_of,
        (None, Need::Optional) => words.optional_scan,
        (None, Need::Sometimes) => words.sometimes_scan,
        (None, Need::Required) => words.required_scan,
    };
    let many = (slot.max > 1).then(|| (words.up_to_scans)(slot.max));
    [Some(need.to_owned()), many].into_iter().flatten().collect::<Vec<_>>().join(texts().common.comma)
}
