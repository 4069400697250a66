//! 一键复制上次申报: what of an earlier application still fits, and what does not, each with its reason.

use super::{Answers, Case, Code, Here, Problem, Row, Scan, SectionData, Spot, Values, section_problems};
use crate::named::{declaration, discipline, lookup};
use crate::pack::{Field, FieldKind, FilledBy, Group, Pack, Section};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// An application of the same person, under the pack that it was made for.
#[derive(Clone, Copy, Debug)]
pub struct Earlier<'a> {
    pub pack: &'a Pack,
    pub answers: &'a Answers,
    pub scans: &'a [Scan],
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CarriedOver {
    /// The sections that change, whole: what stood there before stays.
    pub answers: Answers,
    pub left_out: Vec<LeftOut>,
    /// Copied, but against a limit of this application: a paper from before the current title.
    pub to_check: Vec<Problem>,
}

/// One line of the list that the applicant sees.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// The place in the earlier application; without a field it is the whole row or section.
    pub spot: Spot,
    /// Title of the section.
    pub section: String,
    /// Heading of the row; empty for the section's own fields.
    pub row: String,
    /// Label of the field; empty when it is the whole row or section.
    pub label: String,
    pub reason: Unfit,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unfit {
    /// The section, or its list of rows, is not in the new pack.
    SectionGone,
    FieldGone,
    /// The old choice in words; a clause of another committee is one.
    OptionGone(String),
    ShapeChanged,
    NotAsked,
    /// Locked this time.
    Settled,
    /// A declaration.
    StatedAnew,
    /// A register said it.
    LookUpAgain,
    OtherMonths,
    UploadAgain,
}

/// Facts that have to be stated anew each time, like the ticks.
const STATED_ANEW: [(&str, &str); 2] =
    [(discipline::ID, discipline::HAS_DISCIPLINE), (discipline::ID, discipline::IN_INTEGRITY_REGISTER)];

/// Fills what is empty in `basics`, the answers of the new application so far.
pub fn carry_over(earlier: Earlier<'_>, pack: &Pack, basics: &Answers, today: NaiveDate) -> CarriedOver {
    let mut copy = Copy { earlier, pack, today, answers: basics.clone(), left_out: Vec::new() };
    for old in earlier.pack.sections_of(FilledBy::Applicant) {
        copy.section(old);
    }
    let Copy { answers, left_out, .. } = copy;
    let unchanged =
        |id: &String, data: &SectionData| basics.get(id).unwrap_or(&SectionData::default()) == data;
    let mut changed = answers.clone();
    changed.retain(|id, data| !unchanged(id, data));
    let to_check = contradictions(&Case::new(pack, &answers, &[], today), &changed);
    CarriedOver { answers: changed, left_out, to_check }
}

/// Fields that a register fills: its answer locks or shows them.
pub fn fields_of_register(section: &Section) -> impl Iterator<Item = &Field> {
    let by_answer = |field: &Field| {
        let conditions = field.locked_when.iter().chain(&field.shown);
        conditions
            .flat_map(|condition| condition.fields())
            .any(|read| read.parts() == (None, lookup::QUERY_STATE))
    };
    section.fields.iter().filter(move |field| by_answer(field))
}

struct Copy<'a> {
    earlier: Earlier<'a>,
    pack: &'a Pack,
    today: NaiveDate,
    /// The new application, filled in order: a condition may ask for what was copied before.
    answers: Answers,
    left_out: Vec<LeftOut>,
}

/// The fate of one value.
enum Verdict {
    Copied,
    /// The system knows it anew, or the person has filled it in already.
    Known,
    LeftOut(Unfit),
}

/// The place a value is copied from: the section, or one of its rows, of which a part is copied already.
#[derive(Clone, Copy)]
struct At<'a> {
    old: &'a Section,
    new: &'a Section,
    row: Option<(&'a Group, &'a Row)>,
    heading: &'a str,
}

