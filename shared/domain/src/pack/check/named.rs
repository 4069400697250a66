//! Checks that what the code names is there: sections, groups, slots, fields, and the options that decide a step.

use super::uses;
use super::{Faults, PackFault};
use crate::named::{ReadField, ReadSection, SECTIONS, lookup};
use crate::pack::{Field, Pack, Section};

const COPY: &str = "从别的包照抄过来";

/// A rename would let a rule or a guard pass in silence; what a pack does without on purpose, it names in `without`.
pub(super) fn programme_finds_what_it_reads(pack: &Pack, found: &mut Faults) {
    for read in SECTIONS {
        match pack.section(read.id) {
            Some(section) => found.extend(missing_in(pack, section, read)),
            None => found.extend(missing(pack, read)),
        }
    }
    for section in pack.sections.iter().filter(|section| section.lookup.is_some()) {
        found.extend(missing_fields(pack, section, &section.id, &section.fields, lookup::FIELDS));
    }
}

/// Told at the section that it seems to have become, if there is one.
fn missing(pack: &Pack, read: &ReadSection) -> Option<PackFault> {
    if !read.needed && pack.does_without(read.id) {
        return None;
    }
    let is_named = |section: &Section| SECTIONS.iter().any(|read| read.id == section.id);
    let mut others = pack.sections.iter().filter(|section| !is_named(section));
    let renamed = others.find(|section| missing_in(pack, section, read).is_empty());
    let place = renamed.map_or("sections", |section| &section.id);
    let what = format!("缺少栏目 `{}`，系统要用到它", read.id);
    let remedy = match renamed {
        Some(section) => format!("把 `{}` 的 id 改回来，或者{}", section.id, remedy(read.id, read.needed)),
        None => remedy(read.id, read.needed),
    };
    Some(PackFault::new(place, what, remedy))
}

fn missing_in(pack: &Pack, section: &Section, read: &ReadSection) -> Faults {
    let mut found = missing_fields(pack, section, &section.id, &section.fields, read.fields);
    for id in read.slots.iter().filter(|id| !section.slots.iter().any(|slot| slot.id == **id)) {
        found.extend(missing_part(pack, section, &section.id, "上传位置", id, false));
    }
    for group in read.groups {
        match section.group(group.id) {
            Some(own) => {
                let place = format!("{}.{}", section.id, group.id);
                found.extend(missing_fields(pack, section, &place, &own.fields, group.fields));
            }
            None => found.extend(missing_part(pack, section, &section.id, "组", group.id, false)),
        }
    }
    found
}

fn missing_fields(
    pack: &Pack,
    section: &Section,
    place: &str,
    fields: &[Field],
    read: &[ReadField],
) -> Faults {
    let mut found = Vec::new();
    for wanted in read {
        match fields.iter().find(|field| field.id == wanted.id) {
            Some(field) => found.extend(missing_options(pack, place, field, wanted)),
            None => found.extend(missing_part(pack, section, place, "字段", wanted.id, wanted.needed)),
        }
    }
    found
}

fn missing_part(
    pack: &Pack,
    section: &Section,
    place: &str,
    kind: &str,
    id: &str,
    needed: bool,
) -> Option<PackFault> {
    let path = format!("{place}.{id}");
    if !needed && pack.does_without(&path) {
        return None;
    }
    let what = format!("`{place}`（{}）缺少{kind} `{id}`，系统要用到它", section.title);
    Some(PackFault::new(place, what, remedy(&path, needed)))
}

fn missing_options(pack: &Pack, place: &str, field: &Field, wanted: &ReadField) -> Faults {
    let offered = uses::values(pack, field).unwrap_or_default();
    let missing = wanted.offers.iter().filter(|value| !offered.contains(value));
    let told = |value: &&str| {
        let what = format!("“{}”缺少选项 `{value}`，系统要用到它", field.label);
        PackFault::new(format!("{place}.{}", field.id), what, COPY)
    };
    missing.map(told).collect()
}

fn remedy(path: &str, needed: bool) -> String {
    if needed {
        COPY.to_owned()
    } else {
        format!("{COPY}；不要它的，在 pack.toml 的 `without` 里写 `{path}`")
    }
}
