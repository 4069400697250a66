//! Sends one section's draft to the server, and keeps it on this machine until the server has it.

use api::applications::{SaveSection, Saved, StoredSection};
use api::routes::Route;
use gloo_timers::future::TimeoutFuture;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::api::{ApiError, call, send_before_leaving};
use crate::journal::{Keeper, last_words};
use crate::state::draft::{Draft, Edit, SaveFailure, SaveStatus};
use crate::state::journal::{Entry, RecordKey};

thread_local! {
    static ON_THEIR_WAY: Cell<u32> = const { Cell::new(0) };
}

/// Waits a little for saves that an earlier page left behind, so that the next read brings what was typed.
pub async fn saves_settled() {
    const STEP_MILLISECONDS: u32 = 20;
    const MAX_STEPS: u32 = 150;
    for _ in 0..MAX_STEPS {
        if ON_THEIR_WAY.get() == 0 {
            return;
        }
        TimeoutFuture::new(STEP_MILLISECONDS).await;
    }
}

/// One save at a time; it goes on after the form is gone.
pub struct Saver {
    application: AttrValue,
    draft: UseReducerHandle<Draft>,
    on_saved: Callback<(String, StoredSection)>,
    waiting: RefCell<Vec<Callback<bool>>>,
    left: Cell<bool>,
    /// None before it is known who types.
    keeper: RefCell<Option<Rc<Keeper>>>,
    /// The records of pages that are gone: taken one at a time, each when all else is saved.
    orphans: RefCell<VecDeque<(RecordKey, Entry)>>,
}

impl Saver {
    pub fn new(
        application: AttrValue,
        draft: UseReducerHandle<Draft>,
        on_saved: Callback<(String, StoredSection)>,
    ) -> Self {
        Self {
            application,
            draft,
            on_saved,
            waiting: RefCell::default(),
            left: Cell::new(false),
            keeper: RefCell::default(),
            orphans: RefCell::default(),
        }
    }

    pub fn draft(&self) -> UseReducerHandle<Draft> {
        self.draft.clone()
    }

    /// Another page of this machine holds text of the section that the server does not have.
    pub async fn is_typed_elsewhere(&self) -> bool {
        let keeper = self.keeper.borrow().clone();
        match keeper {
            Some(keeper) => keeper.has_others().await,
            None => false,
        }
    }

    /// Every change of the draft goes through here, and with it into the journal.
    pub fn dispatch(&self, edit: Edit) {
        self.draft.dispatch(edit);
        self.keep();
        self.take_orphans();
    }

    pub fn keep_with(&self, keeper: Rc<Keeper>) {
        self.draft.dispatch(Edit::Named(keeper.form()));
        self.keeper.replace(Some(keeper));
        self.keep();
    }

    fn keep(&self) {
        if let Some(keeper) = &*self.keeper.borrow() {
            keeper.keep(self.draft.clone().entry());
        }
    }

    pub fn found(&self, orphans: Vec<(RecordKey, Entry)>) {
        self.orphans.borrow_mut().extend(orphans);
        self.take_orphans();
    }

    fn take_orphans(&self) {
        while !self.left.get() && self.draft.clone().status() == SaveStatus::Saved {
            let Some((place, entry)) = self.orphans.borrow_mut().pop_front() else { return };
            self.draft.dispatch(Edit::Restored(entry));
            self.keep();
            if let Some(keeper) = &*self.keeper.borrow() {
                keeper.take_over(place);
            }
        }
    }

    /// Tells once all that is typed is on the server, or that it could not get there.
    pub fn save_and_tell(self: &Rc<Self>, then: Callback<bool>) {
        self.waiting.borrow_mut().push(then);
        self.save();
    }

    pub fn save(self: &Rc<Self>) {
        let draft = self.draft.clone();
        if draft.is_on_its_way() {
            return;
        }
        match draft.status() {
            SaveStatus::Saving => return,
            SaveStatus::Saved => return self.tell(true),
            SaveStatus::Conflict => return self.tell(false),
            SaveStatus::Dirty | SaveStatus::Failed(_) => {}
        }
        let body = draft.to_send();
        self.dispatch(Edit::SaveStarted);
        let saver = self.clone();
        spawn_local(async move {
            let answer = send(&saver.application, &draft.section, &body).await;
            saver.answered(answer);
        });
    }

    fn answered(self: &Rc<Self>, answer: Edit) {
        let is_on_server = !matches!(answer, Edit::SaveFailed(_));
        if let (Edit::SaveFailed(SaveFailure::SignedOut), Some(keeper)) = (&answer, &*self.keeper.borrow()) {
            // A sign-out in another tab has taken the record with it: whether this machine keeps it is found out.
            keeper.write_soon();
        }
        self.dispatch(answer);
        let draft = self.draft.clone();
        if is_on_server {
            self.on_saved.emit((draft.section.clone(), draft.stored()));
            self.go_on(&draft.status());
        } else {
            self.tell(false);
        }
    }

    /// Leaves newer text to the pause, unless somebody waits for it.
    fn go_on(self: &Rc<Self>, status: &SaveStatus) {
        let is_dirty = *status == SaveStatus::Dirty;
        if !is_dirty || self.left.get() || !self.waiting.borrow().is_empty() {
            self.save();
        }
    }

    fn tell(&self, saved: bool) {
        for waiting in self.waiting.take() {
            waiting.emit(saved);
        }
    }

    /// The page goes: nobody will hear the answer.
    pub fn send_before_leaving(&self) {
        let draft = self.draft.clone();
        if draft.must_be_sent() {
            let (application, section) = (self.application.as_str(), draft.section.as_str());
            let words = draft.last_words();
            last_words::remember(application, section, &words);
            send_before_leaving(Route::SaveSection, &[application, section], &words);
            self.dispatch(Edit::SentBlind);
        }
    }

    /// The form goes, the page stays.
    pub fn leave(self: &Rc<Self>) {
        self.left.set(true);
        self.save();
        if let Some(keeper) = &*self.keeper.borrow() {
            keeper.close();
        }
    }

    /// After a sign-in: what was refused is kept and sent again.
    pub fn resume(self: &Rc<Self>) {
        if let Some(keeper) = &*self.keeper.borrow() {
            keeper.write_soon();
        }
        self.save();
    }
}

/// One save; the answer as the draft takes it.
pub(crate) async fn send(application: &str, section: &str, body: &SaveSection) -> Edit {
    ON_THEIR_WAY.set(ON_THEIR_WAY.get() + 1);
    let answer = call::<_, Saved>(Route::SaveSection, &[application, section], Some(body)).await;
    ON_THEIR_WAY.set(ON_THEIR_WAY.get() - 1);
    match answer {
        Ok(Saved { revision, saved_at }) => Edit::SaveDone { revision, at: saved_at },
        Err(error) => refused(error),
    }
}

fn refused(error: ApiError) -> Edit {
    let message = error.message();
    match error {
        ApiError::Refused(problem) => match (problem.current, problem.status) {
            (Some(current), _) => Edit::Stale(current),
            (None, 401) => Edit::SaveFailed(SaveFailure::SignedOut),
            (None, 429 | 500..) => Edit::SaveFailed(SaveFailure::Offline),
            (None, _) => Edit::SaveFailed(SaveFailure::Refused(message)),
        },
        ApiError::Offline | ApiError::Unsaved(_) => Edit::SaveFailed(SaveFailure::Offline),
    }
}
