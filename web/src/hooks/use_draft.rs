//! Edits a section that saves itself.

use api::applications::StoredSection;
use gloo_timers::callback::Timeout;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::dom;
use crate::hooks::use_me;
use crate::journal::{Keeper, begin, orphans_of};
use crate::open_forms;
use crate::saver::Saver;
use crate::state::draft::{Draft, Edit, SaveStatus};

/// A section that is edited and saves itself: after typing, on request, and before it is left.
#[derive(Clone, PartialEq)]
pub struct DraftHandle {
    pub draft: UseReducerHandle<Draft>,
    pub edit: Callback<Edit>,
    /// Saves without waiting for the pause in typing.
    pub flush: Callback<()>,
    /// Says when all that is typed is on the server, or that it could not get there.
    pub when_saved: Callback<Callback<bool>>,
    /// Goes on saving after somebody signed in again.
    pub resume: Callback<()>,
    /// This machine has all that the server does not.
    pub kept: bool,
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
        let (application, draft) = (application.clone(), draft.clone());
        use_memo((), move |()| Saver::new(application, draft, on_saved))
    };
    let kept = use_journal(&application, section, &saver);
    use_newer_read(&draft, &saver, stored);
    use_autosave(&draft, &saver);
    use_save_on_leave(&saver);
    use_leave_warning(&draft, kept);
    use_save_on_reconnect(&saver);
    let (for_edit, for_flush) = (saver.clone(), saver.clone());
    let (for_wait, for_resume) = (saver.clone(), saver);
    let account = use_me().me.map(|me| me.account.as_str().to_owned());
    DraftHandle {
        draft,
        edit: Callback::from(move |edit| for_edit.dispatch(edit)),
        flush: Callback::from(move |()| for_flush.save()),
        when_saved: Callback::from(move |then| for_wait.save_and_tell(then)),
        resume: Callback::from(move |()| resume(account.clone(), for_resume.clone())),
        kept,
    }
}

/// Keeps what is typed on this machine, and takes what earlier pages left there.
#[hook]
fn use_journal(application: &AttrValue, section: &str, saver: &Rc<Saver>) -> bool {
    let kept = use_state_eq(|| false);
    let account = use_me().me.map(|me| me.account.clone());
    let (application, section) = (application.clone(), section.to_owned());
    let (saver, on_kept) = (saver.clone(), kept.setter());
    use_effect_with(account, move |account| {
        let Some(account) = account.clone() else { return };
        spawn_local(async move {
            begin(account.as_str()).await;
            let on_kept = Callback::from(move |is_kept| on_kept.set(is_kept));
            saver.keep_with(Keeper::new(account.as_str(), &application, &section, on_kept));
            let mut left = orphans_of(account.as_str(), &application).await;
            left.retain(|(place, _)| place.section == section);
            saver.found(left);
        });
    });
    *kept
}

fn resume(account: Option<String>, saver: Rc<Saver>) {
    spawn_local(async move {
        if let Some(account) = account {
            begin(&account).await;
        }
        saver.resume();
    });
}

/// Takes over what another read brought.
#[hook]
fn use_newer_read(draft: &UseReducerHandle<Draft>, saver: &Rc<Saver>, stored: StoredSection) {
    let (draft, saver) = (draft.clone(), saver.clone());
    use_effect_with(stored.revision, move |_| {
        if stored.revision > draft.revision {
            saver.dispatch(Edit::Arrived(stored));
        }
    });
}

/// Typing starts the pause anew; it does not put off another try.
#[hook]
fn use_autosave(draft: &UseReducerHandle<Draft>, saver: &Rc<Saver>) {
    let saver = saver.clone();
    let typed = (draft.status() == SaveStatus::Dirty).then(|| draft.data.clone());
    use_effect_with((typed, draft.saves_in(), draft.tries), move |(_, saves_in, _)| {
        let milliseconds = saves_in.map(|pause| u32::try_from(pause.as_millis()).unwrap_or(u32::MAX));
        let timeout = milliseconds.map(|pause| Timeout::new(pause, move || saver.save()));
        move || drop(timeout)
    });
}

#[hook]
fn use_save_on_leave(saver: &Rc<Saver>) {
    let saver = saver.clone();
    use_effect_with((), move |()| {
        open_forms::open(&saver);
        let (on_hide, on_unseen) = (saver.clone(), saver.clone());
        let going = dom::on_window("pagehide", move || on_hide.send_before_leaving());
        // A phone may end a page that nobody sees without a word.
        let unseen = dom::on_window("visibilitychange", move || {
            if !dom::is_visible() {
                on_unseen.save();
            }
        });
        move || {
            drop((going, unseen));
            open_forms::close(&saver);
            saver.leave();
        }
    });
}

/// Text that neither the server nor this machine has goes with the page: the browser asks first.
#[hook]
fn use_leave_warning(draft: &Draft, kept: bool) {
    let is_at_risk = !kept && !draft.is_clean();
    // Until a save has failed, one that goes on behind the next page brings it there.
    let has_failed = is_at_risk && matches!(draft.status(), SaveStatus::Failed(_));
    use_effect_with((is_at_risk, has_failed), |(is_at_risk, has_failed)| {
        let asks = is_at_risk.then(dom::ask_before_leaving);
        let links = has_failed.then(dom::leave_links_to_browser);
        move || drop((asks, links))
    });
}

#[hook]
fn use_save_on_reconnect(saver: &Rc<Saver>) {
    let saver = saver.clone();
    use_effect_with((), move |()| {
        let (on_gone, on_back) = (saver.clone(), saver);
        let gone = dom::on_window("offline", move || on_gone.dispatch(Edit::Online(false)));
        let back = dom::on_window("online", move || {
            on_back.dispatch(Edit::Online(true));
            on_back.save();
        });
        move || drop((gone, back))
    });
}
