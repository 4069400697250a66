//! One field of the pack as a control. A new kind does not compile before it has one.

use chrono::NaiveDate;
use domain::form::{Spot, half_width};
use domain::named::basic_info;
use domain::pack::{Choice, Field, FieldKind};
use std::rc::Rc;
use yew::prelude::*;

use crate::components::field::{
    ChoiceLink, DateOrMonth, FieldProblems, InputProps, Line, LineInput, LongText, MonthOrNow, Months,
    Radios, SearchSelect, Select, TickInput,
};
use crate::state::choice::FIRST_SECTION;
use crate::state::draft::Edit;
use crate::texts::{Worded, texts};

/// So many options still read well as radio buttons.
const MAX_RADIOS: usize = 4;

#[derive(Clone, PartialEq, Properties)]
pub struct FieldControlProps {
    pub field: Field,
    /// Its anchor is the id of the control, where links of problems lead.
    pub spot: Spot,
    pub value: AttrValue,
    /// For what cannot be changed.
    pub in_words: AttrValue,
    pub options: Rc<[Choice]>,
    pub today: NaiveDate,
    #[prop_or_default]
    pub required: bool,
    #[prop_or_default]
    pub locked: bool,
    #[prop_or_default]
    pub problems: Vec<Worded>,
    #[prop_or_default]
    pub edit: Callback<Edit>,
    /// Told when the focus leaves.
    #[prop_or_default]
    pub touch: Callback<String>,
}

#[component]
pub fn FieldControl(props: &FieldControlProps) -> Html {
    let FieldControlProps { field, spot, problems, .. } = props;
    let anchor = AttrValue::from(spot.anchor());
    let wrong = problems.iter().any(Worded::is_error);
    let classes = classes!("field", wrong.then_some("field-wrong"), props.locked.then_some("field-locked"));
    let on_blur = {
        let anchor = anchor.as_str().to_owned();
        props.touch.reform(move |_: FocusEvent| anchor.clone())
    };
    // A choice is made before the focus leaves.
    let on_choice = {
        let anchor = anchor.as_str().to_owned();
        props.touch.reform(move |_: Event| anchor.clone())
    };
    let help = html! { <FieldHelp anchor={anchor.clone()} help={help_of(props)} /> };
    let below = html! { <FieldProblems anchor={anchor.clone()} problems={problems.clone()} /> };
    if props.locked {
        return locked(props, anchor, classes, below);
    }
    if is_set_of_controls(props) {
        return html! {
            <fieldset id={anchor.clone()} class={classes} tabindex="-1" onfocusout={on_blur} onchange={on_choice}
                aria-describedby={described_by(props, &anchor)}>
                <legend>{ label(props) }</legend>
                { help }
                { control(props, anchor) }
                { below }
            </fieldset>
        };
    }
    let labelled = field.kind != FieldKind::Tick;
    html! {
        <div class={classes} onfocusout={on_blur} onchange={on_choice}>
            if labelled {
                <label for={anchor.clone()}>{ label(props) }</label>
                { help.clone() }
            }
            { control(props, anchor) }
            if !labelled {
                { help }
            }
            { below }
        </div>
    }
}

fn label(props: &FieldControlProps) -> Html {
    html! {
        <>
            { &props.field.label }
            if props.required {
                <span class="required">{ texts().form.field.required }</span>
            }
        </>
    }
}

/// Radio buttons and boxes need a group with a legend instead of one label.
fn is_set_of_controls(props: &FieldControlProps) -> bool {
    match props.field.kind {
        FieldKind::YesNo | FieldKind::Months => true,
        FieldKind::Choice => props.options.len() <= MAX_RADIOS,
        FieldKind::Text
        | FieldKind::LongText
        | FieldKind::Integer
        | FieldKind::Tick
        | FieldKind::Search
        | FieldKind::YearMonth
        | FieldKind::YearMonthOrNow
        | FieldKind::Date
        | FieldKind::DateOrMonth
        | FieldKind::Time
        | FieldKind::Mobile
        | FieldKind::Landline
        | FieldKind::Email
        | FieldKind::UscCode
        | FieldKind::CnNumber
        | FieldKind::Issn
        | FieldKind::Isbn => false,
    }
}

