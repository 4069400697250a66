//! A sentence that stands out.

use yew::prelude::*;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NoticeKind {
    #[default]
    Info,
    Success,
    Warning,
    Error,
}

impl NoticeKind {
    fn classes(self) -> &'static str {
        match self {
            Self::Info => "notice notice-info",
            Self::Success => "notice notice-success",
            Self::Warning => "notice notice-warning",
            Self::Error => "notice notice-error",
        }
    }

    /// An error interrupts what a screen reader is saying; the others wait.
    fn role(self) -> &'static str {
        match self {
            Self::Info | Self::Success | Self::Warning => "status",
            Self::Error => "alert",
        }
    }
}

#[derive(Properties, PartialEq)]
pub struct NoticeProps {
    #[prop_or_default]
    pub kind: NoticeKind,
    #[prop_or_default]
    pub id: Option<AttrValue>,
    pub children: Html,
}

#[component]
pub fn Notice(props: &NoticeProps) -> Html {
    html! {
        <div id={props.id.clone()} class={props.kind.classes()} role={props.kind.role()}>
            { props.children.clone() }
        </div>
    }
}
