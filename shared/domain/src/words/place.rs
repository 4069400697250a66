//! The place of a problem in a pack, with its labels.

use crate::form::{Limit, Spot};
use crate::pack::{Choice, Field, Group, OptionSource, Pack, Section, Slot};

pub(super) struct Place<'a> {
    spot: &'a Spot,
    pub(super) pack: &'a Pack,
    pub(super) section: Option<&'a Section>,
    pub(super) group: Option<&'a Group>,
    pub(super) field: Option<&'a Field>,
    pub(super) slot: Option<&'a Slot>,
}

/// A row that the system lays out (`FixedRows`), by its id.
pub(super) enum LaidOut<'a> {
    Section(&'a Section),
    Year(&'a str),
}

impl<'a> Place<'a> {
    pub(super) fn of(spot: &'a Spot, pack: &'a Pack) -> Self {
        let section = pack.section(&spot.section);
        let group = section.zip(spot.group.as_deref()).and_then(|(section, id)| section.group(id));
        let fields = group.map(|group| &group.fields).or(section.map(|section| &section.fields));
        let slots = group.map(|group| &group.slots).or(section.map(|section| &section.slots));
        let (fields, slots) = (fields.into_iter().flatten(), slots.into_iter().flatten());
        Self {
            spot,
            pack,
            section,
            group,
            field: fields.into_iter().find(|field| Some(&field.id) == spot.field.as_ref()),
            slot: slots.into_iter().find(|slot| Some(&slot.id) == spot.slot.as_ref()),
        }
    }

    /// The label of the field or slot, or the title of the group or section.
    pub(super) fn label(&self) -> &'a str {
        let named = self.field.map(|field| &field.label).or(self.slot.map(|slot| &slot.label));
        let named = named.or(self.group.map(|group| &group.title));
        named.or(self.section.map(|section| &section.title)).map_or("", String::as_str)
    }

    /// The name of a row of the group, or of another group of the section.
    pub(super) fn row_name(&self, group: Option<&str>) -> &'a str {
        let other = self.section.zip(group).and_then(|(section, id)| section.group(id));
        other.or(self.group).map_or("", |group| group.row_name.as_str())
    }

    /// The label of another field of the section.
    pub(super) fn label_of<'b>(&self, field: &'b str) -> &'b str
    where
        'a: 'b,
    {
        let known = self.section.and_then(|section| section.field(field));
        known.map_or(field, |field| field.label.as_str())
    }

    /// The row, of those that the system lays out.
    pub(super) fn laid_out(&self) -> Option<LaidOut<'a>> {
        let row = self.spot.row.as_ref()?.as_str();
        Some(self.pack.section(row).map_or(LaidOut::Year(row), LaidOut::Section))
    }

    /// The tick that says that there is nothing to list.
    pub(super) fn none_tick(&self) -> Option<&'a Field> {
        self.section.zip(self.group).and_then(|(section, group)| section.none_tick(group))
    }

    /// The pack's own sentence of the limit that was passed.
    pub(super) fn limit(&self, passed: Limit) -> Option<&'a str> {
        let field = self.field?;
        let (limits, i) = match passed {
            Limit::NotBefore(i) => (&field.not_before, i),
            Limit::NotAfter(i) => (&field.not_after, i),
        };
        Some(limits.get(usize::try_from(i).ok()?)?.message.as_str())
    }

    /// The label of an option of a field beside this one; the value itself where there is none.
    pub(super) fn chosen<'b>(&self, field: &str, value: &'b str) -> &'b str
    where
        'a: 'b,
    {
        let fields = self.group.map(|group| &group.fields).or(self.section.map(|section| &section.fields));
        let field = fields.into_iter().flatten().find(|known| known.id == field);
        let option = field.and_then(|field| self.options(field).iter().find(|option| option.value == value));
        option.map_or(value, |option| option.label.as_str())
    }

    fn options(&self, field: &'a Field) -> &'a [Choice] {
        match &field.options_from {
            Some(OptionSource::Dictionary(name)) => {
                self.pack.dictionaries.get(name).map_or(&[], Vec::as_slice)
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
        }
    }

    /// The labels of the slots of which one is enough, or that of the one slot.
    pub(super) fn any_of(&self, ids: &[String]) -> Vec<&'a str> {
        let slots = self.group.map(|group| &group.slots).or(self.section.map(|section| &section.slots));
        let among = slots.into_iter().flatten().filter(|slot| ids.contains(&slot.id));
        let labels: Vec<&str> = among.map(|slot| slot.label.as_str()).collect();
        if labels.is_empty() { vec![self.label()] } else { labels }
    }
}
