//! The sections of an application that this machine has newer than the server.

use api::applications::StoredSection;
use domain::pack::Section;
use std::rc::Rc;
use yew::Reducible;

use crate::state::cells::same_data;
use crate::state::draft::{Draft, Edit};
use crate::state::journal::Entry;
use crate::state::loaded::Loaded;

/// The sections that a form would open with text to save or to choose from, in the order of the pack.
pub fn unsaved_sections(loaded: &Loaded, entries: &[(String, Entry)]) -> Vec<String> {
    let is_unsaved = |section: &&Section| {
        let mut own = entries.iter().filter(|(id, _)| *id == section.id);
        own.any(|(id, entry)| is_unsaved(id, loaded.stored(id), entry.clone()))
    };
    loaded.pack.sections.iter().filter(is_unsaved).map(|section| section.id.clone()).collect()
}

fn is_unsaved(section: &str, stored: StoredSection, entry: Entry) -> bool {
    let draft = Rc::new(Draft::new(section, stored)).reduce(Edit::Restored(entry));
    !draft.differences().is_empty() || !same_data(&draft.data, &draft.saved)
}
