//! The box for the opinion of an office.

use domain::workflow::says_enough;
use yew::prelude::*;

use crate::components::field::written;
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct OpinionBoxProps {
    pub value: AttrValue,
    /// The fewest characters; 0: nothing need be written.
    pub min_chars: usize,
    /// Marks what is missing: somebody has tried without it.
    #[prop_or_default]
    pub checked: bool,
    pub oninput: Callback<String>,
}

/// Where an opinion is written.
pub const OPINION: &str = "opinion";

/// The opinion of the office, given with its decision.
#[component]
pub fn OpinionBox(props: &OpinionBoxProps) -> Html {
    let oninput = props.oninput.reform(written);
    let words = &texts().officer;
    let required = props.min_chars > 0;
    let wrong = props.checked && !says_enough(&props.value, props.min_chars);
    let error = format!("{OPINION}-error");
    let help = format!("{OPINION}-help");
    let described_by = if wrong { format!("{help} {error}") } else { help.clone() };
    html! {
        <div class={classes!("field", wrong.then_some("field-wrong"))}>
            <label for={OPINION}>
                { words.opinion }
                if required {
                    <span class="required">{ texts().form.field.required }</span>
                } else {
                    <span class="field-hint">{ words.optional }</span>
                }
            </label>
            <p id={help} class="help">{ words.opinion_help }</p>
            <textarea id={OPINION} class="textarea" rows="3" aria-describedby={described_by}
                aria-required={required.then_some("true")} aria-invalid={wrong.then_some("true")}
                value={props.value.clone()} {oninput} />
            if wrong {
                <p class="error" id={error}>{ (words.opinion_missing)(props.min_chars) }</p>
            }
        </div>
    }
}
