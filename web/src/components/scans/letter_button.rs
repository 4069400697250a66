//! The button that prints a letter to be signed by hand.

use api::routes::Route;
use api::workflow::LetterPrinted;
use domain::form::Spot;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::api::{ApiError, NO_BODY, call};
use crate::components::basic::{Button, ButtonKind};
use crate::dom;
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
    let busy = use_state(|| false);
    let failure = use_state(|| None::<ApiError>);
    let onclick = {
        let (busy, failure) = (busy.clone(), failure.clone());
        let (application, spot) = (props.application.clone(), props.spot.clone());
        Callback::from(move |()| {
            let (busy, failure) = (busy.clone(), failure.clone());
            let (application, spot) = (application.clone(), spot.clone());
            busy.set(true);
            failure.set(None);
            spawn_local(async move {
                let slot = spot.slot.as_deref().unwrap_or_default();
                let place = [application.as_str(), spot.section.as_str(), slot];
                match call::<(), LetterPrinted>(Route::PrintLetter, &place, NO_BODY).await {
                    Ok(letter) => dom::download(&letter.url),
                    Err(error) => failure.set(Some(error)),
                }
                busy.set(false);
            });
        })
    };
    html! {
        <>
            <p><Button kind={ButtonKind::Quiet} busy={*busy} {onclick}>{ texts().form.scans.letter }</Button></p>
            if let Some(failure) = &*failure {
                <p class="error" role="alert">{ failure.message() }</p>
            }
        </>
    }
}
