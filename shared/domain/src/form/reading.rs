//! Reads the answers of a case: with defaults, locks and computed values, and under the pack's conditions.

use super::{Case, Here, compute};
use crate::dates;
use crate::named::{basic_info, current_title};
use crate::pack::{
    Bound, Choice, Condition, Criterion, Field, FieldKind, FieldRef, OptionSource, Pack, Section,
};
use chrono::{Months, NaiveDate};
use std::borrow::Cow;

impl<'a> Here<'a> {
    /// Returns the place of a field that is named here, and the field's id.
    fn of(self, field: &'a FieldRef) -> (Self, &'a str) {
        let (section, id) = field.parts();
        let section = section.unwrap_or(self.section);
        (Self { section, row: self.row.filter(|_| section == self.section) }, id)
    }
}

impl<'a> Case<'a> {
    /// A bare name is looked up in the row first, then in the section; nothing typed reads as the default.
    pub fn read<'b>(&'b self, here: Here<'b>, field: &'b FieldRef) -> Cow<'b, str> {
        let (at, id) = here.of(field);
        self.stands_in(at, id)
    }

    /// The field of a section as it stands: settled by another answer, typed or defaulted.
    pub fn answer<'b>(&'b self, section: &'b str, field: &'b str) -> Cow<'b, str> {
        self.stands_in(Here { section, row: None }, field)
    }

    fn stands_in<'b>(&'b self, here: Here<'b>, id: &'b str) -> Cow<'b, str> {
        let field = self.pack.section(here.section).and_then(|section| section.field(id));
        if let Some(computation) = field.and_then(|field| field.computed) {
            return compute::compute(self, here, computation).unwrap_or_default().into();
        }
        match field.and_then(|field| self.settled(here, field)) {
            Some(settled) => settled.into(),
            None => self.typed_or_default(here, id).into(),
        }
    }

    fn typed_or_default<'b>(&'b self, here: Here<'b>, id: &'b str) -> &'b str {
        let typed = match here.row {
            Some(row) if row.values.contains_key(id) => row.value(id),
            Some(_) | None => self.value(here.section, id),
        };
        if !typed.is_empty() {
            return typed;
        }
        let field = self.pack.section(here.section).and_then(|section| section.field(id));
        field.map_or("", |field| field.default.as_str())
    }

    pub fn holds(&self, here: Here<'_>, condition: &Condition) -> bool {
        self.holds_by(&|field| self.read(here, field), here, condition)
    }

    fn holds_by<'b>(
        &'b self,
        read: &dyn Fn(&'b FieldRef) -> Cow<'b, str>,
        here: Here<'_>,
        condition: &'b Condition,
    ) -> bool {
        match condition {
            Condition::Is { field, value } => read(field) == value.as_str(),
            Condition::In { field, values } => {
                let read = read(field);
                values.iter().any(|value| *value == read)
            }
            Condition::Filled { field } => !read(field).is_empty(),
            Condition::Same { field, other } => read(field) == read(other),
            Condition::Uploaded { slot } => {
                let row = here.row.map(|row| &row.id);
                self.scans_at(here.section, row, slot).next().is_some()
            }
            Condition::OverLimit { group } => self.is_over_limit(here.section, group),
            Condition::Senior { field } => self.pack.is_senior(&read(field)),
            Condition::All(conditions) => {
                conditions.iter().all(|condition| self.holds_by(read, here, condition))
            }
            Condition::Any(conditions) => {
                conditions.iter().any(|condition| self.holds_by(read, here, condition))
            }
            Condition::Not(condition) => !self.holds_by(read, here, condition),
        }
    }

    /// Whether there are more rows than 原则上 allows (R38).
    fn is_over_limit(&self, section: &str, group: &str) -> bool {
        let limit = self.pack.section(section).and_then(|section| section.group(group)?.soft_max);
        limit.is_some_and(|max| self.rows(section, group).len() > max)
    }

    /// `None` holds: what has no condition is always so.
    pub fn shown(&self, here: Here<'_>, condition: Option<&Condition>) -> bool {
        condition.is_none_or(|condition| self.holds(here, condition))
    }

    pub fn required(&self, here: Here<'_>, always: bool, when: Option<&Condition>) -> bool {
        always || when.is_some_and(|condition| self.holds(here, condition))
    }

    /// The least that the text has, if anything.
    pub fn min_chars(&self, here: Here<'_>, field: &Field) -> Option<usize> {
        field.min_chars.filter(|_| self.shown(here, field.min_chars_when.as_ref()))
    }

    pub fn is_locked(&self, here: Here<'_>, field: &Field) -> bool {
        field.locked || field.computed.is_some() || self.is_locked_by_answer(here, field)
    }

    /// The text that it reads as, whatever was typed before, where another answer locks it and not a register (R24).
    pub fn settled<'f>(&self, here: Here<'_>, field: &'f Field) -> Option<&'f str> {
        let fixed = if field.settled.is_empty() { &field.default } else { &field.settled };
        let is_settled = !field.locked && !fixed.is_empty() && self.is_locked_by_answer(here, field);
        is_settled.then_some(fixed)
    }

    /// The condition reads what was typed, so that fields which lock each other come to an end.
    fn is_locked_by_answer(&self, here: Here<'_>, field: &Field) -> bool {
        let typed = |field| {
            let (at, id) = here.of(field);
            self.typed_or_default(at, id).into()
        };
        field.locked_when.as_ref().is_some_and(|when| self.holds_by(&typed, here, when))
    }

    pub fn is_asked(&self, section: &Section) -> bool {
        let nowhere = Here { section: "", row: None };
        section.required_when.as_ref().is_none_or(|when| self.holds(nowhere, when))
    }

    /// A title is held, and it is what the application stands on.
    pub fn holds_title(&self) -> bool {
        self.answer(current_title::ID, current_title::HAS_TITLE) == "true"
            && self.answer(current_title::ID, current_title::NO_TITLE_APPLICATION) != "true"
    }

    /// Returns T0: the award date of the current title, else the start of professional work (§4.0).
    pub fn current_title_date(&self) -> Option<NaiveDate> {
        let worked = self.value(basic_info::ID, basic_info::PROFESSIONAL_WORK_START);
        dates::first_day(self.title_awarded().unwrap_or(worked))
    }

    fn title_awarded(&self) -> Option<&'a str> {
        let awarded = self.value(current_title::ID, current_title::OBTAINED_DATE);
        (self.holds_title() && !awarded.is_empty()).then_some(awarded)
    }

    pub fn bound(&self, here: Here<'_>, bound: &Bound) -> Option<NaiveDate> {
        match bound {
            Bound::CurrentTitle => self.title_awarded().and_then(dates::first_day),
            Bound::ProfessionalWork if self.title_awarded().is_some() => None,
            Bound::ProfessionalWork => self.current_title_date(),
            Bound::Today => Some(self.today),
            Bound::Cutoff => Some(self.cutoff()),
            Bound::Review => Some(self.filing.review_deadline.unwrap_or(self.today).max(self.today)),
            Bound::YearsAgo(years) => self.today.checked_sub_months(Months::new(years * 12)),
            Bound::Field(field) => dates::first_day(&self.read(here, field)),
            Bound::BirthPlusYears(years) => {
                let birth = dates::first_day(self.value(basic_info::ID, basic_info::BIRTH_DATE))?;
                birth.checked_add_months(Months::new(u32::try_from(years * 12).ok()?))
            }
        }
    }

    /// The value that the person sees: typed, settled, defaulted or computed.
    pub fn shown_value(&self, here: Here<'_>, field: &Field) -> String {
        if let Some(computation) = field.computed {
            return compute::compute(self, here, computation).unwrap_or_default();
        }
        if let Some(settled) = self.settled(here, field) {
            return settled.to_owned();
        }
        let typed = match here.row {
            Some(row) => row.value(&field.id),
            None => self.value(here.section, &field.id),
        };
        if typed.is_empty() { field.default.clone() } else { typed.to_owned() }
    }

    /// The options that the field's control offers.
    pub fn options(&self, field: &Field) -> Vec<Choice> {
        options(self.pack, field, Some(self.value(basic_info::ID, basic_info::COMMITTEE_ID)))
    }

    /// A stored value in words: the option's label, 是/否, or the text itself.
    pub fn in_words(&self, here: Here<'_>, field: &Field) -> String {
        value_in_words(&self.options(field), field, self.shown_value(here, field))
    }
}

