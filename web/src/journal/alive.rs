//! Which pages of this browser are open. Each holds a lock for as long as it lives, however it ends.

use js_sys::{Array, Function, Promise, Reflect};
use std::cell::{OnceCell, RefCell};
use std::collections::BTreeSet;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::dom;
use crate::state::journal::Alive;

const LOCK_PREFIX: &str = "drafts-of-page-";

thread_local! {
    static PAGE: OnceCell<String> = const { OnceCell::new() };
    static FORMS: RefCell<Forms> = const { RefCell::new(Forms { last: 0, open: BTreeSet::new() }) };
}

struct Forms {
    last: u32,
    open: BTreeSet<u32>,
}

/// This page; the first to ask takes its lock.
pub(super) fn page() -> String {
    PAGE.with(|page| page.get_or_init(new_page).clone())
}

fn new_page() -> String {
    let id = dom::random_id();
    // Never settles: the lock is held until the page is gone. A browser without locks knows of no other page.
    let forever = Promise::new(&mut |_, _| {});
    let held = Closure::once_into_js(move |_: JsValue| JsValue::from(forever));
    let _ = locks().and_then(|locks| {
        let request: Function = Reflect::get(&locks, &"request".into())?.dyn_into()?;
        request.call2(&locks, &format!("{LOCK_PREFIX}{id}").into(), &held)
    });
    id
}

fn locks() -> Result<JsValue, JsValue> {
    let window = web_sys::window().ok_or_else(|| JsValue::from("no window"))?;
    Reflect::get(&window.navigator(), &"locks".into())
}

/// A number for a form that opens.
pub(super) fn open_form() -> u32 {
    FORMS.with_borrow_mut(|forms| {
        forms.last += 1;
        forms.open.insert(forms.last);
        forms.last
    })
}

pub(super) fn close_form(form: u32) {
    FORMS.with_borrow_mut(|forms| forms.open.remove(&form));
}

pub(super) async fn alive() -> Alive {
    let own_page = page();
    let pages = pages().await.unwrap_or_default();
    Alive { pages, forms: FORMS.with_borrow(|forms| forms.open.clone()), own_page }
}

async fn pages() -> Result<BTreeSet<String>, JsValue> {
    let locks = locks()?;
    let query: Function = Reflect::get(&locks, &"query".into())?.dyn_into()?;
    let found = JsFuture::from(query.call0(&locks)?.dyn_into::<Promise>()?).await?;
    let held: Array = Reflect::get(&found, &"held".into())?.dyn_into()?;
    let name = |lock: JsValue| Reflect::get(&lock, &"name".into()).ok()?.as_string();
    let page = |name: String| name.strip_prefix(LOCK_PREFIX).map(str::to_owned);
    Ok(held.iter().filter_map(name).filter_map(page).collect())
}
