//! The button that fetches the 公示表 which hangs out.

use api::routes::Route;
use yew::prelude::*;

use crate::components::basic::{Button, ButtonKind};
use crate::hooks::{PdfHandle, use_pdf};
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct SheetButtonProps {
    pub application: AttrValue,
    pub table_version: u32,
}

/// 下载公示表: whichever hangs out when it is pressed.
#[component]
pub fn SheetButton(props: &SheetButtonProps) -> Html {
    let PdfHandle { busy, failure, fetch } =
        use_pdf(Route::ReadPublicityTable, vec![props.application.to_string()]);
    html! {
        <>
            <div class="actions">
                <span>{ (texts().publicity.sheet)(props.table_version) }</span>
                <Button kind={ButtonKind::Secondary} {busy} onclick={fetch}>{ texts().publicity.download }</Button>
            </div>
            if let Some(failure) = failure {
                <p class="error" role="alert">{ failure.message() }</p>
            }
        </>
    }
}
