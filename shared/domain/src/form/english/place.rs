//! The place of a problem in the English pack, and the sentences that follow from it.

use crate::form::{Detail, Spot};
use crate::policy::{Answering, DateLimit, Field, FieldKind, Group, OptionSource, Policy, Section, Slot};

pub(super) struct Place<'a> {
    spot: &'a Spot,
    policy: &'a Policy,
    section: Option<&'a Section>,
    pub(super) group: Option<&'a Group>,
    field: Option<&'a Field>,
    pub(super) slot: Option<&'a Slot>,
}

impl<'a> Place<'a> {
    pub(super) fn of(spot: &'a Spot, policy: &'a Policy) -> Self {
        let section = policy.section(&spot.section);
        let group = section.zip(spot.group.as_deref()).and_then(|(section, id)| section.group(id));
        let fields = group.map(|group| &group.fields).or(section.map(|section| &section.fields));
        let slots = group.map(|group| &group.slots).or(section.map(|section| &section.slots));
        let (fields, slots) = (fields.into_iter().flatten(), slots.into_iter().flatten());
        Self {
            spot,
            policy,
            section,
            group,
            field: fields.into_iter().find(|field| Some(&field.id) == spot.field.as_ref()),
            slot: slots.into_iter().find(|slot| Some(&slot.id) == spot.slot.as_ref()),
        }
    }

