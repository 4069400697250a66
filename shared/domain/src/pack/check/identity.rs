//! No two things of one kind have the same name.

use super::{Faults, PackFault};
use crate::pack::{Choice, Field, Pack, Slot};
use std::collections::BTreeSet;

pub(super) fn ids_are_unique(pack: &Pack, found: &mut Faults) {
    differ("titles", pack.titles.iter().map(|title| &*title.id), found);
    differ("industries", values(&pack.industries), found);
    differ("committees", pack.committees.iter().map(|committee| &*committee.id), found);
    differ("specialties", pack.specialties.iter().map(|specialty| &*specialty.id), found);
    differ("criteria", pack.criteria.iter().map(|criterion| &*criterion.id), found);
    differ("counties", pack.counties.iter().map(|county| &*county.code), found);
    differ("return_codes", pack.return_codes.iter().map(|code| &*code.value), found);
    differ("messages", pack.messages.iter().map(|message| &*message.id), found);
    for (name, choices) in &pack.dictionaries {
        differ(&format!("dictionaries.{name}"), values(choices), found);
    }
    differ("sections", pack.sections.iter().map(|section| &*section.id), found);
    for section in &pack.sections {
        of_fields(&section.id, &section.fields, &section.slots, found);
        differ(&section.id, section.groups.iter().map(|group| &*group.id), found);
        for group in &section.groups {
            of_fields(&format!("{}.{}", section.id, group.id), &group.fields, &group.slots, found);
        }
    }
}

fn of_fields(place: &str, fields: &[Field], slots: &[Slot], found: &mut Faults) {
    differ(place, fields.iter().map(|field| &*field.id), found);
    differ(&format!("{place}.slots"), slots.iter().map(|slot| &*slot.id), found);
    for field in fields {
        differ(&format!("{place}.{}", field.id), values(&field.options), found);
    }
}

fn values(choices: &[Choice]) -> impl Iterator<Item = &str> {
    choices.iter().map(|choice| choice.value.as_str())
}

fn differ<'p>(place: &str, ids: impl Iterator<Item = &'p str>, found: &mut Faults) {
    let mut seen = BTreeSet::new();
    for id in ids.filter(|id| !seen.insert(*id)) {
        let what = format!("`{id}` 出现了两次");
        found.push(PackFault::new(format!("{place}.{id}"), what, "改掉或删除其中一个"));
    }
}
