//! A date whose paper may name the month only.

use yew::prelude::*;

use crate::components::field::{InputProps, Line, LineInput, is_ticked};
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct DateOrMonthProps {
    pub input: InputProps,
}

/// A day is cut to its month when the box is ticked; a month needs its day once it is not.
#[component]
pub fn DateOrMonth(props: &DateOrMonthProps) -> Html {
    let input = &props.input;
    let ticked = use_state(|| false);
    let month_only = input.value.len() == 7 || (*ticked && input.value.is_empty());
    let id = format!("{}-month", input.anchor);
    let onchange = {
        let (ticked, on_change, value) = (ticked.clone(), input.on_change.clone(), input.value.clone());
        Callback::from(move |event: Event| {
            let month_only = is_ticked(&event);
            ticked.set(month_only);
            on_change.emit(match month_only {
                true => value.get(..7).unwrap_or_default().to_owned(),
                false => String::new(),
            });
        })
    };
    let line = if month_only { Line::Month } else { Line::Date };
    html! {
        <div class="field-row">
            <LineInput {line} input={input.clone()} />
            <label class="choice" for={id.clone()}>
                <input id={id.clone()} type="checkbox" checked={month_only} {onchange} />
                <span>{ texts().form.field.month_only }</span>
            </label>
        </div>
    }
}
