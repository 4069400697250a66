use api::applications::{SaveSection, Saved, StoredSection};
use api::routes::Route;
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use gloo_timers::future::TimeoutFuture;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::api::{ApiError, call, send_before_leaving};
use crate::state::draft::{Draft, Edit, SaveFailure, SaveStatus};

/// A section that is edited and saves itself: after typing, on request, and before it is left.
#[derive(Clone, PartialEq)]
pub struct DraftHandle {
    pub draft: UseReducerHandle<Draft>,
    pub edit: Callback<Edit>,
    /// Saves without waiting for the pause in typing.
    pub flush: Callback<()>,
    /// Says when all that is typed is on the server, or that it could not get there.
    pub when_saved: Callback<Callback<bool>>,
}

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
struct Saver {
    application: AttrValue,
    draft: UseReducerHandle<Draft>,
    on_saved: Callback<(String, StoredSection)>,
    waiting: RefCell<Vec<Callback<bool>>>,
    left: Cell<bool>,
}

/// `section` and `application` stay the same as long as the component lives.
#[hook]
pub fn use_draft(
    application: AttrValue,
    section: &str,
    stored: StoredSection,
    on_saved: Callback<(String, StoredSection)>,
) -> DraftHandle {
    let draft = use_reducer(|| Draft::new(section, stored.clone()));
    let saver = {
        let draft = draft.clone();
        use_memo((), move |()| Saver {
            application,
            draft,
            on_saved,
            waiting: RefCell::default(),
            left: Cell::new(false),
        })
    };
    use_newer(&draft, stored);
    use_pause(&draft, &saver);
    use_leaving(&saver);
    let (for_flush, for_wait) = (saver.clone(), saver);
    DraftHandle {
        edit: draft.dispatcher().to_callback(),
        draft,
        flush: Callback::from(move |()| for_flush.save()),
        when_saved: Callback::from(move |then| {
            for_wait.waiting.borrow_mut().push(then);
            for_wait.save();
        }),
    }
}

/// Takes over what another read brought.
#[hook]
fn use_newer(draft: &UseReducerHandle<Draft>, stored: StoredSection) {
    let draft = draft.clone();
    use_effect_with(stored.revision, move |_| {
        if stored.revision > draft.revision {
            draft.dispatch(Edit::Arrived(stored));
        }
    });
}

#[hook]
fn use_pause(draft: &UseReducerHandle<Draft>, saver: &Rc<Saver>) {
    let saver = saver.clone();
    use_effect_with((draft.data.clone(), draft.saves_in(), draft.tries), move |(_, saves_in, _)| {
        let milliseconds = saves_in.map(|pause| u32::try_from(pause.as_millis()).unwrap_or(u32::MAX));
        let timeout = milliseconds.map(|pause| Timeout::new(pause, move || saver.save()));
        move || drop(timeout)
    });
}

#[hook]
fn use_leaving(saver: &Rc<Saver>) {
    let saver = saver.clone();
    use_effect_with((), move |()| {
        let on_hide = {
            let saver = saver.clone();
            move |_: &Event| saver.send_before_leaving()
        };
        let listener = web_sys::window().map(|window| EventListener::new(&window, "pagehide", on_hide));
        move || {
            drop(listener);
            saver.left.set(true);
            saver.save();
        }
    });
}

impl Saver {
    fn save(self: &Rc<Self>) {
        let draft = self.draft.clone();
        match &draft.status {
            SaveStatus::Saving => return,
            SaveStatus::Saved => return self.tell(true),
            SaveStatus::Conflict(_) => return self.tell(false),
            SaveStatus::Dirty | SaveStatus::Failed(_) => {}
        }
        let body = body(&draft);
        self.draft.dispatch(Edit::SaveStarted);
        let saver = self.clone();
        ON_THEIR_WAY.set(ON_THEIR_WAY.get() + 1);
        spawn_local(async move {
            let place = [saver.application.as_str(), draft.section.as_str()];
            let answer = call::<_, Saved>(Route::SaveSection, &place, Some(&body)).await;
            ON_THEIR_WAY.set(ON_THEIR_WAY.get() - 1);
            saver.answered(answer);
        });
    }

    fn answered(self: &Rc<Self>, answer: Result<Saved, ApiError>) {
        let edit = match answer {
            Ok(Saved { revision, saved_at }) => Edit::SaveDone { revision, at: saved_at },
            Err(error) => refused(error),
        };
        self.draft.dispatch(edit);
        let draft = self.draft.clone();
        match &draft.status {
            SaveStatus::Failed(_) => self.tell(false),
            SaveStatus::Saved | SaveStatus::Saving | SaveStatus::Dirty | SaveStatus::Conflict(_) => {
                self.on_saved.emit((draft.section.clone(), draft.stored()));
                self.go_on(&draft.status);
            }
        }
    }

    /// What was typed meanwhile waits for the pause, unless somebody waits for it.
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

    fn send_before_leaving(&self) {
        let draft = self.draft.clone();
        if draft.must_be_sent() {
            let place = [self.application.as_str(), draft.section.as_str()];
            send_before_leaving(Route::SaveSection, &place, &body(&draft));
        }
    }
}

fn body(draft: &Draft) -> SaveSection {
    SaveSection { revision: draft.revision, data: draft.data.clone() }
}

fn refused(error: ApiError) -> Edit {
    match error {
        ApiError::Refused(problem) => match (problem.current, problem.status) {
            (Some(current), _) => Edit::Arrived(current),
            (None, 401) => Edit::SaveFailed(SaveFailure::SignedOut),
            (None, 429 | 500..) => Edit::SaveFailed(SaveFailure::Offline),
            (None, _) => Edit::SaveFailed(SaveFailure::Refused(problem.title)),
        },
        ApiError::Offline => Edit::SaveFailed(SaveFailure::Offline),
    }
}
