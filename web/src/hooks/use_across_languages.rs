//! State outside of drafts that stays when the language changes and the page is drawn again.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use yew::prelude::*;
use yew_router::prelude::*;

thread_local! {
    static KEEPING: Cell<bool> = const { Cell::new(false) };
    /// By name and path: only the same page takes it back.
    static KEPT: RefCell<BTreeMap<String, Box<dyn Any>>> = const { RefCell::new(BTreeMap::new()) };
}

/// Keeps the state of every component that goes from here on.
pub fn start_keeping() {
    KEPT.with_borrow_mut(BTreeMap::clear);
    KEEPING.set(true);
}

pub fn stop_keeping() {
    KEEPING.set(false);
}

/// A reducer that outlives a change of the language. `name` is its own on the page; `at_rest` is what is worth
/// keeping: neither sentences in the old language nor calls whose answer nobody hears.
#[hook]
pub fn use_reducer_across_languages<T>(name: &'static str, at_rest: fn(&T) -> T) -> UseReducerHandle<T>
where
    T: Reducible + Default + 'static,
{
    let key = use_key(name);
    let state = use_reducer(|| taken::<T>(&key).unwrap_or_default());
    let last = state.clone();
    use_keeping(key, move || at_rest(&last.clone()));
    state
}

/// The same for a state.
#[hook]
pub fn use_state_across_languages<T>(name: &'static str, init: impl FnOnce() -> T) -> UseStateHandle<T>
where
    T: Clone + 'static,
{
    let key = use_key(name);
    let state = use_state(|| taken(&key).unwrap_or_else(init));
    let last = state.clone();
    use_keeping(key, move || (*last.clone()).clone());
    state
}

#[hook]
fn use_key(name: &str) -> String {
    let location = use_location();
    format!("{name} {}", location.as_ref().map_or("", |location| location.path()))
}

fn taken<T: 'static>(key: &str) -> Option<T> {
    let kept = KEPT.with_borrow_mut(|kept| kept.remove(key))?;
    kept.downcast().ok().map(|kept| *kept)
}

#[hook]
fn use_keeping<T: 'static>(key: String, last: impl Fn() -> T + 'static) {
    use_effect_with((), move |()| {
        move || {
            if KEEPING.get() {
                KEPT.with_borrow_mut(|kept| kept.insert(key, Box::new(last())));
            }
        }
    });
}