impl Copy<'_> {
    fn section(&mut self, old: &Section) {
        let scans = self.earlier.scans.iter().any(|scan| scan.place.section == old.id);
        let Some(had) = self.earlier.answers.get(&old.id).filter(|had| scans || !had.is_empty()) else {
            return;
        };
        let new = self.pack.section(&old.id).filter(|section| section.filled_by == FilledBy::Applicant);
        let at = At { old, new: new.unwrap_or(old), row: None, heading: "" };
        if new.is_none() {
            return self.leave(at, None, Unfit::SectionGone);
        }
        if !Case::new(self.pack, &self.answers, &[], self.today).is_asked(at.new) {
            return self.leave(at, None, Unfit::NotAsked);
        }
        if old.id == declaration::ID {
            return self.leave(at, None, Unfit::StatedAnew);
        }
        self.values(at, had);
        for group in &old.groups {
            self.rows(at, group, had.rows(&group.id));
        }
        if scans {
            self.leave(at, None, Unfit::UploadAgain);
        }
    }

    fn values(&mut self, at: At<'_>, had: &SectionData) {
        let mut typed = had.values.clone();
        if had.value(lookup::QUERY_STATE) == lookup::FOUND {
            fields_of_register(at.old).for_each(|field| drop(typed.remove(&field.id)));
            self.leave(at, None, Unfit::LookUpAgain);
        }
        for field in &at.new.fields {
            let Some(text) = typed.remove(&field.id) else { continue };
            match self.verdict(at, field, None, &text) {
                Verdict::Copied => {
                    let data = self.answers.entry(at.new.id.clone()).or_default();
                    data.values.insert(field.id.clone(), text);
                }
                Verdict::Known => {}
                Verdict::LeftOut(reason) => self.leave(at, Some(field), reason),
            }
        }
        for gone in at.old.fields.iter().filter(|field| typed.contains_key(&field.id) && is_typed(field)) {
            self.leave(at, Some(gone), Unfit::FieldGone);
        }
    }

    /// Only into an empty list: rows cannot be told from those that were typed again.
    fn rows(&mut self, at: At<'_>, group: &Group, rows: &[Row]) {
        let has_rows = self.answers.get(&at.new.id).is_some_and(|data| !data.rows(&group.id).is_empty());
        for (i, row) in rows.iter().enumerate().filter(|_| !has_rows) {
            let heading = heading(&self.old_case(), at.old, group, row, i);
            let at = At { row: Some((group, row)), heading: &heading, ..at };
            let Some(into) = at.new.group(&group.id) else {
                self.leave(at, None, Unfit::SectionGone);
                continue;
            };
            let values = self.row(at, group, into, row);
            if !values.is_empty() {
                let data = self.answers.entry(at.new.id.clone()).or_default();
                data.groups.entry(into.id.clone()).or_default().push(Row { id: row.id.clone(), values });
            }
        }
    }

    fn row(&mut self, at: At<'_>, group: &Group, into: &Group, row: &Row) -> Values {
        let mut kept = Row { id: row.id.clone(), values: Values::new() };
        for field in &into.fields {
            let text = row.value(&field.id);
            match self.verdict(at, field, Some(&kept), text) {
                Verdict::Copied => drop(kept.values.insert(field.id.clone(), text.to_owned())),
                Verdict::Known => {}
                Verdict::LeftOut(reason) => self.leave(at, Some(field), reason),
            }
        }
        let is_gone = |field: &&Field| into.fields.iter().all(|known| known.id != field.id);
        for gone in group.fields.iter().filter(is_gone).filter(|field| !row.value(&field.id).is_empty()) {
            self.leave(at, Some(gone), Unfit::FieldGone);
        }
        kept.values
    }

    fn verdict(&self, at: At<'_>, field: &Field, kept: Option<&Row>, text: &str) -> Verdict {
        let (old_case, case) = (self.old_case(), Case::new(self.pack, &self.answers, &[], self.today));
        let old_here = Here { section: &at.old.id, row: at.row.map(|(_, row)| row) };
        let here = Here { section: &at.new.id, row: kept };
        let old_fields = at.row.map_or(&at.old.fields, |(group, _)| &group.fields);
        let was = old_fields.iter().find(|was| was.id == field.id);
        let was = was.filter(|was| old_case.shown(old_here, was.shown.as_ref()));
        let is_filled = kept.is_none() && !case.value(&at.new.id, &field.id).is_empty();
        let Some(was) = was.filter(|_| !text.is_empty() && is_typed(field) && !is_filled) else {
            return Verdict::Known;
        };
        let words = || old_case.in_words(old_here, was);
        if let Some(reason) = unfit(&case, at.new, field, was.kind, text, words) {
            return Verdict::LeftOut(reason);
        }
        let is_default = text == field.default || text == "false";
        match (case.shown(here, field.shown.as_ref()), case.is_locked(here, field)) {
            (true, false) => Verdict::Copied,
            (true, true) | (false, _) if is_default => Verdict::Known,
            (true, true) => Verdict::LeftOut(Unfit::Settled),
            (false, _) => Verdict::LeftOut(Unfit::NotAsked),
        }
    }

    fn old_case(&self) -> Case<'_> {
        Case::new(self.earlier.pack, self.earlier.answers, &[], self.today)
    }

    fn leave(&mut self, at: At<'_>, field: Option<&Field>, reason: Unfit) {
        let section = Spot::section(&at.old.id);
        let spot = at
            .row
            .map_or(section, |(group, row)| Spot::group(&at.old.id, &group.id).in_row(&group.id, &row.id));
        self.left_out.push(LeftOut {
            spot: Spot { field: field.map(|field| field.id.clone()), ..spot },
            section: at.new.title.clone(),
            row: at.heading.to_owned(),
            label: field.map(|field| field.label.clone()).unwrap_or_default(),
            reason,
        });
    }
}

