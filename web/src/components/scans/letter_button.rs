//! The button that prints a letter to be signed by hand.

use api::routes::Route;
use domain::form::Spot;
use yew::prelude::*;

use crate::components::basic::{Button, ButtonKind};
use crate::hooks::{PdfHandle, use_pdf};
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct LetterButtonProps {
    pub application: AttrValue,
    /// The slot whose letter it is.
    pub spot: Spot,
}

/// 下载样表 (R62): made for this one reading, from what is stored.
#[component]
pub fn LetterButton(props: &LetterButtonProps) -> Html {
    let LetterButtonProps { application, spot } = props;
    let slot = spot.slot.clone().unwrap_or_default();
    let PdfHandle { busy, failure, fetch } =
        use_pdf(Route::PrintLetter, vec![application.to_string(), spot.section.clone(), slot]);
    html! {
        <>
            <p><Button kind={ButtonKind::Quiet} {busy} onclick={fetch}>{ texts().form.scans.letter }</Button></p>
            if let Some(failure) = failure {
                <p class="error" role="alert">{ failure.message() }</p>
            }
        </>
    }
}
