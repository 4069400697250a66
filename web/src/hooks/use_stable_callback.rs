//! A callback that stays the same.

use yew::prelude::*;

/// The same callback at every drawing, which calls the newest one: what is given it need not be drawn again.
#[hook]
pub fn use_stable_callback<T: 'static>(callback: Callback<T>) -> Callback<T> {
    let newest = use_mut_ref(Callback::noop);
    *newest.borrow_mut() = callback;
    let steady = use_memo((), move |()| {
        Callback::from(move |value: T| {
            let callback = newest.borrow().clone();
            callback.emit(value);
        })
    });
    (*steady).clone()
}
