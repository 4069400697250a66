use api::files::FileLink as Link;
use api::routes::Route;
use domain::form::Attachment;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::Window;
use yew::prelude::*;

use crate::api::{ApiError, NO_BODY, call};
use crate::texts::ZH;

#[derive(PartialEq, Properties)]
pub struct FileLinkProps {
    pub application: AttrValue,
    pub file: Attachment,
}

/// Opens a scan in a new tab, by a link that is made for this one reading.
#[component]
pub fn FileLink(props: &FileLinkProps) -> Html {
    let FileLinkProps { application, file } = props;
    let failure = use_state(|| None::<ApiError>);
    let busy = use_state(|| false);
    let onclick = {
        let (failure, busy) = (failure.clone(), busy.clone());
        let (application, id) = (application.clone(), file.id.clone());
        Callback::from(move |_: MouseEvent| {
            let (failure, busy) = (failure.clone(), busy.clone());
            let (application, id) = (application.clone(), id.clone());
            // Opened before the answer: a tab that opens later is taken for an advertisement.
            let tab = open_tab();
            busy.set(true);
            spawn_local(async move {
                let link = call::<(), Link>(Route::ReadFile, &[&application, id.as_str()], NO_BODY).await;
                busy.set(false);
                failure.set(show(link, tab));
            });
        })
    };
    html! {
        <>
            <button type="button" class="file-link" {onclick} aria-disabled={busy.then_some("true")}>
                if *busy {
                    <span class="spinner" aria-hidden="true"></span>
                }
                { if *busy { ZH.form.files.opening } else { ZH.form.files.open } }
                <span class="file-link-name">{ &file.file_name }</span>
            </button>
            if let Some(failure) = &*failure {
                <span class="error" role="alert">{ failure.message() }</span>
            }
        </>
    }
}

fn open_tab() -> Option<Window> {
    let tab = web_sys::window()?.open_with_url_and_target("", "_blank").ok()??;
    // What is opened knows nothing of this page.
    tab.set_opener(&JsValue::NULL).ok()?;
    Some(tab)
}

fn show(link: Result<Link, ApiError>, tab: Option<Window>) -> Option<ApiError> {
    match (link, tab.or_else(web_sys::window)) {
        (Ok(link), Some(tab)) => {
            // A location that refuses leaves the page as it is.
            let _ = tab.location().set_href(&link.url);
            None
        }
        (Ok(_), None) => None,
        (Err(error), tab) => {
            if let Some(tab) = tab.filter(|tab| Some(tab) != web_sys::window().as_ref()) {
                let _ = tab.close();
            }
            Some(error)
        }
    }
}
