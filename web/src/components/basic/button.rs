//! A button, and the classes of links that look like one.

use yew::prelude::*;

use crate::texts::texts;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The one thing to do next.
    Primary,
    #[default]
    Secondary,
    Quiet,
    Danger,
}

impl ButtonKind {
    /// Links that look like buttons bear the same classes.
    pub fn classes(self) -> &'static str {
        match self {
            Self::Primary => "button button-primary",
            Self::Secondary => "button",
            Self::Quiet => "button button-quiet",
            Self::Danger => "button button-danger",
        }
    }
}

#[derive(Properties, PartialEq)]
pub struct ButtonProps {
    #[prop_or_default]
    pub id: Option<AttrValue>,
    #[prop_or_default]
    pub kind: ButtonKind,
    /// Sends the form it stands in.
    #[prop_or_default]
    pub submit: bool,
    /// The work that it started is not done: it keeps the focus and takes no press.
    #[prop_or_default]
    pub busy: bool,
    #[prop_or_default]
    pub disabled: bool,
    #[prop_or_default]
    pub describedby: Option<AttrValue>,
    #[prop_or_default]
    pub onclick: Callback<()>,
    pub children: Html,
}

#[component]
pub fn Button(props: &ButtonProps) -> Html {
    let (busy, pressed) = (props.busy, props.onclick.clone());
    let onclick = Callback::from(move |event: MouseEvent| {
        if busy {
            event.prevent_default();
        } else {
            pressed.emit(());
        }
    });
    html! {
        <button
            id={props.id.clone()}
            type={if props.submit { "submit" } else { "button" }}
            class={props.kind.classes()}
            disabled={props.disabled}
            aria-disabled={busy.then_some("true")}
            aria-describedby={props.describedby.clone()}
            {onclick}
        >
            if busy {
                <span class="spinner" aria-hidden="true"></span>
                <span class="visually-hidden">{ texts().common.working }</span>
            }
            { props.children.clone() }
        </button>
    }
}
