//! Keeps the draft of one form on this machine.

use gloo_timers::future::TimeoutFuture;
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::journal::{alive, store};
use crate::state::journal::{Entry, Record, RecordKey, orphans};

/// A key held down writes once a frame, not once a letter.
const COALESCE_MILLISECONDS: u32 = 16;

thread_local! {
    static WRITING: Cell<u32> = const { Cell::new(0) };
    /// Forms of this page that are gone and whose record another form has taken.
    static TAKEN: RefCell<BTreeSet<u32>> = const { RefCell::new(BTreeSet::new()) };
}

/// Writes one form's record: always the newest state, one write at a time.
pub struct Keeper {
    place: RecordKey,
    /// The record as it shall be; `None` for no record.
    wanted: RefCell<Option<Entry>>,
    is_new: Cell<bool>,
    is_written: Cell<bool>,
    busy: Cell<bool>,
    /// Records whose text is in this one; they go when it is written.
    taken: RefCell<Vec<RecordKey>>,
    on_kept: Callback<bool>,
}

impl Keeper {
    /// For a form that opens. `on_kept` hears whether this machine keeps what is typed.
    pub fn new(account: &str, application: &str, section: &str, on_kept: Callback<bool>) -> Rc<Self> {
        Rc::new(Self {
            place: RecordKey {
                account: account.to_owned(),
                application: application.to_owned(),
                section: section.to_owned(),
                page: alive::page(),
                form: alive::open_form(),
            },
            wanted: RefCell::new(None),
            is_new: Cell::new(false),
            is_written: Cell::new(false),
            busy: Cell::new(false),
            taken: RefCell::default(),
            on_kept,
        })
    }

    /// No other form on any machine has this name.
    pub fn form(&self) -> String {
        format!("{}/{}", self.place.page, self.place.form)
    }

    /// The section has a record of another form.
    pub async fn has_others(&self) -> bool {
        written().await;
        let RecordKey { account, application, section, .. } = &self.place;
        let records = store::read(account, application).await.unwrap_or_default();
        records.iter().any(|(place, _)| place.section == *section && *place != self.place)
    }

    /// Its record may be taken by the next form of the section.
    pub fn close(&self) {
        alive::close_form(self.place.form);
    }

    pub fn keep(self: &Rc<Self>, entry: Option<Entry>) {
        if *self.wanted.borrow() == entry {
            return;
        }
        self.wanted.replace(entry);
        self.write_soon();
    }

    /// The text of `place` is in the entry that is kept next.
    pub fn take_over(self: &Rc<Self>, place: RecordKey) {
        if place.page == self.place.page {
            TAKEN.with_borrow_mut(|taken| taken.insert(place.form));
        }
        self.taken.borrow_mut().push(place);
        self.write_soon();
    }

    /// Tries again what could not be written, as after a sign-in.
    pub fn write_soon(self: &Rc<Self>) {
        self.is_new.set(true);
        if self.busy.replace(true) {
            return;
        }
        let keeper = self.clone();
        WRITING.set(WRITING.get() + 1);
        spawn_local(async move {
            while keeper.is_new.get() {
                TimeoutFuture::new(COALESCE_MILLISECONDS).await;
                keeper.is_new.set(false);
                keeper.write().await;
            }
            keeper.busy.set(false);
            WRITING.set(WRITING.get() - 1);
        });
    }

    async fn write(&self) {
        if TAKEN.with_borrow(|taken| taken.contains(&self.place.form)) {
            return;
        }
        let entry = self.wanted.borrow().clone();
        let mut gone = self.taken.borrow().clone();
        let done = match entry {
            Some(entry) => {
                let record = Record { written_at: now(), entry };
                self.is_written.set(true);
                store::write(&self.place, &record).await
            }
            None => {
                gone.extend(self.is_written.take().then(|| self.place.clone()));
                Ok(())
            }
        };
        let done = match done {
            Ok(()) if !gone.is_empty() => store::remove(&gone).await,
            Ok(()) | Err(_) => done,
        };
        if done.is_ok() {
            self.taken.borrow_mut().retain(|place| !gone.contains(place));
        }
        self.on_kept.emit(done.is_ok());
    }
}

fn now() -> u64 {
    // Whole milliseconds since 1970 fit.
    js_sys::Date::now() as u64
}

/// Waits a little for what forms of this page are writing.
pub async fn written() {
    const STEP_MILLISECONDS: u32 = 10;
    const MAX_STEPS: u32 = 50;
    for _ in 0..MAX_STEPS {
        if WRITING.get() == 0 {
            return;
        }
        TimeoutFuture::new(STEP_MILLISECONDS).await;
    }
}

/// Returns the records that pages and forms that are gone left of this application, oldest first.
pub async fn orphans_of(account: &str, application: &str) -> Vec<(RecordKey, Entry)> {
    written().await;
    let records = store::read(account, application).await.unwrap_or_default();
    if records.is_empty() {
        return Vec::new();
    }
    orphans(records, &alive::alive().await)
}

/// Returns all that this machine has of the sections of this application, also in forms that are open.
pub async fn entries_of(account: &str, application: &str) -> Vec<(String, Entry)> {
    written().await;
    let records = store::read(account, application).await.unwrap_or_default();
    records.into_iter().map(|(place, record)| (place.section, record.entry)).collect()
}
