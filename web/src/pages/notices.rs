//! 通知公告, readable without signing in.

use yew::prelude::*;

use crate::pages::manual::{PublicKind, PublicTexts};

#[component]
pub fn NoticesPage() -> Html {
    html! { <PublicTexts kind={PublicKind::Notices} /> }
}
