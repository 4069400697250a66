//! The button that removes a scan.

use api::routes::Route;
use domain::form::Scan;
use domain::ids::ScanId;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::api::{ApiError, NO_BODY, call_empty};
use crate::components::basic::{Button, ButtonKind};
use crate::dom;
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct RemoveScanProps {
    pub scan: Scan,
    pub application: AttrValue,
    /// Where the focus goes afterwards.
    pub anchor: AttrValue,
    pub on_removed: Callback<ScanId>,
}

/// Asks once more in place: what is deleted has to be scanned again.
#[component]
pub fn RemoveScan(props: &RemoveScanProps) -> Html {
    let asking = use_state(|| false);
    let busy = use_state(|| false);
    let failure = use_state(|| None::<ApiError>);
    let ask = |wanted: bool| {
        let asking = asking.clone();
        Callback::from(move |()| asking.set(wanted))
    };
    let remove = {
        let (busy, failure) = (busy.clone(), failure.clone());
        let RemoveScanProps { scan, application, anchor, on_removed } = props;
        let (scan, application) = (scan.id.clone(), application.clone());
        let (anchor, on_removed) = (anchor.clone(), on_removed.clone());
        Callback::from(move |()| {
            let (busy, failure) = (busy.clone(), failure.clone());
            let (scan, application) = (scan.clone(), application.clone());
            let (anchor, on_removed) = (anchor.clone(), on_removed.clone());
            busy.set(true);
            spawn_local(async move {
                let place = [application.as_str(), scan.as_str()];
                match call_empty(Route::DeleteScan, &place, NO_BODY).await {
                    Ok(()) => {
                        on_removed.emit(scan);
                        dom::focus(&anchor);
                    }
                    Err(error) => {
                        busy.set(false);
                        failure.set(Some(error));
                    }
                }
            });
        })
    };
    html! {
        <div class="confirm">
            if *asking {
                <p role="status">{ texts().form.scans.remove_sure }</p>
                <Button kind={ButtonKind::Danger} busy={*busy} onclick={remove}>{ texts().form.scans.remove_yes }</Button>
                <Button kind={ButtonKind::Quiet} onclick={ask(false)}>{ texts().form.scans.keep }</Button>
            } else {
                <Button kind={ButtonKind::Quiet} onclick={ask(true)}>
                    { texts().form.scans.remove }
                    <span class="visually-hidden">{ &props.scan.file_name }</span>
                </Button>
            }
            if let Some(failure) = &*failure {
                <p class="error" role="alert">{ failure.message() }</p>
            }
        </div>
    }
}
