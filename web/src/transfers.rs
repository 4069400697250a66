//! Scans on their way: kept for the whole site, because one goes on when its page is left.

use domain::form::Scan;
use gloo_events::EventListener;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use web_sys::File;
use yew::prelude::*;

use crate::dom;
use crate::state::transfer::Transfer;
use crate::upload::Cancel;

/// The slot that files are sent to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SlotKey {
    pub application: String,
    pub section: String,
    pub anchor: String,
}

#[derive(Default)]
struct Kept {
    transfer: Option<Transfer>,
    /// The files that are left after a failure that may pass.
    waiting: Vec<File>,
    cancel: Rc<Cancel>,
}

#[derive(Default)]
struct Site {
    slots: BTreeMap<SlotKey, Kept>,
    /// Each hears of every change.
    listeners: Vec<Callback<()>>,
    /// Each takes what arrives for the application.
    receivers: Vec<(String, Callback<Scan>)>,
    n_arrived: u64,
    asks: Option<EventListener>,
}

thread_local! {
    static SITE: RefCell<Site> = RefCell::default();
}

fn with_site<T>(act: impl FnOnce(&mut Site) -> T) -> T {
    SITE.with_borrow_mut(act)
}

/// Notes where the slot's files are; `None` when they have arrived or are given up.
pub fn set(key: &SlotKey, transfer: Option<Transfer>) {
    with_site(|site| match transfer {
        Some(transfer) => site.slots.entry(key.clone()).or_default().transfer = Some(transfer),
        None => drop(site.slots.remove(key)),
    });
    tell();
}

/// The slot's transfer, if it has one.
pub fn of_slot(key: &SlotKey) -> Option<Transfer> {
    with_site(|site| site.slots.get(key).and_then(|kept| kept.transfer.clone()))
}

/// The sections of the application with a scan that has neither arrived nor been given up.
pub fn unfinished_sections(application: &str) -> Vec<String> {
    let mut sections = with_site(|site| {
        let unfinished =
            site.slots.iter().filter(|(key, kept)| key.application == application && is_open(kept));
        unfinished.map(|(key, _)| key.section.clone()).collect::<Vec<_>>()
    });
    sections.dedup();
    sections
}

/// Returns whether any scan of any application is not there yet.
pub fn is_any_unfinished() -> bool {
    with_site(|site| site.slots.values().any(is_open))
}

fn is_open(kept: &Kept) -> bool {
    kept.transfer.as_ref().is_some_and(Transfer::is_unfinished)
}

/// Keeps the files that may be sent again after a failure.
pub fn keep_waiting(key: &SlotKey, files: Vec<File>) {
    with_site(|site| site.slots.entry(key.clone()).or_default().waiting = files);
}

/// Takes out the files that may be sent again.
pub fn take_waiting(key: &SlotKey) -> Vec<File> {
    with_site(|site| {
        site.slots.get_mut(key).map(|kept| std::mem::take(&mut kept.waiting)).unwrap_or_default()
    })
}

/// Whether the slot holds files that may be sent again.
pub fn has_waiting(key: &SlotKey) -> bool {
    with_site(|site| site.slots.get(key).is_some_and(|kept| !kept.waiting.is_empty()))
}

/// Starts a transfer of the slot and returns the handle that stops it.
pub fn begin(key: &SlotKey) -> Rc<Cancel> {
    with_site(|site| {
        let kept = site.slots.entry(key.clone()).or_default();
        kept.waiting.clear();
        kept.cancel = Rc::default();
        kept.cancel.clone()
    })
}

/// Stops what is on its way to the slot.
pub fn cancel(key: &SlotKey) {
    let cancel = with_site(|site| site.slots.get(key).map(|kept| kept.cancel.clone()));
    if let Some(cancel) = cancel {
        cancel.cancel();
    }
}

/// Whether a scan of the application could not be sent.
pub fn has_failed(application: &str) -> bool {
    with_site(|site| site.slots.iter().any(|(key, kept)| key.application == application && is_failed(kept)))
}

/// Gives up what failed, also where the slot itself is no longer on any page.
pub fn give_up_failed(application: &str) {
    with_site(|site| site.slots.retain(|key, kept| key.application != application || !is_failed(kept)));
    tell();
}

fn is_failed(kept: &Kept) -> bool {
    matches!(kept.transfer, Some(Transfer::Failed(_)))
}

/// Gives up all of them: whoever sent them signs out.
pub fn give_up_all() {
    let slots = with_site(|site| std::mem::take(&mut site.slots));
    for kept in slots.values() {
        kept.cancel.cancel();
    }
    tell();
}

/// Brings a scan to every open page of its application.
pub fn arrived(application: &str, scan: &Scan) {
    let receivers: Vec<Callback<Scan>> = with_site(|site| {
        site.n_arrived += 1;
        let own = site.receivers.iter().filter(|(of, _)| of == application);
        own.map(|(_, receiver)| receiver.clone()).collect()
    });
    receivers.iter().for_each(|receiver| receiver.emit(scan.clone()));
}

/// How many arrived so far: a read that began before one arrived may lack it.
pub fn n_arrived() -> u64 {
    with_site(|site| site.n_arrived)
}

fn tell() {
    let listeners = with_site(|site| site.listeners.clone());
    listeners.iter().for_each(|listener| listener.emit(()));
    // Closing the tab stops what is sent, and a file that failed is on this page only.
    let asks = cfg!(target_arch = "wasm32") && is_any_unfinished();
    with_site(|site| {
        site.asks = if asks { site.asks.take().or_else(dom::ask_before_leaving) } else { None };
    });
}

/// Returns `read(of)`, and draws the component again when the transfers change it.
#[hook]
pub fn use_transfers<K, T>(of: K, read: fn(&K) -> T) -> T
where
    K: Clone + PartialEq + 'static,
    T: Clone + PartialEq + 'static,
{
    let shown = use_state_eq(|| read(&of));
    let setter = shown.setter();
    use_effect_with(of, move |of| {
        let of = of.clone();
        let listener = Callback::from(move |()| setter.set(read(&of)));
        listener.emit(());
        with_site(|site| site.listeners.push(listener.clone()));
        move || with_site(|site| site.listeners.retain(|one| *one != listener))
    });
    (*shown).clone()
}

/// Takes the application's scans that arrive while the component lives.
#[hook]
pub fn use_arrivals(application: String, receive: Callback<Scan>) {
    use_effect_with(application, move |application| {
        with_site(|site| site.receivers.push((application.clone(), receive.clone())));
        move || with_site(|site| site.receivers.retain(|(_, one)| *one != receive))
    });
}
