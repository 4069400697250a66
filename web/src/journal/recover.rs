//! Sends the drafts that earlier pages left behind.

use api::applications::StoredSection;
use std::rc::Rc;
use yew::{Callback, Reducible};

use crate::journal::{keeper, store};
use crate::saver::send;
use crate::state::draft::{Draft, Edit, SaveStatus};
use crate::state::journal::Entry;
use crate::state::loaded::Loaded;

/// One try for a save without an answer, one for the text after it, one for a section that moved on meanwhile.
const MAX_SAVES: usize = 3;

/// Saves what earlier pages left of sections that nobody has open. What conflicts waits until its section is
/// opened; a form that is on this page takes its own.
pub async fn recover(
    account: &str,
    loaded: Rc<Loaded>,
    has_form: impl Fn(&str) -> bool,
    put: Callback<(String, StoredSection)>,
) {
    let application = loaded.view.application.id.as_str();
    for (place, entry) in keeper::orphans_of(account, application).await {
        if has_form(&place.section) {
            continue;
        }
        let stored = loaded.stored(&place.section);
        if let Some(saved) = save(application, &place.section, stored, entry).await {
            put.emit((place.section.clone(), saved));
            // One that stays is found to be saved the next time.
            let _ = store::remove(&[place]).await;
        }
    }
}

/// Returns the section as the server then holds it; `None` when something is still to be saved.
async fn save(
    application: &str,
    section: &str,
    stored: StoredSection,
    entry: Entry,
) -> Option<StoredSection> {
    let mut draft = Rc::new(Draft::new(section, stored)).reduce(Edit::Restored(entry));
    for _ in 0..MAX_SAVES {
        if draft.status() != SaveStatus::Dirty {
            break;
        }
        let body = draft.to_send();
        draft = draft.reduce(Edit::SaveStarted);
        draft = draft.reduce(send(application, section, &body).await);
    }
    (draft.status() == SaveStatus::Saved).then(|| draft.stored())
}
