//! The records that this machine keeps until the server has them: one for each form that is or was open.

use api::applications::{Mark, StoredSection};
use domain::form::{SectionData, Spot};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A draft as far as it must outlive its page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// The revision of `base`.
    pub revision: u64,
    /// The section as the server held it when the typing began.
    pub base: SectionData,
    pub data: SectionData,
    #[serde(default)]
    pub unanswered: Vec<SectionData>,
    /// Conflicts that nobody has settled.
    #[serde(default)]
    pub open: Vec<Spot>,
    #[serde(default)]
    pub mark: Option<Mark>,
}

/// A section that a page sent as it went.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LastWords {
    pub section: String,
    pub revision: u64,
    pub mark: Option<Mark>,
}

impl LastWords {
    /// Tells whether they are stored, or never will be: something else was stored in their place.
    pub fn are_settled(&self, stored: &StoredSection) -> bool {
        match (&self.mark, &stored.mark) {
            (Some(mark), Some(by)) if by.form == mark.form => by.n_edits >= mark.n_edits,
            _ => stored.revision > self.revision,
        }
    }
}

/// Where a record stands. Its text is the key in the store and is sealed in with the record.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RecordKey {
    pub account: String,
    pub application: String,
    pub section: String,
    /// A page from loading to unloading.
    pub page: String,
    /// The section's form may be opened several times in one page.
    pub form: u32,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// Milliseconds since 1970 by this machine's clock: only the order of records follows from it.
    pub written_at: u64,
    pub entry: Entry,
}

/// Which pages and forms still look after their own records.
#[derive(Clone, Debug, Default)]
pub struct Alive {
    pub pages: BTreeSet<String>,
    /// The forms of this page that are on the screen.
    pub forms: BTreeSet<u32>,
    pub own_page: String,
}

impl RecordKey {
    /// Returns the beginning of the keys of all records of an application.
    pub fn prefix(account: &str, application: &str) -> String {
        format!("{account}/{application}/")
    }

    pub fn text(&self) -> String {
        let Self { account, application, section, page, form } = self;
        format!("{}{section}/{page}/{form}", Self::prefix(account, application))
    }

    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('/').map(str::to_owned);
        let mut part = || parts.next();
        let (account, application, section, page) = (part()?, part()?, part()?, part()?);
        let form = part()?.parse().ok()?;
        part().is_none().then_some(Self { account, application, section, page, form })
    }
}

impl Alive {
    fn looks_after(&self, key: &RecordKey) -> bool {
        if key.page == self.own_page {
            self.forms.contains(&key.form)
        } else {
            self.pages.contains(&key.page)
        }
    }
}

/// The records that nobody looks after, oldest first.
pub fn orphans(records: Vec<(RecordKey, Record)>, alive: &Alive) -> Vec<(RecordKey, Entry)> {
    let mut orphans: Vec<_> = records.into_iter().filter(|(key, _)| !alive.looks_after(key)).collect();
    orphans.sort_by_key(|(_, record)| record.written_at);
    orphans.into_iter().map(|(key, record)| (key, record.entry)).collect()
}
