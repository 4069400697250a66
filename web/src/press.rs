//! A press of the pointer: between its beginning and its end the page must not move, or the click goes to what
//! slid under the pointer.

use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use std::cell::{Cell, RefCell};

use crate::dom;

type Waiting = Vec<Box<dyn FnOnce()>>;

thread_local! {
    static DOWN: Cell<bool> = const { Cell::new(false) };
    static WAITING: RefCell<Waiting> = const { RefCell::new(Vec::new()) };
}

/// Runs `then` at once, or after the click that is being made.
pub fn after_press(then: impl FnOnce() + 'static) {
    if DOWN.get() {
        WAITING.with_borrow_mut(|waiting| waiting.push(Box::new(then)));
    } else {
        then();
    }
}

/// Watches the pointer as long as the listeners live.
pub fn watch() -> Vec<EventListener> {
    let Some(body) = dom::body() else { return Vec::new() };
    let listen = |event: &'static str, is_down: bool| {
        let options = EventListenerOptions::run_in_capture_phase();
        EventListener::new_with_options(&body, event, options, move |_| {
            DOWN.set(is_down);
            if !is_down {
                // The click itself comes after the pointer is up.
                Timeout::new(0, run).forget();
            }
        })
    };
    vec![listen("pointerdown", true), listen("pointerup", false), listen("pointercancel", false)]
}

fn run() {
    for then in WAITING.take() {
        then();
    }
}
