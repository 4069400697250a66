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
    /// Long lists scroll in their own frame.
    #[prop_or_default]
    pub scrolls: bool,
}

/// One of several, each a large target with its own explanation.
#[component]
pub fn RadioList(props: &RadioListProps) -> Html {
    let help_id = format!("{}-help", props.id);
    let class = if props.scrolls { "choices choices-scroll" } else { "choices" };
    html! {
        <fieldset class="field" id={&props.id} aria-describedby={props.help.as_ref().map(|_| help_id.clone())}>
            <legend>{ &props.legend }</legend>
            if let Some(help) = &props.help {
                <p class="help" id={help_id.clone()}>{ help }</p>
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
