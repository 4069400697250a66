//! One section while it is edited: what is typed, what the server holds, and what is on its way.

use api::applications::StoredSection;
use chrono::{DateTime, FixedOffset};
use domain::form::{Row, SectionData, Spot, Values};
use domain::ids::RowId;
use std::rc::Rc;
use std::time::Duration;
use yew::Reducible;

use crate::state::cells::{move_row, set_value, value_at};
use crate::state::merge::merge;

const AFTER_TYPING: Duration = Duration::from_secs(1);
const FIRST_RETRY: Duration = Duration::from_secs(5);
const LAST_RETRY: Duration = Duration::from_secs(60);

#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    pub section: String,
    /// As typed. What the server tidies never overwrites it.
    pub data: SectionData,
    /// What the server holds at `revision`.
    pub saved: SectionData,
    pub revision: u64,
    pub saved_at: Option<DateTime<FixedOffset>>,
    pub status: SaveStatus,
    pub removed: Vec<RemovedRow>,
    /// Failures since the last success.
    pub tries: u32,
    sent: Option<SectionData>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveStatus {
    Saved,
    Dirty,
    Saving,
    Failed(SaveFailure),
    /// Both sides changed these fields; nothing is saved until each is settled.
    Conflict(Vec<Spot>),
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
    },
    RemoveRow {
        group: String,
        id: RowId,
    },
    /// Puts back the row of the group that was removed last.
    UndoRemove {
        group: String,
    },
    MoveRow {
        group: String,
        id: RowId,
        up: bool,
    },
    SaveStarted,
    SaveDone {
        revision: u64,
        at: DateTime<FixedOffset>,
    },
    SaveFailed(SaveFailure),
    /// The server holds this: after a stale save (409), a look-up or another read.
    Arrived(StoredSection),
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
            status: SaveStatus::Saved,
            removed: Vec::new(),
            tries: 0,
            sent: None,
        }
    }

    /// How long to wait before the next save; `None` when there is nothing to send or no use in sending it.
    pub fn saves_in(&self) -> Option<Duration> {
        match &self.status {
            SaveStatus::Dirty => Some(AFTER_TYPING),
            SaveStatus::Failed(SaveFailure::Offline | SaveFailure::SignedOut) => {
                Some((FIRST_RETRY * 2_u32.pow(self.tries.clamp(1, 5) - 1)).min(LAST_RETRY))
            }
            SaveStatus::Failed(SaveFailure::Refused(_))
            | SaveStatus::Saved
            | SaveStatus::Saving
            | SaveStatus::Conflict(_) => None,
        }
    }

    /// Something typed is not on the server, nor on its way.
    pub fn must_be_sent(&self) -> bool {
        match &self.status {
            SaveStatus::Dirty | SaveStatus::Failed(_) => true,
            SaveStatus::Saving => self.sent.as_ref() != Some(&self.data),
            SaveStatus::Saved | SaveStatus::Conflict(_) => false,
        }
    }

    pub fn stored(&self) -> StoredSection {
        StoredSection { revision: self.revision, data: self.saved.clone(), saved_at: self.saved_at }
    }

    fn apply(&mut self, edit: Edit) {
        match edit {
            Edit::SetValue { at, value } => self.edited(|data| set_value(data, &at, value)),
            Edit::AddRow { group, id } => self.edited(|data| {
                data.groups.entry(group).or_default().push(Row { id, values: Values::new() });
            }),
            Edit::RemoveRow { group, id } => self.remove_row(group, &id),
            Edit::UndoRemove { group } => self.undo_remove(&group),
            Edit::MoveRow { group, id, up } => self.edited(|data| move_row(data, &group, &id, up)),
            Edit::SaveStarted => {
                self.sent = Some(self.data.clone());
                self.status = SaveStatus::Saving;
            }
            Edit::SaveDone { revision, at } => self.save_done(revision, at),
            Edit::SaveFailed(failure) => self.save_failed(failure),
            Edit::Arrived(stored) => self.arrived(stored),
            Edit::KeepMine(spot) => self.settle(|open| *open != spot),
            Edit::TakeTheirs(spot) => {
                self.take_theirs(&spot);
                self.settle(|open| *open != spot);
            }
            Edit::KeepAllMine => self.settle(|_| false),
            Edit::TakeAllTheirs => {
                for spot in self.differences().to_vec() {
                    self.take_theirs(&spot);
                }
                self.settle(|_| false);
            }
        }
    }

    fn edited(&mut self, change: impl FnOnce(&mut SectionData)) {
        change(&mut self.data);
        match self.status {
            SaveStatus::Saved | SaveStatus::Dirty | SaveStatus::Failed(_) => {
                self.status = self.clean_or_dirty()
            }
            SaveStatus::Saving | SaveStatus::Conflict(_) => {}
        }
    }

    fn clean_or_dirty(&self) -> SaveStatus {
        if self.data == self.saved { SaveStatus::Saved } else { SaveStatus::Dirty }
    }

    fn remove_row(&mut self, group: String, id: &RowId) {
        let Some(index) = self.data.rows(&group).iter().position(|row| row.id == *id) else { return };
        let mut taken = None;
        self.edited(|data| taken = data.groups.get_mut(&group).map(|rows| rows.remove(index)));
        self.removed.extend(taken.map(|row| RemovedRow { group, index, row }));
    }

    fn undo_remove(&mut self, group: &str) {
        let Some(last) = self.removed.iter().rposition(|removed| removed.group == group) else { return };
        let RemovedRow { group, index, row } = self.removed.remove(last);
        self.edited(|data| {
            let rows = data.groups.entry(group).or_default();
            rows.insert(index.min(rows.len()), row);
        });
    }

    /// A later answer may have told of a newer revision already.
    fn save_done(&mut self, revision: u64, at: DateTime<FixedOffset>) {
        let sent = self.sent.take();
        self.tries = 0;
        if revision > self.revision {
            self.revision = revision;
            self.saved_at = Some(at);
            self.saved = sent.unwrap_or_else(|| self.data.clone());
        }
        self.status = self.clean_or_dirty();
    }

    fn save_failed(&mut self, failure: SaveFailure) {
        self.sent = None;
        self.tries += 1;
        self.status = SaveStatus::Failed(failure);
    }

    fn arrived(&mut self, stored: StoredSection) {
        if stored.revision < self.revision {
            return;
        }
        let merged = merge(&self.section, &self.data, &self.saved, &stored.data);
        self.sent = None;
        self.tries = 0;
        self.data = merged.data;
        self.saved = stored.data;
        self.revision = stored.revision;
        self.saved_at = stored.saved_at;
        self.status = match merged.differences.is_empty() {
            true => self.clean_or_dirty(),
            false => SaveStatus::Conflict(merged.differences),
        };
    }

    pub fn differences(&self) -> &[Spot] {
        match &self.status {
            SaveStatus::Conflict(open) => open,
            SaveStatus::Saved | SaveStatus::Dirty | SaveStatus::Saving | SaveStatus::Failed(_) => &[],
        }
    }

    fn settle(&mut self, stays_open: impl Fn(&Spot) -> bool) {
        if let SaveStatus::Conflict(open) = &mut self.status {
            open.retain(stays_open);
            if open.is_empty() {
                self.status = self.clean_or_dirty();
            }
        }
    }

    fn take_theirs(&mut self, at: &Spot) {
        let theirs = value_at(&self.saved, at).to_owned();
        set_value(&mut self.data, at, theirs);
    }
}

impl Reducible for Draft {
    type Action = Edit;

    fn reduce(self: Rc<Self>, edit: Edit) -> Rc<Self> {
        let mut next = (*self).clone();
        next.apply(edit);
        Rc::new(next)
    }
}
