//! Remembers, for the next page of this tab, what a page sent as it went: that save may still be under way when the
//! next page reads. Nothing of what was typed is in it.

use api::applications::SaveSection;

use crate::dom;
use crate::state::journal::LastWords;

fn key(application: &str) -> String {
    format!("last-words/{application}")
}

pub fn remember(application: &str, section: &str, sent: &SaveSection) {
    let mut all = last_words(application);
    all.retain(|had| had.section != section);
    all.push(LastWords { section: section.to_owned(), revision: sent.revision, mark: sent.mark.clone() });
    dom::keep_in_tab(&key(application), &serde_json::to_string(&all).unwrap_or_default());
}

pub fn last_words(application: &str) -> Vec<LastWords> {
    let kept = dom::kept_in_tab(&key(application));
    kept.and_then(|kept| serde_json::from_str(&kept).ok()).unwrap_or_default()
}

pub fn forget(application: &str) {
    dom::forget_in_tab(&key(application));
}
