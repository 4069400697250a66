//! The few things that only the browser's document can do.

use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement};

fn document() -> Option<Document> {
    web_sys::window().and_then(|window| window.document())
}

/// Moves the focus, and with it the screen, to the element with this id.
pub fn focus(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // An element that cannot take the focus leaves it where it was.
        let _ = element.focus();
    }
}

/// Whether somebody can see the page: a tab in the background asks for nothing.
pub fn is_visible() -> bool {
    document().is_some_and(|document| !document.hidden())
}

pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// A new UUID; empty where the browser has no source of randomness.
pub fn random_id() -> String {
    web_sys::window()
        .and_then(|window| window.crypto().ok())
        .map_or_else(String::new, |crypto| crypto.random_uuid())
}

/// Follows a link whose answer is an attachment: the page stays.
pub fn download(url: &str) {
    if let Some(window) = web_sys::window() {
        // A URL that cannot be followed leaves the page as it is.
        let _ = window.location().set_href(url);
    }
}
