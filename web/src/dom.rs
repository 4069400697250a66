//! The few things that only the browser's document can do.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, HtmlElement, Storage};

fn document() -> Option<Document> {
    web_sys::window().and_then(|window| window.document())
}

/// Where what stands over the page is put.
pub fn body() -> Option<HtmlElement> {
    document().and_then(|document| document.body())
}

/// Moves the focus, and with it the screen, to the element with this id.
pub fn focus(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // An element that cannot take the focus leaves it where it was.
        let _ = element.focus();
    }
}

/// Moves the focus to the element with this id, if it is there.
pub fn focus_if_there(id: &str) -> bool {
    let is_there = document().is_some_and(|document| document.get_element_by_id(id).is_some());
    if is_there {
        focus(id);
    }
    is_there
}

/// Runs at every such event of the window, as long as the listener is kept.
pub fn on_window(event: &'static str, run: impl Fn() + 'static) -> Option<EventListener> {
    web_sys::window().map(|window| EventListener::new(&window, event, move |_| run()))
}

/// The browser asks before the page goes, as long as the listener is kept.
pub fn ask_before_leaving() -> Option<EventListener> {
    let options = EventListenerOptions::enable_prevent_default();
    let ask = |event: &Event| {
        event.prevent_default();
        // Browsers before 2023 ask only for this.
        let _ = js_sys::Reflect::set(event, &"returnValue".into(), &true.into());
    };
    web_sys::window().map(|window| EventListener::new_with_options(&window, "beforeunload", options, ask))
}

/// Links to other pages are followed by the browser, which asks, and not by the router, which does not.
pub fn leave_links_to_browser() -> Option<EventListener> {
    let options = EventListenerOptions::run_in_capture_phase();
    let take = |event: &Event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let link = target.and_then(|target| target.closest("a[href]:not([href^='#'])").ok().flatten());
        if link.is_some() {
            event.stop_propagation();
        }
    };
    web_sys::window().map(|window| EventListener::new_with_options(&window, "click", options, take))
}

/// Returns whether the browser knows of a network.
pub fn is_online() -> bool {
    web_sys::window().is_none_or(|window| window.navigator().on_line())
}

/// Returns whether somebody can see the page: a tab in the background asks for nothing.
pub fn is_visible() -> bool {
    document().is_some_and(|document| !document.hidden())
}

pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Which language the words of the page are in, for those who read them aloud.
pub fn set_language(tag: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        // A page without the attribute is only read with a wrong accent.
        let _ = root.set_attribute("lang", tag);
    }
}

/// How far down the reader is, in CSS pixels.
pub fn scrolled() -> f64 {
    web_sys::window().and_then(|window| window.scroll_y().ok()).unwrap_or_default()
}

/// Scrolls the page; returns whether it was long enough to get there.
pub fn scroll_to(top: f64) -> bool {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, top);
    }
    scrolled() >= top.floor()
}

/// Returns the text that this browser remembers under `key`.
pub fn stored(key: &str) -> Option<String> {
    web_sys::window()?.local_storage().ok()??.get_item(key).ok()?
}

pub fn store(key: &str, value: &str) {
    if let Some(Ok(Some(storage))) = web_sys::window().map(|window| window.local_storage()) {
        // A browser that refuses asks again at the next visit.
        let _ = storage.set_item(key, value);
    }
}

fn tab() -> Option<Storage> {
    web_sys::window()?.session_storage().ok()?
}

/// Returns the text that this tab remembers under `key` until it is closed.
pub fn kept_in_tab(key: &str) -> Option<String> {
    tab()?.get_item(key).ok()?
}

pub fn keep_in_tab(key: &str, value: &str) {
    if let Some(tab) = tab() {
        // A browser that refuses only forgets with the page.
        let _ = tab.set_item(key, value);
    }
}

pub fn forget_in_tab(key: &str) {
    if let Some(tab) = tab() {
        // What cannot be removed was not kept.
        let _ = tab.remove_item(key);
    }
}

/// A new UUID; empty where the browser has no source of randomness.
pub fn random_id() -> String {
    web_sys::window()
        .and_then(|window| window.crypto().ok())
        .map_or_else(String::new, |crypto| crypto.random_uuid())
}

/// Asks for a printer, or for a PDF.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // A browser that cannot print leaves the page as it is.
        let _ = window.print();
    }
}

/// Follows a link whose answer is a download: the page stays.
pub fn download(url: &str) {
    if let Some(window) = web_sys::window() {
        // A URL that cannot be followed leaves the page as it is.
        let _ = window.location().set_href(url);
    }
}
