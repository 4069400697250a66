//! Judges an application in the pauses of saving.

use gloo_timers::callback::Timeout;
use std::rc::Rc;
use yew::prelude::*;

use crate::state::findings::Findings;
use crate::state::loaded::Loaded;
use crate::state::same::Same;

/// A moment after a save: the next keystroke goes first.
const PAUSE_MILLISECONDS: u32 = 150;

/// Returns what is to be mended in `loaded`; after a change, a moment later.
#[hook]
pub fn use_findings(loaded: &Rc<Loaded>) -> Rc<Findings> {
    let found = use_state(|| Rc::new(Findings::of(loaded)));
    let judged = use_mut_ref(|| loaded.clone());
    {
        let (found, loaded) = (found.setter(), loaded.clone());
        use_effect_with(Same::from(loaded.clone()), move |_| {
            let late = !Rc::ptr_eq(&judged.borrow(), &loaded);
            let timeout = late.then(|| {
                Timeout::new(PAUSE_MILLISECONDS, move || {
                    judged.replace(loaded.clone());
                    found.set(Rc::new(Findings::of(&loaded)));
                })
            });
            move || drop(timeout)
        });
    }
    (*found).clone()
}
