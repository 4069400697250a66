use yew::prelude::*;

use crate::components::line_input::written;
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct OpinionBoxProps {
    pub value: AttrValue,
    pub oninput: Callback<String>,
}

/// What the office says with its decision.
#[component]
pub fn OpinionBox(props: &OpinionBoxProps) -> Html {
    let oninput = props.oninput.reform(written);
    html! {
        <div class="field">
            <label for="opinion">{ texts().officer.opinion }</label>
            <p id="opinion-help" class="help">{ texts().officer.opinion_help }</p>
            <textarea id="opinion" class="textarea" rows="3" aria-describedby="opinion-help"
                value={props.value.clone()} {oninput} />
        </div>
    }
}
