use domain::form::Spot;
use domain::policy::{Field, Section};
use yew::prelude::*;

use crate::components::button::Button;
use crate::components::form_context::FormContext;
use crate::components::notice::{Notice, NoticeKind};
use crate::state::cells::value_at;
use crate::state::draft::{Draft, Edit};
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct ConflictPanelProps {
    pub draft: Draft,
    pub context: FormContext,
}

/// Each field that was changed on both sides, with both texts, to choose from.
#[component]
pub fn ConflictPanel(props: &ConflictPanelProps) -> Html {
    let ConflictPanelProps { draft, context } = props;
    let differences = draft.differences();
    let section = context.loaded.policy.section(&context.section);
    let (Some(section), false) = (section, differences.is_empty()) else { return Html::default() };
    let texts = &texts().form.saving;
    html! {
        <div id="conflict" class="conflict" tabindex="-1">
        <Notice kind={NoticeKind::Warning}>
            <h2>{ texts.conflict_heading }</h2>
            <p>{ texts.conflict_text }</p>
            <ul class="conflicts">
                for spot in differences {
                    <li key={spot.anchor()}>{ difference(props, section, spot) }</li>
                }
            </ul>
            if differences.len() > 1 {
                <p class="conflict-choices">
                    { button(context, Edit::KeepAllMine, texts.keep_all_mine, "") }
                    { button(context, Edit::TakeAllTheirs, texts.take_all_theirs, "") }
                </p>
            }
        </Notice>
        </div>
    }
}

fn difference(props: &ConflictPanelProps, section: &Section, spot: &Spot) -> Html {
    let ConflictPanelProps { draft, context } = props;
    let field = spot.field.as_deref().and_then(|id| field_at(section, spot, id));
    let label = field.map_or("", |field| field.label.as_str());
    let words = |value: &str| field.map_or_else(|| value.to_owned(), |field| in_words(context, field, value));
    let texts = &texts().form.saving;
    html! {
        <>
            <p class="conflict-label">{ label.to_owned() }</p>
            <dl>
                <dt>{ texts.mine }</dt>
                <dd>{ words(value_at(&draft.data, spot)) }</dd>
                <dt>{ texts.theirs }</dt>
                <dd>{ words(value_at(&draft.saved, spot)) }</dd>
            </dl>
            <p class="conflict-choices">
                { button(context, Edit::KeepMine(spot.clone()), texts.keep_mine, label) }
                { button(context, Edit::TakeTheirs(spot.clone()), texts.take_theirs, label) }
            </p>
        </>
    }
}

fn field_at<'a>(section: &'a Section, spot: &Spot, id: &str) -> Option<&'a Field> {
    let fields = match spot.group.as_deref() {
        Some(group) => &section.group(group)?.fields,
        None => &section.fields,
    };
    fields.iter().find(|field| field.id == id)
}

fn in_words(context: &FormContext, field: &Field, value: &str) -> String {
    let options = context.loaded.with_case(|case| case.options(field));
    match options.into_iter().find(|option| option.value == value) {
        Some(option) => option.label,
        None if value.is_empty() => texts().form.field.empty.to_owned(),
        None if field.kind.is_boolean() && value == "true" => texts().form.field.yes.to_owned(),
        None if field.kind.is_boolean() => texts().form.field.no.to_owned(),
        None => value.to_owned(),
    }
}

fn button(context: &FormContext, edit: Edit, text: &'static str, label: &str) -> Html {
    let onclick = context.edit.reform(move |()| edit.clone());
    html! {
        <Button {onclick}>
            { text }
            if !label.is_empty() {
                <span class="visually-hidden">{ format!("：{label}") }</span>
            }
        </Button>
    }
}