/// A stored value in words, whatever the answers beside it say: an option of any committee is known.
pub fn stored_in_words(pack: &Pack, field: &Field, value: &str) -> String {
    value_in_words(&options(pack, field, None), field, value.to_owned())
}

/// The options of a field for a committee; without one, for all of them.
fn options(pack: &Pack, field: &Field, committee: Option<&str>) -> Vec<Choice> {
    let Some(source) = &field.options_from else { return field.options.clone() };
    let choice =
        |value: &str, label: &str| Choice { value: value.into(), label: label.into(), help: String::new() };
    let criterion = |c: &Criterion| choice(&c.id, &format!("{} {}", c.item, c.text));
    match source {
        OptionSource::Titles => pack.titles.iter().map(|t| choice(&t.id, &t.name)).collect(),
        OptionSource::Industries => pack.industries.clone(),
        OptionSource::Committees => pack.committees.iter().map(|c| choice(&c.id, &c.name)).collect(),
        OptionSource::Specialties => match committee {
            Some(committee) => pack.specialties_of(committee).map(|s| choice(&s.id, &s.name)).collect(),
            None => pack.specialties.iter().map(|s| choice(&s.id, &s.name)).collect(),
        },
        OptionSource::Counties => pack.counties.iter().map(|c| choice(&c.code, &c.name)).collect(),
        OptionSource::Criteria(article) => match committee {
            Some(committee) => pack.criteria_of(committee, *article).map(criterion).collect(),
            None => pack.criteria.iter().filter(|c| c.article == *article).map(criterion).collect(),
        },
        OptionSource::Dictionary(name) => pack.dictionaries.get(name).cloned().unwrap_or_default(),
    }
}

fn value_in_words(options: &[Choice], field: &Field, value: String) -> String {
    if let Some(option) = options.iter().find(|option| option.value == value) {
        return option.label.clone();
    }
    match (field.kind.is_boolean(), value.as_str()) {
        (true, "true") => "是".into(),
        (true, "false") => "否".into(),
        (false, dates::NOW) if field.kind == FieldKind::YearMonthOrNow => "至今".into(),
        (true | false, _) => value,
    }
}
