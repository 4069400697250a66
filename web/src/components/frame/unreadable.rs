//! The notice on a page that could not be read.

use yew::prelude::*;

use crate::api::ApiError;
use crate::components::basic::{Button, Notice, NoticeKind};
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct UnreadableProps {
    pub error: ApiError,
    pub reload: Callback<()>,
}

/// Says why a page could not be read, and offers another try.
#[component]
pub fn Unreadable(props: &UnreadableProps) -> Html {
    html! {
        <Notice kind={NoticeKind::Error}>
            <p>{ props.error.message() }</p>
            <Button onclick={props.reload.clone()}>{ texts().common.retry }</Button>
        </Notice>
    }
}
