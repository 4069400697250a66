//! One section while it is edited: what is typed, what the server holds, and what is on its way.

use api::applications::{Mark, SaveSection, StoredSection};
use chrono::{DateTime, FixedOffset};
use domain::form::{Row, SectionData, Spot, Values};
use domain::ids::RowId;
use std::rc::Rc;
use std::time::Duration;
use yew::Reducible;

use crate::state::cells::{move_row, same_data, set_value};
use crate::state::conflict::{still_open, take_theirs};
use crate::state::journal::Entry;
use crate::state::merge::{Merged, Versions, merge};

const AFTER_TYPING: Duration = Duration::from_secs(1);
const FIRST_RETRY: Duration = Duration::from_secs(5);
const LAST_RETRY: Duration = Duration::from_secs(60);
/// Only pages that went away before an answer came add to these; a forgotten one costs a question, no text.
const MAX_UNANSWERED: usize = 8;

#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    pub section: String,
    /// As typed. What the server tidies never overwrites it.
    pub data: SectionData,
    /// The section as the server holds it at `revision`.
    pub saved: SectionData,
    pub revision: u64,
    pub saved_at: Option<DateTime<FixedOffset>>,
    pub removed: Vec<RemovedRow>,
    /// Failures since the last success.
    pub tries: u32,
    /// This machine's journal had something that the server did not.
    pub restored: bool,
    failure: Option<SaveFailure>,
    /// Both sides changed these; nothing is saved until each is settled.
    open: Vec<Spot>,
    on_its_way: Option<SectionData>,
    /// Sent on top of `revision`: at most one of them is stored, and no answer said which.
    unanswered: Vec<SectionData>,
    /// The name that marks what this form sends; empty while it has none.
    form: String,
    n_edits: u64,
    /// The mark that came with `saved`.
    mark: Option<Mark>,
    /// The text that a page that is gone left here. It may have sent more than it could write down.
    left_behind: Option<(Mark, SectionData)>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveStatus {
    Saved,
    Dirty,
    Saving,
    Failed(SaveFailure),
    Conflict,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveFailure {
    Offline,
    SignedOut,
    /// Another try would be refused too.
    Refused(String),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemovedRow {
    pub group: String,
    pub index: usize,
    pub row: Row,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// A row that is not there yet is made: rows that the system lays out are stored when they are filled in.
    SetValue {
        at: Spot,
        value: String,
    },
    AddRow {
        group: String,
        id: RowId,
        /// The yes-or-no field that is true in exactly one row: the first row begins with it.
        exactly_one: Option<String>,
    },
    RemoveRow {
        group: String,
        id: RowId,
    },
    /// Puts back the row of the group that was removed last.
    UndoRemove {
        group: String,
    },
    /// To the place counted from 0; beyond the end is the end.
    MoveRowTo {
        group: String,
        id: RowId,
        index: usize,
    },
    /// From here on `to_send` is on its way.
    SaveStarted,
    SaveDone {
        revision: u64,
        at: DateTime<FixedOffset>,
    },
    SaveFailed(SaveFailure),
    /// The save's answer: it was made on top of an older revision (409).
    Stale(StoredSection),
    /// All that is typed was sent, and the page will hear no answer.
    SentBlind,
    /// The browser says whether it has a network.
    Online(bool),
    /// The server holds this, as a look-up or another read says.
    Arrived(StoredSection),
    /// A form with a record of its own on this machine has this name.
    Named(String),
    /// The text of a page that is gone. Only a saved draft takes it.
    Restored(Entry),
    KeepMine(Spot),
    TakeTheirs(Spot),
    KeepAllMine,
    TakeAllTheirs,
}

impl Draft {
    pub fn new(section: &str, stored: StoredSection) -> Self {
        Self {
            section: section.to_owned(),
            data: stored.data.clone(),
            saved: stored.data,
            revision: stored.revision,
            saved_at: stored.saved_at,
            removed: Vec::new(),
            tries: 0,
            restored: false,
            failure: None,
            open: Vec::new(),
            on_its_way: None,
            unanswered: Vec::new(),
            form: String::new(),
            n_edits: 0,
            mark: stored.mark,
            left_behind: None,
        }
    }

    /// A failure stays until a save succeeds: another try is no news, and takes nothing from the screen.
    pub fn status(&self) -> SaveStatus {
        if !self.open.is_empty() {
            SaveStatus::Conflict
        } else if self.is_on_its_way() && self.failure.is_none() {
            SaveStatus::Saving
        } else if self.is_clean() {
            SaveStatus::Saved
        } else {
            self.failure.clone().map_or(SaveStatus::Dirty, SaveStatus::Failed)
        }
    }

    pub fn is_on_its_way(&self) -> bool {
        self.on_its_way.is_some()
    }

    /// The server has all that is typed.
    pub fn is_clean(&self) -> bool {
        self.open.is_empty() && self.unanswered.is_empty() && same_data(&self.data, &self.saved)
    }

    /// How long to wait before the next save; `None` when there is nothing to send or no use in sending it.
    pub fn saves_in(&self) -> Option<Duration> {
        match self.status() {
            SaveStatus::Dirty => Some(AFTER_TYPING),
            SaveStatus::Failed(SaveFailure::Offline | SaveFailure::SignedOut) => {
                Some((FIRST_RETRY * 2_u32.pow(self.tries.clamp(1, 5) - 1)).min(LAST_RETRY))
            }
            SaveStatus::Failed(SaveFailure::Refused(_))
            | SaveStatus::Saved
            | SaveStatus::Saving
            | SaveStatus::Conflict => None,
        }
    }

    /// Something typed is not on the server, nor on its way.
    pub fn must_be_sent(&self) -> bool {
        match self.status() {
            SaveStatus::Dirty | SaveStatus::Failed(_) => true,
            SaveStatus::Saving => self.on_its_way.as_ref() != Some(&self.data),
            SaveStatus::Saved | SaveStatus::Conflict => false,
        }
    }

    /// Returns the data to save. A save without an answer goes again, unchanged, before anything newer: if it was
    /// stored, the refusal shows it.
    pub fn to_send(&self) -> SaveSection {
        let data = self.unanswered.last().unwrap_or(&self.data);
        // What goes again was written down long ago: only the newest text may be newer than the journal.
        let mark = self.own_mark().filter(|_| *data == self.data);
        SaveSection { revision: self.revision, data: data.clone(), mark }
    }

    /// Returns all that is typed, for a page that will hear no answer.
    pub fn last_words(&self) -> SaveSection {
        SaveSection { revision: self.revision, data: self.data.clone(), mark: self.own_mark() }
    }

    fn own_mark(&self) -> Option<Mark> {
        let form = Some(&self.form).filter(|form| !form.is_empty());
        form.map(|form| Mark { form: form.clone(), n_edits: self.n_edits })
    }

    pub fn stored(&self) -> StoredSection {
        let (revision, saved_at, mark) = (self.revision, self.saved_at, self.mark.clone());
        StoredSection { revision, data: self.saved.clone(), saved_at, mark }
    }

    /// For the journal; `None` when the server has it all.
    pub fn entry(&self) -> Option<Entry> {
        (!self.is_clean()).then(|| Entry {
            revision: self.revision,
            base: self.saved.clone(),
            data: self.data.clone(),
            unanswered: self.unanswered.clone(),
            open: self.open.clone(),
            mark: self.own_mark(),
        })
    }

    pub fn differences(&self) -> &[Spot] {
        &self.open
    }

    fn apply(&mut self, edit: Edit) {
        match edit {
            Edit::SetValue { at, value } => self.edited(|data| set_value(data, &at, value)),
            Edit::AddRow { group, id, exactly_one } => self.edited(|data| {
                let rows = data.groups.entry(group).or_default();
                let preset = exactly_one.filter(|_| rows.is_empty());
                let values: Values = preset.into_iter().map(|field| (field, "true".to_owned())).collect();
                rows.push(Row { id, values });
            }),
            Edit::RemoveRow { group, id } => self.remove_row(group, &id),
            Edit::UndoRemove { group } => self.undo_remove(&group),
            Edit::MoveRowTo { group, id, index } => self.edited(|data| move_row(data, &group, &id, index)),
            Edit::SaveStarted => {
                let sent = self.to_send().data;
                self.remember_sent(sent.clone());
                self.on_its_way = Some(sent);
            }
            Edit::SaveDone { revision, at } => self.save_done(revision, at),
            Edit::SaveFailed(failure) => self.save_failed(failure),
            Edit::Stale(stored) => {
                self.on_its_way = None;
                self.has_answer();
                self.arrived(stored);
            }
            Edit::SentBlind => self.remember_sent(self.data.clone()),
            Edit::Online(true) => self.failure = self.failure.take().filter(|f| *f != SaveFailure::Offline),
            Edit::Online(false) => self.failure = self.failure.take().or(Some(SaveFailure::Offline)),
            Edit::Arrived(stored) => self.arrived(stored),
            Edit::Named(form) => self.form = form,
            Edit::Restored(entry) => self.restore(entry),
            Edit::KeepMine(spot) => self.open.retain(|open| *open != spot),
            Edit::TakeTheirs(spot) => {
                take_theirs(&mut self.data, &self.saved, &spot);
                self.open.retain(|open| *open != spot);
            }
            Edit::KeepAllMine => self.open.clear(),
            Edit::TakeAllTheirs => {
                for spot in std::mem::take(&mut self.open) {
                    take_theirs(&mut self.data, &self.saved, &spot);
                }
            }
        }
    }

    fn edited(&mut self, change: impl FnOnce(&mut SectionData)) {
        change(&mut self.data);
        if let Some(SaveFailure::Refused(_)) = self.failure {
            self.failure = None;
        }
    }

    fn remove_row(&mut self, group: String, id: &RowId) {
        let Some(index) = self.data.rows(&group).iter().position(|row| row.id == *id) else { return };
        let mut taken = None;
        self.edited(|data| taken = data.groups.get_mut(&group).map(|rows| rows.remove(index)));
        self.removed.extend(taken.map(|row| RemovedRow { group, index, row }));
    }

    /// The row may have come back meanwhile by a choice.
    fn undo_remove(&mut self, group: &str) {
        let Some(last) = self.removed.iter().rposition(|removed| removed.group == group) else { return };
        let RemovedRow { group, index, row } = self.removed.remove(last);
        self.edited(|data| {
            let rows = data.groups.entry(group).or_default();
            if rows.iter().all(|had| had.id != row.id) {
                rows.insert(index.min(rows.len()), row);
            }
        });
    }

    fn remember_sent(&mut self, sent: SectionData) {
        self.unanswered.retain(|had| *had != sent);
        self.unanswered.push(sent);
        let too_many = self.unanswered.len().saturating_sub(MAX_UNANSWERED);
        self.unanswered.drain(..too_many);
    }

    fn has_answer(&mut self) {
        self.tries = 0;
        self.failure = None;
    }

    /// A later read may have told of a newer revision already.
    fn save_done(&mut self, revision: u64, at: DateTime<FixedOffset>) {
        let sent = self.on_its_way.take();
        self.has_answer();
        if let (true, Some(sent)) = (revision > self.revision, sent) {
            self.revision = revision;
            self.saved_at = Some(at);
            self.saved = sent;
            self.mark = None;
            self.unanswered.clear();
        }
    }

    fn save_failed(&mut self, failure: SaveFailure) {
        let sent = self.on_its_way.take();
        // What the server refuses it refuses every time: it is not sent again.
        if let SaveFailure::Refused(_) = failure {
            self.unanswered.retain(|had| Some(had) != sent.as_ref());
        }
        self.tries += 1;
        self.failure = Some(failure);
    }

    fn arrived(&mut self, stored: StoredSection) {
        if stored.revision < self.revision {
            return;
        }
        let left =
            self.left_behind.take_if(|(mark, _)| stored.mark.as_ref().is_some_and(|by| by.is_after(mark)));
        let (base, unanswered) = match &left {
            Some((_, data)) => (data, [].as_slice()),
            None => (&self.saved, self.unanswered.as_slice()),
        };
        let versions = Versions { mine: &self.data, base, unanswered, theirs: &stored.data };
        let Merged { data, mut differences } = merge(&self.section, versions);
        for spot in self.open.iter().flat_map(|open| still_open(open, &data, &stored.data)) {
            if !differences.contains(&spot) {
                differences.push(spot);
            }
        }
        if stored.revision > self.revision {
            self.unanswered.clear();
        }
        self.open = differences;
        self.data = data;
        self.saved = stored.data;
        self.revision = stored.revision;
        self.saved_at = stored.saved_at;
        self.mark = stored.mark;
    }

    /// The page that is gone may have sent its last text.
    fn restore(&mut self, entry: Entry) {
        if self.status() != SaveStatus::Saved {
            return;
        }
        let server = self.stored();
        if let (Some(by), Some(mark)) = (&server.mark, &entry.mark)
            && by.is_after(mark)
        {
            return;
        }
        self.left_behind = entry.mark.map(|mark| (mark, entry.data.clone()));
        self.data = entry.data.clone();
        self.saved = entry.base;
        self.revision = entry.revision;
        self.open = entry.open;
        self.unanswered = entry.unanswered;
        self.remember_sent(entry.data);
        self.arrived(server);
        self.restored |= !self.is_clean();
    }
}

impl Reducible for Draft {
    type Action = Edit;

    fn reduce(self: Rc<Self>, edit: Edit) -> Rc<Self> {
        let mut next = (*self).clone();
        next.n_edits += 1;
        next.apply(edit);
        Rc::new(next)
    }
}