fn control(props: &FieldControlProps, anchor: AttrValue) -> Html {
    let FieldControlProps { field, spot, .. } = props;
    let (spot, kind) = (spot.clone(), field.kind);
    let input = InputProps {
        described_by: described_by(props, &anchor),
        anchor,
        value: props.value.clone(),
        placeholder: field.placeholder.clone().into(),
        required: props.required,
        invalid: props.problems.iter().any(Worded::is_error),
        on_change: props
            .edit
            .reform(move |value| Edit::SetValue { at: spot.clone(), value: half_width(kind, value) }),
    };
    let line = |line: Line| html! { <LineInput {line} input={input.clone()} /> };
    let options = props.options.clone();
    match field.kind {
        FieldKind::Text => line(Line::Text),
        FieldKind::Integer => line(Line::Digits),
        FieldKind::Mobile | FieldKind::Landline => line(Line::Telephone),
        FieldKind::Email => line(Line::Email),
        FieldKind::UscCode | FieldKind::CnNumber | FieldKind::Issn | FieldKind::Isbn => line(Line::Code),
        FieldKind::YearMonth => line(Line::Month),
        FieldKind::Date => line(Line::Date),
        FieldKind::DateOrMonth => html! { <DateOrMonth {input} /> },
        FieldKind::Time => line(Line::Time),
        FieldKind::LongText => {
            html! { <LongText {input} min_chars={field.min_chars} max_chars={field.max_chars} /> }
        }
        FieldKind::YesNo if !options.is_empty() => html! { <Radios {input} {options} /> },
        FieldKind::YesNo => html! { <Radios {input} options={yes_no()} /> },
        FieldKind::Tick => html! { <TickInput {input} label={label(props)} /> },
        FieldKind::Choice if options.len() <= MAX_RADIOS => html! { <Radios {input} {options} /> },
        FieldKind::Choice => html! { <Select {input} {options} /> },
        FieldKind::Search => html! { <SearchSelect {input} {options} label={field.label.clone()} /> },
        FieldKind::YearMonthOrNow => html! { <MonthOrNow {input} /> },
        FieldKind::Months => html! { <Months {input} today={props.today} /> },
    }
}

fn yes_no() -> Rc<[Choice]> {
    let choice =
        |value: &str, label: &str| Choice { value: value.into(), label: label.into(), help: String::new() };
    Rc::new([choice("true", texts().form.field.yes), choice("false", texts().form.field.no)])
}

/// The field's own help; then, of a list, what follows from the option that is chosen. Radio buttons bear theirs.
fn help_of(props: &FieldControlProps) -> Vec<AttrValue> {
    let chosen = props.options.iter().find(|option| option.value == *props.value);
    let chosen = chosen.filter(|_| !is_set_of_controls(props) && !props.locked);
    let texts = [props.field.help.as_str(), chosen.map_or("", |option| option.help.as_str())];
    texts.into_iter().filter(|text| !text.is_empty()).map(|text| text.to_owned().into()).collect()
}

fn described_by(props: &FieldControlProps, anchor: &str) -> Option<AttrValue> {
    let help = !help_of(props).is_empty();
    let problems = !props.problems.is_empty();
    let counted = props.field.kind == FieldKind::LongText;
    let parts = [(help, "help"), (counted, "count"), (problems, "problems")];
    let ids: Vec<String> =
        parts.iter().filter(|(there, _)| *there).map(|(_, part)| format!("{anchor}-{part}")).collect();
    (!ids.is_empty()).then(|| ids.join(" ").into())
}

fn locked(props: &FieldControlProps, anchor: AttrValue, classes: Classes, below: Html) -> Html {
    let hint = match props.field.computed {
        Some(_) => texts().form.field.computed,
        None => texts().form.field.filled_by_system,
    };
    let text = match props.in_words.is_empty() {
        true => texts().form.field.nothing.into(),
        false => props.in_words.clone(),
    };
    html! {
        <div id={anchor.clone()} class={classes} tabindex="-1">
            <p class="field-label">{ &props.field.label }<span class="field-hint">{ hint }</span></p>
            <FieldHelp {anchor} help={help_of(props)} />
            <p class="field-value">{ linked(text) }</p>
            if is_last_of_choice(&props.spot) {
                <ChoiceLink />
            }
            { below }
        </div>
    }
}

/// Title, industry, committee and specialty stand one below the other and are changed together.
fn is_last_of_choice(spot: &Spot) -> bool {
    *spot == Spot::field(FIRST_SECTION, basic_info::SPECIALTY)
}

/// An address that the system gives leads there (R30).
fn linked(text: AttrValue) -> Html {
    if text.starts_with("http://") || text.starts_with("https://") {
        return html! { <a href={text.clone()} target="_blank" rel="noopener noreferrer">{ text }</a> };
    }
    html! { text }
}

#[derive(PartialEq, Properties)]
struct FieldHelpProps {
    anchor: AttrValue,
    help: Vec<AttrValue>,
}

#[component]
fn FieldHelp(props: &FieldHelpProps) -> Html {
    if props.help.is_empty() {
        return Html::default();
    }
    html! {
        <div class="help" id={format!("{}-help", props.anchor)}>
            for text in &props.help {
                <p>{ text }</p>
            }
        </div>
    }
}
