//! Options of which one is chosen.

use yew::prelude::*;

#[derive(Clone, Debug, PartialEq)]
pub struct RadioOption {
    pub value: String,
    pub label: String,
    pub help: String,
}

#[derive(Properties, PartialEq)]
pub struct RadioListProps {
    pub id: AttrValue,
    pub legend: AttrValue,
    pub options: Vec<RadioOption>,
    pub chosen: AttrValue,
    pub onchange: Callback<String>,
    #[prop_or_default]
    pub help: Option<AttrValue>,
    /// Stands above the options: the list may be longer than the screen.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// Long lists scroll in their own frame.
    #[prop_or_default]
    pub scrolls: bool,
}

/// One of several, each a large target with its own explanation.
#[component]
pub fn RadioList(props: &RadioListProps) -> Html {
    let parts = [("help", &props.help), ("error", &props.error)];
    let described: Vec<String> = parts
        .iter()
        .filter(|(_, text)| text.is_some())
        .map(|(part, _)| format!("{}-{part}", props.id))
        .collect();
    let class = if props.scrolls { "choices choices-scroll" } else { "choices" };
    html! {
        <fieldset
            id={&props.id}
            class={classes!("field", props.error.is_some().then_some("field-wrong"))}
            role="radiogroup"
            tabindex="-1"
            aria-invalid={props.error.as_ref().map(|_| "true")}
            aria-describedby={(!described.is_empty()).then(|| described.join(" "))}
        >
            <legend>{ &props.legend }</legend>
            if let Some(help) = &props.help {
                <p class="help" id={format!("{}-help", props.id)}>{ help }</p>
            }
            if let Some(error) = &props.error {
                <p class="error" id={format!("{}-error", props.id)}>{ error }</p>
            }
            <div {class}>
                for option in &props.options {
                    { radio(props, option) }
                }
            </div>
        </fieldset>
    }
}

fn radio(props: &RadioListProps, option: &RadioOption) -> Html {
    let value = option.value.clone();
    let onchange = props.onchange.reform(move |_: Event| value.clone());
    html! {
        <label class="choice" key={option.value.clone()}>
            <input
                type="radio"
                name={&props.id}
                value={option.value.clone()}
                checked={props.chosen == option.value}
                {onchange}
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
