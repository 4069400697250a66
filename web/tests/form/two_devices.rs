//! A model of two devices that fill in one section and of the server between them, to be driven at random.

use crate::typed_texts::{Cell, GROUP, at_cell, first_word, texts_at, tidy};
use api::applications::{SaveSection, StoredSection};
use chrono::DateTime;
use domain::form::{Row, SectionData, Spot};
use domain::ids::RowId;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use web::state::cells::{row_at, value_at};
use web::state::draft::{Draft, Edit, SaveFailure, SaveStatus};
use web::state::journal::Entry;
use yew::Reducible;

const SECTION: &str = "publications";

/// `usize`s choose among what there is at that moment.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    Type {
        field: usize,
        blanks: bool,
    },
    TypeInRow {
        row: usize,
        field: usize,
    },
    AddRow,
    RemoveRow(usize),
    UndoRemove,
    MoveRow {
        row: usize,
        to: usize,
    },
    Save,
    Answer(Outcome),
    /// The device reads the section again.
    Read,
    NetworkGone(bool),
    /// The page goes and another comes, with what the server has or with what the last page knew of it.
    Reload {
        sends_before: bool,
        knows_server: bool,
        /// The last edit was sent, which the server hears, but the page was gone before it was written down.
        forgets_last: bool,
    },
    /// A request that was thought lost reaches the server.
    LateArrival(usize),
    Choose {
        spot: usize,
        mine: bool,
    },
    ChooseAll {
        mine: bool,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    Arrives,
    LostBeforeSending,
    LostAfterCommit,
    /// Thought lost; it may arrive at any later time.
    Delayed,
    ServerError,
    SignedOut,
}

pub(crate) struct Device {
    pub(crate) draft: Rc<Draft>,
    /// By form, as this machine's store has it.
    journal: BTreeMap<u32, Entry>,
    /// The record of the form before its last edit.
    before: Option<Entry>,
    form: u32,
    on_its_way: Option<SaveSection>,
}

/// Why a text that was typed may be gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Replaced {
    TypedOver,
    RowRemovedAt(usize),
    Chosen,
}

pub(crate) struct World {
    pub(crate) server: StoredSection,
    pub(crate) devices: [Device; 2],
    wire: Vec<SaveSection>,
    typed: BTreeMap<String, Cell>,
    replaced: BTreeMap<String, BTreeSet<Replaced>>,
    n_ids: usize,
    /// A machine that keeps nothing, to see that the loss is noticed.
    pub(crate) forgets: bool,
}

impl World {
    pub(crate) fn new() -> Self {
        let values = [("a".to_owned(), "t0".to_owned())].into();
        let row = |id: &str| Row { id: RowId::new(id), values: [("x".to_owned(), format!("t{id}"))].into() };
        let groups = [(GROUP.to_owned(), vec![row("1"), row("2"), row("3")])].into();
        let server =
            StoredSection { revision: 1, data: SectionData { values, groups }, saved_at: None, mark: None };
        let device = |name| Device {
            draft: draft(server.clone(), name, 0),
            journal: BTreeMap::new(),
            before: None,
            form: 0,
            on_its_way: None,
        };
        let devices = [device(0), device(1)];
        Self {
            server,
            devices,
            wire: Vec::new(),
            typed: BTreeMap::new(),
            replaced: BTreeMap::new(),
            n_ids: 0,
            forgets: false,
        }
    }

    pub(crate) fn step(&mut self, device: usize, step: &Step) {
        match step {
            Step::Type { field, blanks } => {
                let at = Spot::field(SECTION, ["a", "b"][field % 2]);
                self.type_at(device, at, *blanks);
            }
            Step::TypeInRow { row, field } => {
                if let Some(id) = self.row(device, *row) {
                    let field = Some(["x", "y"][field % 2].to_owned());
                    let at = Spot { field, ..Spot::group(SECTION, GROUP).in_row(GROUP, &id) };
                    self.type_at(device, at, false);
                }
            }
            Step::AddRow => {
                let id = RowId::new(self.next("r"));
                self.edit(device, Edit::AddRow { group: GROUP.into(), id, exactly_one: None });
            }
            Step::RemoveRow(row) => self.remove_row(device, *row),
            Step::UndoRemove => self.undo_remove(device),
            Step::MoveRow { row, to } => {
                if let Some(id) = self.row(device, *row) {
                    self.edit(device, Edit::MoveRowTo { group: GROUP.into(), id, index: *to });
                }
            }
            Step::Save => self.save(device),
            Step::Answer(outcome) => self.answer(device, *outcome),
            Step::Read => self.edit(device, Edit::Arrived(self.server.clone())),
            Step::NetworkGone(gone) => self.edit(device, Edit::Online(!gone)),
            Step::Reload { sends_before, knows_server, forgets_last } => {
                self.reload(device, *sends_before, *knows_server, *forgets_last);
            }
            Step::LateArrival(which) => {
                if !self.wire.is_empty() {
                    let request = self.wire.remove(which % self.wire.len());
                    let _ = commit(&mut self.server, request);
                }
            }
            Step::Choose { spot, mine } => self.choose(device, *spot, *mine),
            Step::ChooseAll { mine } => {
                while !self.devices[device].draft.differences().is_empty() {
                    self.choose(device, 0, *mine);
                }
            }
        }
        self.adopt(device);
    }

