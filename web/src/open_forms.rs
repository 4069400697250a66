//! The forms on the screen: a step waits until all that stands in them is on the server.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::api::ApiError;
use crate::saver::{Saver, saves_settled};

thread_local! {
    static OPEN: RefCell<Vec<Rc<Saver>>> = const { RefCell::new(Vec::new()) };
}

pub fn open(form: &Rc<Saver>) {
    OPEN.with_borrow_mut(|forms| forms.push(form.clone()));
}

pub fn close(form: &Rc<Saver>) {
    OPEN.with_borrow_mut(|forms| forms.retain(|open| !Rc::ptr_eq(open, form)));
}

/// Saves every form on the screen and returns the revisions that then stand there.
///
/// # Errors
///
/// The sections with text that the server does not have: on this page, or on another page of this machine.
pub async fn saved() -> Result<BTreeMap<String, u64>, ApiError> {
    // What was typed while a save was on its way needs another one.
    const MAX_ROUNDS: usize = 3;
    let forms = OPEN.with_borrow(Clone::clone);
    for _ in 0..MAX_ROUNDS {
        forms.iter().for_each(Saver::save);
        saves_settled().await;
        if forms.iter().all(|form| form.draft().is_clean()) {
            break;
        }
    }
    let mut unsaved = BTreeSet::new();
    for form in &forms {
        if !form.draft().is_clean() || form.is_typed_elsewhere().await {
            unsaved.insert(form.draft().section.clone());
        }
    }
    if !unsaved.is_empty() {
        return Err(ApiError::Unsaved(unsaved.into_iter().collect()));
    }
    Ok(forms.iter().map(|form| (form.draft().section.clone(), form.draft().revision)).collect())
}
