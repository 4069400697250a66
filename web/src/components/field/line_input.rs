//! Controls of text: one line of some kind, and several lines with a count of characters.

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::components::field::InputProps;
use crate::texts::texts;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    Text,
    Digits,
    Telephone,
    Email,
    /// Letters and digits that no keyboard should correct.
    Code,
    Month,
    Date,
    Time,
}

impl Line {
    fn type_attribute(self) -> &'static str {
        match self {
            Self::Text | Self::Digits | Self::Code => "text",
            Self::Telephone => "tel",
            Self::Email => "email",
            Self::Month => "month",
            Self::Date => "date",
            Self::Time => "time",
        }
    }

    fn inputmode(self) -> Option<&'static str> {
        match self {
            Self::Digits => Some("numeric"),
            Self::Telephone => Some("tel"),
            Self::Email => Some("email"),
            Self::Text | Self::Code | Self::Month | Self::Date | Self::Time => None,
        }
    }

    /// Short values have short boxes: the width says how much is expected.
    fn classes(self) -> &'static str {
        match self {
            Self::Text | Self::Email => "input",
            Self::Digits | Self::Telephone | Self::Code | Self::Month | Self::Date | Self::Time => {
                "input input-short"
            }
        }
    }

    /// Browsers without a month picker show a plain box.
    fn placeholder(self, given: &AttrValue) -> AttrValue {
        match self {
            Self::Month if given.is_empty() => "2015-06".into(),
            Self::Text
            | Self::Digits
            | Self::Telephone
            | Self::Email
            | Self::Code
            | Self::Month
            | Self::Date
            | Self::Time => given.clone(),
        }
    }
}

#[derive(PartialEq, Properties)]
pub struct LineInputProps {
    pub line: Line,
    pub input: InputProps,
    #[prop_or_default]
    pub disabled: bool,
}

#[component]
pub fn LineInput(props: &LineInputProps) -> Html {
    let LineInputProps { line, input, disabled } = props;
    html! {
        <input
            id={&input.anchor}
            name={&input.anchor}
            class={line.classes()}
            type={line.type_attribute()}
            inputmode={line.inputmode()}
            value={&input.value}
            placeholder={line.placeholder(&input.placeholder)}
            autocomplete="off"
            spellcheck={(*line == Line::Code).then_some("false")}
            disabled={*disabled}
            aria-required={input.required.then_some("true")}
            aria-invalid={input.invalid.then_some("true")}
            aria-describedby={&input.described_by}
            oninput={input.on_change.reform(typed)}
        />
    }
}

/// Returns the text of the `<input>` after this event.
pub fn typed(event: InputEvent) -> String {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    input.map(|input| input.value()).unwrap_or_default()
}

#[derive(PartialEq, Properties)]
pub struct LongTextProps {
    pub input: InputProps,
    #[prop_or_default]
    pub min_chars: Option<usize>,
    #[prop_or_default]
    pub max_chars: Option<usize>,
}

#[component]
pub fn LongText(props: &LongTextProps) -> Html {
    let input = &props.input;
    html! {
        <>
            <textarea
                id={&input.anchor}
                name={&input.anchor}
                class="input textarea"
                rows={rows(props.max_chars)}
                value={&input.value}
                placeholder={&input.placeholder}
                aria-required={input.required.then_some("true")}
                aria-invalid={input.invalid.then_some("true")}
                aria-describedby={&input.described_by}
                oninput={input.on_change.reform(written)}
            />
            <p class="help count" id={format!("{}-count", input.anchor)}>{ count(props) }</p>
        </>
    }
}

/// Returns the text of the `<textarea>` after this event.
pub fn written(event: InputEvent) -> String {
    let area = event.target().and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok());
    area.map(|area| area.value()).unwrap_or_default()
}

fn rows(max_chars: Option<usize>) -> &'static str {
    match max_chars {
        Some(max) if max <= 100 => "2",
        Some(max) if max <= 400 => "5",
        Some(_) | None => "10",
    }
}

fn count(props: &LongTextProps) -> String {
    let field = &texts().form.field;
    let n_chars = props.input.value.trim().chars().count();
    let mut parts = vec![(field.chars_written)(n_chars)];
    parts.extend(props.min_chars.map(field.chars_min));
    parts.extend(props.max_chars.map(field.chars_max));
    parts.join(texts().common.comma)
}