    fn edit(&mut self, device: usize, edit: Edit) {
        let device = &mut self.devices[device];
        device.before = device.journal.get(&device.form).cloned();
        device.draft = device.draft.clone().reduce(edit);
        match device.draft.entry() {
            Some(entry) => device.journal.insert(device.form, entry),
            None => device.journal.remove(&device.form),
        };
    }

    /// As the form does: what a page that is gone left is taken one by one, each when all is saved.
    fn adopt(&mut self, device: usize) {
        while let Some(orphan) = self.orphan(device) {
            let Some(entry) = self.devices[device].journal.get(&orphan).cloned() else { return };
            self.edit(device, Edit::Restored(entry));
            self.devices[device].journal.remove(&orphan);
        }
    }

    fn orphan(&self, device: usize) -> Option<u32> {
        let device = &self.devices[device];
        let is_saved = device.draft.status() == SaveStatus::Saved;
        device.journal.keys().copied().find(|form| is_saved && *form != device.form)
    }

    fn next(&mut self, prefix: &str) -> String {
        self.n_ids += 1;
        format!("{prefix}{}", self.n_ids)
    }

    fn row(&self, device: usize, row: usize) -> Option<RowId> {
        let rows = self.devices[device].draft.data.rows(GROUP);
        (!rows.is_empty()).then(|| rows[row % rows.len()].id.clone())
    }

    fn type_at(&mut self, device: usize, at: Spot, blanks: bool) {
        let had = value_at(&self.devices[device].draft.data, &at).to_owned();
        self.replace(&had, Replaced::TypedOver);
        let text = self.next("k");
        self.typed.insert(text.clone(), (at.row.clone(), at.field.clone().unwrap_or_default()));
        let value = if blanks { format!("{text}  甲 ") } else { text };
        self.edit(device, Edit::SetValue { at, value });
    }

    fn replace(&mut self, value: &str, why: Replaced) {
        self.replaced.entry(first_word(value).to_owned()).or_default().insert(why);
    }

    fn replace_row(&mut self, row: Option<Row>, why: Replaced) {
        for value in row.into_iter().flat_map(|row| row.values.into_values()) {
            self.replace(&value, why);
        }
    }

    fn remove_row(&mut self, device: usize, row: usize) {
        let Some(id) = self.row(device, row) else { return };
        let gone = row_at(&self.devices[device].draft.data, GROUP, &id).cloned();
        self.replace_row(gone, Replaced::RowRemovedAt(device));
        self.edit(device, Edit::RemoveRow { group: GROUP.into(), id });
    }

    fn undo_remove(&mut self, device: usize) {
        let draft = &self.devices[device].draft;
        let back = draft.removed.last().map(|removed| removed.row.clone());
        let Some(back) = back else { return };
        let is_there = row_at(&draft.data, GROUP, &back.id).is_some();
        self.edit(device, Edit::UndoRemove { group: GROUP.into() });
        for value in back.values.values().filter(|_| !is_there) {
            if let Some(why) = self.replaced.get_mut(first_word(value)) {
                why.remove(&Replaced::RowRemovedAt(device));
            }
        }
    }

    fn save(&mut self, device: usize) {
        let draft = &self.devices[device].draft;
        if draft.is_on_its_way() {
            return;
        }
        match draft.status() {
            SaveStatus::Saved | SaveStatus::Saving | SaveStatus::Conflict => return,
            SaveStatus::Dirty | SaveStatus::Failed(_) => {}
        }
        let request = draft.to_send();
        self.edit(device, Edit::SaveStarted);
        self.devices[device].on_its_way = Some(request);
    }

