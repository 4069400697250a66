//! The name of a scan, which opens it.

use api::routes::Route;
use api::scans::ScanLink as Link;
use domain::form::Scan;
use domain::media;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::api::{ApiError, NO_BODY, call};
use crate::dom;
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct ScanLinkProps {
    pub application: AttrValue,
    pub scan: Scan,
}

#[derive(Clone, PartialEq)]
enum Reading {
    Closed,
    Asking,
    /// The picture itself, on this page.
    Open(AttrValue),
    Failed(ApiError),
}

/// Shows a picture in place and downloads a PDF, by a link that is made for this one reading. Scans are served as
/// scans: what somebody uploaded never runs as a page.
#[component]
pub fn ScanLink(props: &ScanLinkProps) -> Html {
    let ScanLinkProps { application, scan } = props;
    let reading = use_state(|| Reading::Closed);
    let is_picture = scan.media_type != media::PDF;
    let (busy, open) = (*reading == Reading::Asking, matches!(*reading, Reading::Open(_)));
    let ask = {
        let (reading, application, id) = (reading.setter(), application.clone(), scan.id.clone());
        Callback::from(move |()| {
            let (reading, application, id) = (reading.clone(), application.clone(), id.clone());
            spawn_local(async move {
                let link = call::<(), Link>(Route::ReadScan, &[&application, id.as_str()], NO_BODY).await;
                reading.set(read(link, is_picture));
            });
        })
    };
    {
        let ask = ask.clone();
        // What is on the screen is turned there.
        use_effect_with(scan.object(), move |_| {
            if open {
                ask.emit(());
            }
        });
    }
    let onclick = {
        let reading = reading.clone();
        Callback::from(move |_: MouseEvent| match &*reading {
            Reading::Asking => {}
            Reading::Open(_) => reading.set(Reading::Closed),
            Reading::Closed | Reading::Failed(_) => {
                reading.set(Reading::Asking);
                ask.emit(());
            }
        })
    };
    html! {
        <>
            <button
                type="button"
                class="file-link"
                aria-disabled={busy.then_some("true")}
                aria-expanded={is_picture.then(|| open.to_string())}
                {onclick}
            >
                if busy {
                    <span class="spinner" aria-hidden="true"></span>
                }
                { words(&reading, is_picture) }
                <span class="file-link-name">{ &scan.file_name }</span>
            </button>
            { below(&reading, scan) }
        </>
    }
}

fn read(link: Result<Link, ApiError>, is_picture: bool) -> Reading {
    match link {
        Ok(link) if is_picture => Reading::Open(link.url.into()),
        Ok(link) => {
            dom::download(&link.url);
            Reading::Closed
        }
        Err(error) => Reading::Failed(error),
    }
}

fn words(reading: &Reading, is_picture: bool) -> &'static str {
    let texts = &texts().form.scans;
    match reading {
        Reading::Asking => texts.opening,
        Reading::Open(_) => texts.close,
        Reading::Closed | Reading::Failed(_) if is_picture => texts.open,
        Reading::Closed | Reading::Failed(_) => texts.download,
    }
}

fn below(reading: &Reading, scan: &Scan) -> Html {
    match reading {
        Reading::Closed | Reading::Asking => Html::default(),
        Reading::Open(url) => html! { <img class="scan" src={url} alt={scan.file_name.clone()} /> },
        Reading::Failed(error) => html! { <span class="error" role="alert">{ error.message() }</span> },
    }
}
