//! Controls that offer options: radio buttons, a list, a list that is found by typing.

use domain::pack::Choice;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::components::field::{InputProps, typed};
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct ChoiceProps {
    pub input: InputProps,
    pub options: Rc<[Choice]>,
}

#[component]
pub fn Radios(props: &ChoiceProps) -> Html {
    let ChoiceProps { input, options } = props;
    html! {
        <div class="choices">
            for option in options.iter() {
                { radio(input, option) }
            }
        </div>
    }
}

fn radio(input: &InputProps, option: &Choice) -> Html {
    let id = format!("{}-{}", input.anchor, option.value);
    let value = option.value.clone();
    html! {
        <label class="choice" for={id.clone()}>
            <input
                id={id.clone()}
                name={&input.anchor}
                type="radio"
                value={option.value.clone()}
                checked={input.value == option.value.as_str()}
                onchange={input.on_change.reform(move |_: Event| value.clone())}
            />
            <span>
                { &option.label }
                if !option.help.is_empty() {
                    <small>{ &option.help }</small>
                }
            </span>
        </label>
    }
}

#[component]
pub fn Select(props: &ChoiceProps) -> Html {
    let ChoiceProps { input, options } = props;
    html! {
        <select
            id={&input.anchor}
            name={&input.anchor}
            class="input select"
            aria-required={input.required.then_some("true")}
            aria-invalid={input.invalid.then_some("true")}
            aria-describedby={&input.described_by}
            onchange={input.on_change.reform(chosen)}
        >
            <option value="" selected={input.value.is_empty()}>{ texts().form.field.choose }</option>
            for option in options.iter() {
                <option
                    key={option.value.clone()}
                    value={option.value.clone()}
                    selected={input.value == option.value.as_str()}
                >
                    { &option.label }
                </option>
            }
        </select>
    }
}

/// The value of the `<select>` after this event.
pub fn chosen(event: Event) -> String {
    let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
    select.map(|select| select.value()).unwrap_or_default()
}

#[derive(PartialEq, Properties)]
pub struct SearchSelectProps {
    pub input: InputProps,
    pub options: Rc<[Choice]>,
    pub label: AttrValue,
}

/// The list holds what matches the filter, and always what is chosen.
#[component]
pub fn SearchSelect(props: &SearchSelectProps) -> Html {
    let SearchSelectProps { input, options, label } = props;
    let filter = use_state(String::new);
    let set_filter = {
        let filter = filter.clone();
        Callback::from(move |event: InputEvent| filter.set(typed(event)))
    };
    let wanted = filter.trim().to_lowercase();
    let fits = |option: &Choice| option.label.to_lowercase().contains(&wanted);
    let shown: Rc<[Choice]> = options
        .iter()
        .filter(|option| fits(option) || input.value == option.value.as_str())
        .cloned()
        .collect();
    let none = !wanted.is_empty() && !options.iter().any(fits);
    let filter_id = format!("{}-filter", input.anchor);
    html! {
        <div class="search-select">
            <input
                id={filter_id}
                class="input"
                type="search"
                value={(*filter).clone()}
                placeholder={texts().form.field.filter}
                aria-label={texts().common.labelled(label, texts().form.field.filter)}
                autocomplete="off"
                oninput={set_filter}
            />
            <Select input={input.clone()} options={shown} />
            <p class="help" role="status">
                if none {
                    { texts().form.field.no_match }
                }
            </p>
        </div>
    }
}
