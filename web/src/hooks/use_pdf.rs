//! Fetches a PDF when a button is pressed.

use api::routes::Route;
use api::workflow::PdfLink;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::api::{ApiError, NO_BODY, call};
use crate::dom;

/// A PDF that a button fetches.
pub struct PdfHandle {
    pub busy: bool,
    pub failure: Option<ApiError>,
    pub fetch: Callback<()>,
}

/// Asks for a new link each time, so that none dies on the page; `place` fills the route's path.
#[hook]
pub fn use_pdf(route: Route, place: Vec<String>) -> PdfHandle {
    let busy = use_state(|| false);
    let failure = use_state(|| None::<ApiError>);
    let fetch = {
        let (busy, failure) = (busy.setter(), failure.setter());
        Callback::from(move |()| {
            let (busy, failure, place) = (busy.clone(), failure.clone(), place.clone());
            busy.set(true);
            failure.set(None);
            spawn_local(async move {
                let place: Vec<&str> = place.iter().map(String::as_str).collect();
                match call::<(), PdfLink>(route, &place, NO_BODY).await {
                    Ok(link) => dom::download(&link.url),
                    Err(error) => failure.set(Some(error)),
                }
                busy.set(false);
            });
        })
    };
    PdfHandle { busy: *busy, failure: (*failure).clone(), fetch }
}
