//! An application under judgement, and how a condition or a bound is answered in it.

use super::{Answers, Attachment, Row, SectionData, compute};
use crate::dates;
use crate::ids::RowId;
use crate::policy::{Bound, Choice, Condition, Field, FieldRef, OptionSource, Policy, Section};
use crate::workflow::{CaseFile, ReturnItem, State};
use chrono::{Months, NaiveDate};
use std::borrow::Cow;

/// Everything the rules may look at. `today` is the date in Asia/Shanghai.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    pub policy: &'a Policy,
    pub answers: &'a Answers,
    pub files: &'a [Attachment],
    pub today: NaiveDate,
    pub filing: Filing<'a>,
}

/// What the file's history adds to its answers; nothing before the first submission.
#[derive(Clone, Copy, Debug, Default)]
pub struct Filing<'a> {
    /// The day that the months of social insurance count from (R57): a correction does not move it.
    pub first_submitted_on: Option<NaiveDate>,
    /// Of the return that is being answered.
    pub to_fix: &'a [ReturnItem],
}

/// The section, and the row if there is one, in which a field stands.
#[derive(Clone, Copy, Debug)]
pub struct Here<'a> {
    pub section: &'a str,
    pub row: Option<&'a Row>,
}

impl<'a> Case<'a> {
    /// A case that was never submitted.
    pub fn new(policy: &'a Policy, answers: &'a Answers, files: &'a [Attachment], today: NaiveDate) -> Self {
        Self { policy, answers, files, today, filing: Filing::default() }
    }

    /// With the history of `file`.
    pub fn of(self, file: &'a CaseFile) -> Self {
        let to_fix = match (&file.open_return, file.state) {
            (Some(open), State::Returned) => open.items.as_slice(),
            (Some(_) | None, _) => &[],
        };
        Self { filing: Filing { first_submitted_on: file.first_submitted_on, to_fix }, ..self }
    }

