//! A box that is ticked or not.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::components::field::InputProps;

#[derive(PartialEq, Properties)]
pub struct TickInputProps {
    pub input: InputProps,
    pub label: Html,
}

/// One box: `true` when ticked, else empty.
#[component]
pub fn TickInput(props: &TickInputProps) -> Html {
    let input = &props.input;
    html! {
        <label class="choice" for={&input.anchor}>
            <input
                id={&input.anchor}
                name={&input.anchor}
                type="checkbox"
                checked={input.value == "true"}
                aria-invalid={input.invalid.then_some("true")}
                aria-describedby={&input.described_by}
                onchange={input.on_change.reform(|event| if is_ticked(&event) { "true".into() } else { String::new() })}
            />
            <span>{ props.label.clone() }</span>
        </label>
    }
}

/// `true` if the box of the event is ticked.
pub fn is_ticked(event: &Event) -> bool {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    input.is_some_and(|input| input.checked())
}
