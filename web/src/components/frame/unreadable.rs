//! The notice on a page that could not be read.

use yew::prelude::*;
use yew_router::prelude::*;

use crate::api::ApiError;
use crate::components::basic::{Button, Notice, NoticeKind};
use crate::route::Route;
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct UnreadableProps {
    pub error: ApiError,
    pub reload: Callback<()>,
}

/// Says why a page could not be read. Another try helps against a failure of the server or of the network only;
/// what is refused leads home.
#[component]
pub fn Unreadable(props: &UnreadableProps) -> Html {
    html! {
        <Notice kind={NoticeKind::Error}>
            <p>{ props.error.message() }</p>
            if props.error.may_pass() {
                <Button onclick={props.reload.clone()}>{ texts().common.retry }</Button>
            } else {
                <Link<Route> to={Route::Home}>{ texts().officer.back_home }</Link<Route>>
            }
        </Notice>
    }
}