/// Returns why the text cannot stand in the field.
fn unfit(
    case: &Case<'_>,
    section: &Section,
    field: &Field,
    was: FieldKind,
    text: &str,
    words: impl FnOnce() -> String,
) -> Option<Unfit> {
    let is_choice = matches!(field.kind, FieldKind::Choice | FieldKind::Search);
    if field.kind == FieldKind::Tick || STATED_ANEW.contains(&(&section.id, &field.id)) {
        Some(Unfit::StatedAnew)
    } else if field.kind == FieldKind::Months {
        Some(Unfit::OtherMonths)
    } else if is_choice && case.options(field).iter().all(|option| option.value != text) {
        Some(Unfit::OptionGone(words()))
    } else {
        (!fits(was, field.kind)).then_some(Unfit::ShapeChanged)
    }
}

/// Whether the person filled it in: it is neither locked nor computed.
fn is_typed(field: &Field) -> bool {
    !field.locked && field.computed.is_none()
}

/// Whether a text of the old kind is one of the new kind.
fn fits(old: FieldKind, new: FieldKind) -> bool {
    use FieldKind::{Choice, Date, DateOrMonth, LongText, Search, Text, YearMonth, YearMonthOrNow};
    old == new
        || matches!(
            (old, new),
            (Text, LongText)
                | (LongText, Text)
                | (Text | Choice | Search, Choice | Search)
                | (Date | YearMonth, DateOrMonth)
                | (YearMonth, YearMonthOrNow)
        )
}

/// Returns problems of copied dates with the limits of the new application.
fn contradictions(case: &Case<'_>, changed: &Answers) -> Vec<Problem> {
    let sections = case.pack.sections_of(FilledBy::Applicant).filter(|s| changed.contains_key(&s.id));
    let problems = sections.flat_map(|section| section_problems(case, section));
    problems.filter(|problem| problem.code() == Code::EDate).collect()
}

fn heading(case: &Case<'_>, section: &Section, group: &Group, row: &Row, i: usize) -> String {
    let field = group.fields.iter().find(|field| field.id == group.row_title);
    let words = field.map(|field| case.in_words(Here { section: &section.id, row: Some(row) }, field));
    words.filter(|words| !words.is_empty()).unwrap_or_else(|| format!("{}{}", group.row_name, i + 1))
}