    /// The data of one section; none while nothing was saved.
    pub fn section(&self, id: &str) -> Option<&'a SectionData> {
        self.answers.get(id)
    }

    pub fn value(&self, section: &str, field: &str) -> &'a str {
        self.section(section).map_or("", |data| data.value(field))
    }

    pub fn rows(&self, section: &str, group: &str) -> &'a [Row] {
        self.section(section).map_or(&[], |data| data.rows(group))
    }

    pub fn files_at<'b>(
        &'b self,
        section: &'b str,
        row: Option<&'b RowId>,
        slot: &'b str,
    ) -> impl Iterator<Item = &'a Attachment> + 'b {
        self.files.iter().filter(move |file| {
            file.place.section == section && file.place.slot == slot && file.place.row.as_ref() == row
        })
    }

    pub fn target_title(&self) -> &'a str {
        self.value("basic_info", "target_title")
    }

    pub fn is_senior(&self) -> bool {
        self.policy.is_senior(self.target_title())
    }

    /// A bare name is looked up in the row first, then in the section; nothing typed reads as the default.
    pub fn read<'b>(&'b self, here: Here<'b>, field: &'b FieldRef) -> Cow<'b, str> {
        let (section, id) = field.parts();
        let section = section.unwrap_or(here.section);
        let field = self.policy.section(section).and_then(|section| section.field(id));
        if let Some(computation) = field.and_then(|field| field.computed) {
            return compute::compute(self, here, computation).unwrap_or_default().into();
        }
        let typed = match here.row.filter(|_| section == here.section) {
            Some(row) if row.values.contains_key(id) => row.value(id),
            Some(_) | None => self.value(section, id),
        };
        let default = || field.map_or("", |field| field.default.as_str());
        if typed.is_empty() { default().into() } else { typed.into() }
    }

    pub fn holds(&self, here: Here<'_>, condition: &Condition) -> bool {
        match condition {
            Condition::Is { field, value } => self.read(here, field) == value.as_str(),
            Condition::In { field, values } => {
                let read = self.read(here, field);
                values.iter().any(|value| *value == read)
            }
            Condition::Filled { field } => !self.read(here, field).is_empty(),
            Condition::Same { field, other } => self.read(here, field) == self.read(here, other),
            Condition::Uploaded { slot } => {
                let row = here.row.map(|row| &row.id);
                self.files_at(here.section, row, slot).next().is_some()
            }
            Condition::Senior { field } => self.policy.is_senior(&self.read(here, field)),
            Condition::All(conditions) => conditions.iter().all(|condition| self.holds(here, condition)),
            Condition::Any(conditions) => conditions.iter().any(|condition| self.holds(here, condition)),
            Condition::Not(condition) => !self.holds(here, condition),
        }
    }

    /// `None` holds: what has no condition is always so.
    pub fn shown(&self, here: Here<'_>, condition: Option<&Condition>) -> bool {
        condition.is_none_or(|condition| self.holds(here, condition))
    }

    pub fn required(&self, here: Here<'_>, always: bool, when: Option<&Condition>) -> bool {
        always || when.is_some_and(|condition| self.holds(here, condition))
    }

    pub fn is_locked(&self, here: Here<'_>, field: &Field) -> bool {
        let locked_when = field.locked_when.as_ref();
        field.locked || field.computed.is_some() || locked_when.is_some_and(|when| self.holds(here, when))
    }

    pub fn is_asked(&self, section: &Section) -> bool {
        let nowhere = Here { section: "", row: None };
        section.required_when.as_ref().is_none_or(|when| self.holds(nowhere, when))
    }

    /// T0: the award date of the current title, else the start of professional work (§4.0).
    pub fn current_title_date(&self) -> Option<NaiveDate> {
        let has_title = self.value("current_title", "has_title") != "false"
            && self.value("current_title", "no_title_application") != "true";
        let awarded = self.value("current_title", "obtained_date");
        let worked = self.value("basic_info", "professional_work_start");
        dates::first_day(if has_title && !awarded.is_empty() { awarded } else { worked })
    }

    /// T1: nothing later is accepted (§4.0).
    pub fn cutoff(&self) -> NaiveDate {
        self.policy.batch.material_cutoff.map_or(self.today, |cutoff| cutoff.min(self.today))
    }

    pub fn bound(&self, here: Here<'_>, bound: &Bound) -> Option<NaiveDate> {
        match bound {
            Bound::CurrentTitle => self.current_title_date(),
            Bound::Today => Some(self.today),
            Bound::Cutoff => Some(self.cutoff()),
            Bound::YearsAgo(years) => self.today.checked_sub_months(Months::new(years * 12)),
            Bound::Field(field) => dates::first_day(&self.read(here, field)),
            Bound::BirthPlusYears(years) => {
                let birth = dates::first_day(self.value("basic_info", "birth_date"))?;
                birth.checked_add_months(Months::new(u32::try_from(years * 12).ok()?))
            }
        }
    }

    /// The value that the person sees: typed, defaulted or computed.
    pub fn shown_value(&self, here: Here<'_>, field: &Field) -> String {
        if let Some(computation) = field.computed {
            return compute::compute(self, here, computation).unwrap_or_default();
        }
        let typed = match here.row {
            Some(row) => row.value(&field.id),
            None => self.value(here.section, &field.id),
        };
        if typed.is_empty() { field.default.clone() } else { typed.to_owned() }
    }

    /// What the field's control offers.
    pub fn options(&self, field: &Field) -> Vec<Choice> {
        let Some(source) = &field.options_from else { return field.options.clone() };
        let committee = self.value("basic_info", "committee_id");
        let choice = |value: &str, label: &str| Choice {
            value: value.into(),
            label: label.into(),
            help: String::new(),
        };
        match source {
            OptionSource::Titles => self.policy.titles.iter().map(|t| choice(&t.id, &t.name)).collect(),
            OptionSource::Industries => self.policy.industries.clone(),
            OptionSource::Committees => {
                self.policy.committees.iter().map(|c| choice(&c.id, &c.name)).collect()
            }
            OptionSource::Specialties => {
                self.policy.specialties_of(committee).map(|s| choice(&s.id, &s.name)).collect()
            }
            OptionSource::Counties => self.policy.counties.iter().map(|c| choice(&c.code, &c.name)).collect(),
            OptionSource::Criteria(article) => self
                .policy
                .criteria_of(committee, *article)
                .map(|c| choice(&c.id, &format!("{} {}", c.item, c.text)))
                .collect(),
            OptionSource::Dictionary(name) => self.policy.dictionaries.get(name).cloned().unwrap_or_default(),
        }
    }

    /// A stored value in words: the option's label, 是/否, or the text itself.
    pub fn in_words(&self, here: Here<'_>, field: &Field) -> String {
        let value = self.shown_value(here, field);
        let options = self.options(field);
        if let Some(option) = options.iter().find(|option| option.value == value) {
            return option.label.clone();
        }
        match (field.kind.is_boolean(), value.as_str()) {
            (true, "true") => "是".into(),
            (true, "false") => "否".into(),
            (true | false, _) => value,
        }
    }
}
