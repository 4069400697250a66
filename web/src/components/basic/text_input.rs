//! A box with its label, help and error.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::press::after_press;
use crate::texts::texts;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InputKind {
    #[default]
    Text,
    /// Digits: phones show the number pad.
    Digits,
    Telephone,
    Password,
    Search,
}

impl InputKind {
    fn type_attribute(self) -> &'static str {
        match self {
            Self::Text | Self::Digits => "text",
            Self::Telephone => "tel",
            Self::Password => "password",
            Self::Search => "search",
        }
    }

    fn inputmode(self) -> Option<&'static str> {
        match self {
            Self::Digits => Some("numeric"),
            Self::Telephone => Some("tel"),
            Self::Search => Some("search"),
            Self::Text | Self::Password => None,
        }
    }
}

#[derive(Properties, PartialEq)]
pub struct TextInputProps {
    pub id: AttrValue,
    pub label: AttrValue,
    pub value: AttrValue,
    pub oninput: Callback<String>,
    /// The focus went elsewhere. Told after the press that took it: a complaint that appears above a button moves
    /// it from under the finger.
    #[prop_or_default]
    pub onleft: Callback<()>,
    #[prop_or_default]
    pub kind: InputKind,
    #[prop_or_default]
    pub help: Option<AttrValue>,
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// As HTML names it: `one-time-code`.
    #[prop_or_default]
    pub autocomplete: Option<AttrValue>,
    #[prop_or_default]
    pub max_length: Option<u32>,
    #[prop_or_default]
    pub required: bool,
    /// Elements beside the box, such as a button.
    #[prop_or_default]
    pub children: Html,
}

/// A labelled box whose help and error belong to it for a screen reader too.
#[component]
pub fn TextInput(props: &TextInputProps) -> Html {
    let oninput = {
        let changed = props.oninput.clone();
        Callback::from(move |event: InputEvent| changed.emit(value_of(&event)))
    };
    let onblur = {
        let left = props.onleft.clone();
        Callback::from(move |_: FocusEvent| {
            let left = left.clone();
            after_press(move || left.emit(()));
        })
    };
    let (help_id, error_id) = (format!("{}-help", props.id), format!("{}-error", props.id));
    let described: Vec<&str> =
        [props.help.as_ref().map(|_| help_id.as_str()), props.error.as_ref().map(|_| error_id.as_str())]
            .into_iter()
            .flatten()
            .collect();
    html! {
        <div class={classes!("field", props.error.is_some().then_some("field-wrong"))}>
            <label for={&props.id}>
                { &props.label }
                if props.required {
                    <span class="required">{ texts().common.required }</span>
                }
            </label>
            if let Some(help) = &props.help {
                <p class="help" id={help_id.clone()}>{ help }</p>
            }
            <div class="field-row">
                <input
                    id={&props.id}
                    name={&props.id}
                    class="input"
                    type={props.kind.type_attribute()}
                    inputmode={props.kind.inputmode()}
                    value={&props.value}
                    autocomplete={props.autocomplete.clone()}
                    maxlength={props.max_length.map(|n| n.to_string())}
                    required={props.required}
                    aria-invalid={props.error.as_ref().map(|_| "true")}
                    aria-describedby={(!described.is_empty()).then(|| described.join(" "))}
                    {oninput}
                    {onblur}
                />
                { props.children.clone() }
            </div>
            if let Some(error) = &props.error {
                <p class="error" id={error_id.clone()}>{ error }</p>
            }
        </div>
    }
}

fn value_of(event: &InputEvent) -> String {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    input.map(|input| input.value()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::render;

    async fn mobile(error: Option<&'static str>) -> String {
        render(html! {
            <TextInput
                id="mobile"
                label="手机号码"
                value="138"
                help="本人使用的号码"
                error={error.map(AttrValue::from)}
                kind={InputKind::Telephone}
                oninput={Callback::noop()}
            />
        })
        .await
    }

    #[tokio::test]
    async fn the_label_and_the_help_belong_to_the_box() {
        let html = mobile(None).await;
        assert!(html.contains("<label for=\"mobile\">"), "{html}");
        assert!(html.contains("id=\"mobile-help\"") && html.contains("aria-describedby=\"mobile-help\""));
        assert!(html.contains("inputmode=\"tel\"") && !html.contains("aria-invalid"));
    }

    #[tokio::test]
    async fn an_error_is_announced_with_the_box() {
        let html = mobile(Some("请填写11位手机号码")).await;
        assert!(html.contains("aria-describedby=\"mobile-help mobile-error\""), "{html}");
        assert!(html.contains("aria-invalid=\"true\"") && html.contains("id=\"mobile-error\""));
    }
}