    pub(super) fn label(&self) -> &'a str {
        let named = self.field.map(|field| &field.label).or(self.slot.map(|slot| &slot.label));
        let named = named.or(self.group.map(|group| &group.title));
        named.or(self.section.map(|section| &section.title)).map_or("", String::as_str)
    }

    /// Rows that the system lays out bear a year or the id of a category.
    pub(super) fn row_heading(&self) -> String {
        let Some(row) = &self.spot.row else { return String::new() };
        let section = self.policy.section(row.as_str());
        section.map_or_else(|| row.as_str().to_owned(), |s| format!("{}. {}", s.number, s.title))
    }

    /// Where a tick says that there is nothing to list.
    pub(super) fn or_none(&self) -> String {
        let tick = self.section.zip(self.group).and_then(|(section, group)| section.none_tick(group));
        tick.map_or_else(String::new, |tick| format!(" If there are none, tick “{}”.", tick.label))
    }

    pub(super) fn missing(&self) -> String {
        match self.field.map(|field| field.kind.answering()) {
            Some(Answering::Ticked) => "Please confirm and tick: {label}.",
            Some(Answering::YesOrNo | Answering::Chosen) => "Please choose: {label}.",
            Some(Answering::Typed) | None => "Please fill in: {label}.",
        }
        .to_owned()
    }

    pub(super) fn shape(&self) -> String {
        let Some(field) = self.field else { return "“{label}” is not in the right form.".to_owned() };
        let wanted = match field.kind {
            FieldKind::Text | FieldKind::LongText => return length(field),
            FieldKind::Integer => return range(field),
            FieldKind::YesNo => "choose Yes or No",
            FieldKind::Tick => "tick it or leave it empty",
            FieldKind::Choice | FieldKind::Search => "choose one of the options",
            FieldKind::YearMonth => "give year and month, such as 2015-06",
            FieldKind::YearMonthOrNow => "give year and month, such as 2015-06, or choose “to present”",
            FieldKind::Date => "give a valid date, such as 2015-06-20",
            FieldKind::DateOrMonth => "give a valid date, such as 2015-06-20, or only the month, 2015-06",
            FieldKind::Time => "give a time, such as 09:30",
            FieldKind::Mobile => "give an 11-digit mobile number",
            FieldKind::Landline => "give area code and number, such as 0772-1234567",
            FieldKind::Email => "give a valid address, such as name@example.cn",
            FieldKind::UscCode => "give the 18-character unified social credit code",
            FieldKind::CnNumber => "the form is CN45-1234/TH; CN(HK) numbers are not accepted",
            FieldKind::Issn => "compare the number with the copyright page digit by digit, such as 1000-6834",
            FieldKind::Isbn => {
                "compare the number with the copyright page digit by digit, such as 978-7-111-07575-2"
            }
            FieldKind::Months => "choose the months one by one, such as 2020-02",
        };
        format!("“{{label}}”: {wanted}.")
    }

    /// The pack's own sentence of the limit that was passed.
    pub(super) fn limit(&self, passed: Option<&Detail>) -> String {
        let limit = self.field.zip(passed).and_then(|(field, passed)| match passed {
            Detail::NotBefore(i) => nth(&field.not_before, *i),
            Detail::NotAfter(i) => nth(&field.not_after, *i),
            Detail::Found(_)
            | Detail::File(_)
            | Detail::Months { .. }
            | Detail::Committee(_)
            | Detail::Degree { .. } => None,
        });
        let unnamed = "“{label}” is too early or too late. Please check the date.";
        limit.map_or(unnamed, |limit| limit.message.as_str()).to_owned()
    }

    /// The pack's own sentence of the committee that should have been chosen.
    pub(super) fn committee(&self, right: Option<&Detail>) -> String {
        let right = right.and_then(|right| match right {
            Detail::Committee(id) => self.policy.committee(id),
            Detail::Found(_)
            | Detail::File(_)
            | Detail::Months { .. }
            | Detail::NotBefore(_)
            | Detail::NotAfter(_)
            | Detail::Degree { .. } => None,
        });
        let unnamed = "The committee does not take this title in this industry.";
        right.map_or(unnamed, |committee| committee.reason.as_str()).to_owned()
    }

    /// The two choices that contradict each other, and what to do.
    pub(super) fn degree(&self, said: Option<&Detail>) -> String {
        let what = match said {
            Some(Detail::Degree { education, degree }) => {
                let [level, obtained] = [("education_level", education), ("degree", degree)]
                    .map(|(field, value)| self.chosen(field, value));
                format!("The education “{level}” and the degree “{obtained}” do not go together.")
            }
            Some(
                Detail::Found(_)
                | Detail::File(_)
                | Detail::Months { .. }
                | Detail::NotBefore(_)
                | Detail::NotAfter(_)
                | Detail::Committee(_),
            )
            | None => "The degree does not go with the education.".to_owned(),
        };
        format!(
            "{what} Compare them with the certificates. A degree that was not obtained with this education belongs in an entry of its own."
        )
    }

    /// The label of an option of the same group.
    fn chosen(&self, field: &str, value: &str) -> &'a str {
        let field = self.group.and_then(|group| group.fields.iter().find(|known| known.id == field));
        let options = field.map_or(&[][..], |field| match &field.options_from {
            Some(OptionSource::Dictionary(name)) => {
                self.policy.dictionaries.get(name).map_or(&[][..], Vec::as_slice)
            }
            Some(
                OptionSource::Titles
                | OptionSource::Industries
                | OptionSource::Committees
                | OptionSource::Specialties
                | OptionSource::Counties
                | OptionSource::Criteria(_),
            )
            | None => &field.options,
        });
        options.iter().find(|option| option.value == value).map_or("", |option| option.label.as_str())
    }

    /// This scan, or one of those that may stand for it.
    pub(super) fn missing_file(&self) -> String {
        let slots = self.group.map(|group| &group.slots).or(self.section.map(|section| &section.slots));
        let name = self.slot.and_then(|slot| slot.one_of.as_ref());
        let others =
            slots.into_iter().flatten().filter(|slot| name.is_some() && slot.one_of.as_ref() == name);
        let labels: Vec<&str> = others.map(|slot| slot.label.as_str()).collect();
        let wanted = if labels.is_empty() { self.label().to_owned() } else { labels.join(" or ") };
        format!("Please upload: {wanted}.")
    }
}

fn length(field: &Field) -> String {
    match (field.min_chars, field.max_chars) {
        (Some(min), Some(max)) => format!("“{{label}}” takes {min} to {max} characters."),
        (Some(min), None) => format!("“{{label}}” takes at least {min} characters."),
        (None, Some(max)) => format!("“{{label}}” takes at most {max} characters."),
        (None, None) => "“{label}” contains invisible characters. Delete them.".to_owned(),
    }
}

fn range(field: &Field) -> String {
    match (field.min, field.max) {
        (Some(min), Some(max)) => format!("“{{label}}” is a whole number from {min} to {max}."),
        (Some(min), None) => format!("“{{label}}” is a whole number, at least {min}."),
        (None, Some(max)) => format!("“{{label}}” is a whole number, at most {max}."),
        (None, None) => "“{label}” is a whole number.".to_owned(),
    }
}

fn nth(limits: &[DateLimit], i: u32) -> Option<&DateLimit> {
    limits.get(usize::try_from(i).ok()?)
}
