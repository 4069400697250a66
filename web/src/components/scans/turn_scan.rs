//! The buttons that turn a scan (R40).

use api::routes::Route;
use api::scans::{ScanLink, TurnScan as Turn};
use domain::form::Scan;
use domain::media;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::api::{ApiError, NO_BODY, call};
use crate::components::basic::{Button, ButtonKind};
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct TurnScanProps {
    pub application: AttrValue,
    pub scan: Scan,
    pub on_turned: Callback<(Scan, Option<AttrValue>)>,
}

/// 左转, 右转 (R40): by a quarter each time.
#[component]
pub fn TurnScan(props: &TurnScanProps) -> Html {
    let busy = use_state_eq(|| false);
    let failure = use_state(|| None::<ApiError>);
    let had = props.scan.rotation.unwrap_or_default();
    let button = |by: u16, text: &'static str| {
        let (busy_setter, failure) = (busy.setter(), failure.setter());
        let TurnScanProps { application, scan, on_turned } = props;
        let (application, id, on_turned) = (application.clone(), scan.id.clone(), on_turned.clone());
        let onclick = Callback::from(move |()| {
            let (busy, failure) = (busy_setter.clone(), failure.clone());
            let (application, id, on_turned) = (application.clone(), id.clone(), on_turned.clone());
            busy.set(true);
            spawn_local(async move {
                match turn([&application, id.as_str()], (had + by) % 360).await {
                    Ok(turned) => {
                        failure.set(None);
                        on_turned.emit(turned);
                    }
                    Err(error) => failure.set(Some(error)),
                }
                busy.set(false);
            });
        });
        html! {
            <Button kind={ButtonKind::Quiet} busy={*busy} {onclick}>
                { text }
                <span class="visually-hidden">{ &props.scan.file_name }</span>
            </Button>
        }
    };
    html! {
        <div class="confirm">
            { button(270, texts().form.scans.turn_left) }
            { button(90, texts().form.scans.turn_right) }
            <span class="help" role="status">
                if had > 0 {
                    { (texts().form.scans.turned)(had) }
                }
            </span>
            if let Some(failure) = &*failure {
                <p class="error" role="alert">{ failure.message() }</p>
            }
        </div>
    }
}

/// Who turns a picture wants to see it, however large it is.
async fn turn(scan: [&str; 2], degrees: u16) -> Result<(Scan, Option<AttrValue>), ApiError> {
    let turned: Scan = call(Route::TurnScan, &scan, Some(&Turn { degrees })).await?;
    let link = match turned.media_type.as_str() {
        media::PDF => None,
        _ => call::<(), ScanLink>(Route::ReadScan, &scan, NO_BODY).await.ok(),
    };
    Ok((turned, link.map(|link| link.url.into())))
}