    fn answer(&mut self, device: usize, outcome: Outcome) {
        let Some(request) = self.devices[device].on_its_way.take() else { return };
        let edit = match outcome {
            Outcome::Arrives => commit(&mut self.server, request),
            Outcome::LostBeforeSending | Outcome::ServerError => Edit::SaveFailed(SaveFailure::Offline),
            Outcome::SignedOut => Edit::SaveFailed(SaveFailure::SignedOut),
            Outcome::LostAfterCommit => {
                let _ = commit(&mut self.server, request);
                Edit::SaveFailed(SaveFailure::Offline)
            }
            Outcome::Delayed => {
                self.wire.push(request);
                Edit::SaveFailed(SaveFailure::Offline)
            }
        };
        self.edit(device, edit);
    }

    fn reload(&mut self, device: usize, sends_before: bool, knows_server: bool, forgets_last: bool) {
        let World { devices, wire, server, .. } = self;
        let last = &mut devices[device];
        wire.extend(last.on_its_way.take());
        let mut stored = if knows_server { server.clone() } else { last.draft.stored() };
        if sends_before && last.draft.must_be_sent() {
            let request = last.draft.last_words();
            if forgets_last && wire.is_empty() && request.revision == server.revision {
                last.journal.remove(&last.form);
                last.journal.extend(last.before.take().map(|before| (last.form, before)));
                let _ = commit(server, request);
                stored = server.clone();
            } else {
                wire.push(request);
            }
        }
        last.form += 1;
        if self.forgets {
            last.journal.clear();
        }
        last.draft = draft(stored, device, last.form);
    }

    fn choose(&mut self, device: usize, spot: usize, mine: bool) {
        let draft = &self.devices[device].draft;
        let open = draft.differences();
        if open.is_empty() {
            return;
        }
        let spot = open[spot % open.len()].clone();
        let (kept, given_up) = if mine { (&draft.data, &draft.saved) } else { (&draft.saved, &draft.data) };
        let mut gone = texts_at(given_up, &spot);
        gone.retain(|text| !texts_at(kept, &spot).contains(text));
        for text in gone {
            self.replace(&text, Replaced::Chosen);
        }
        self.edit(device, if mine { Edit::KeepMine(spot) } else { Edit::TakeTheirs(spot) });
    }

    /// Every text that was typed and not replaced by somebody's own act is somewhere where it is kept.
    pub(crate) fn lost(&self) -> Vec<&String> {
        let journals = self.devices.iter().flat_map(|device| device.journal.values());
        let drafts = self.devices.iter().map(|device| &device.draft.data);
        let kept: Vec<&SectionData> =
            drafts.chain(journals.map(|entry| &entry.data)).chain([&self.server.data]).collect();
        let replaced = |text: &String| self.replaced.get(text).is_some_and(|why| !why.is_empty());
        let is_lost = |(text, cell): &(&String, &Cell)| {
            !replaced(text) && !kept.iter().any(|data| first_word(at_cell(data, cell)) == text.as_str())
        };
        self.typed.iter().filter(is_lost).map(|(text, _)| text).collect()
    }

    /// Faults end, everybody saves and reads; each conflict is settled, in turn for either side.
    pub(crate) fn settle(&mut self) -> bool {
        for round in 0..40 {
            for device in 0..2 {
                self.step(device, &Step::NetworkGone(false));
                self.step(device, &Step::Answer(Outcome::Arrives));
                self.step(device, &Step::ChooseAll { mine: round % 2 == 0 });
                self.step(device, &Step::Save);
                self.step(device, &Step::Answer(Outcome::Arrives));
                self.step(device, &Step::Read);
            }
            if self.is_quiet() {
                return true;
            }
        }
        false
    }

    fn is_quiet(&self) -> bool {
        let server = tidy(&self.server.data);
        self.devices.iter().all(|device| {
            device.draft.status() == SaveStatus::Saved
                && device.journal.is_empty()
                && tidy(&device.draft.data) == server
        })
    }
}

fn commit(server: &mut StoredSection, request: SaveSection) -> Edit {
    if request.revision != server.revision {
        return Edit::Stale(server.clone());
    }
    server.revision += 1;
    server.data = tidy(&request.data);
    server.mark = request.mark.or(server.mark.take());
    Edit::SaveDone { revision: server.revision, at: DateTime::default() }
}

/// The draft of a form that has a record of its own.
fn draft(stored: StoredSection, device: usize, form: u32) -> Rc<Draft> {
    Rc::new(Draft::new(SECTION, stored)).reduce(Edit::Named(format!("{device}/{form}")))
}
