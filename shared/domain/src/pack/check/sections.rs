//! Sections ask something, and their groups and look-ups name what is there.

use super::{Faults, PackFault, one_of};
use crate::named::OVER_LIMIT_REASON;
use crate::pack::{Field, Group, Pack, Section};

pub(super) fn return_codes_are_about_sections(pack: &Pack, found: &mut Faults) {
    for code in &pack.return_codes {
        for id in code.sections.iter().filter(|id| pack.section(id).is_none()) {
            let what = format!("这个退回原因涉及栏目 `{id}`，本包没有这个栏目");
            let remedy = "写一个栏目的 id，或者删去它";
            found.push(PackFault::new(format!("return_codes.{}.sections", code.value), what, remedy));
        }
    }
}

pub(super) fn sections_ask_something(pack: &Pack, found: &mut Faults) {
    for section in &pack.sections {
        if section.fields.is_empty() && section.groups.is_empty() && section.slots.is_empty() {
            let what = format!("栏目 `{}`（{}）什么也没有问", section.id, section.title);
            found.push(PackFault::new(&section.id, what, "加一个字段、一组或一个上传位置，或者删除这个栏目"));
        }
        for group in section.groups.iter().filter(|group| group.fields.is_empty()) {
            let what = format!("组 `{}`（{}）没有字段", group.id, group.title);
            found.push(PackFault::new(format!("{}.{}", section.id, group.id), what, "加一个字段"));
        }
    }
}

pub(super) fn groups_name_their_fields(pack: &Pack, found: &mut Faults) {
    for section in &pack.sections {
        for group in &section.groups {
            of_group(section, group, found);
        }
    }
}

fn of_group(section: &Section, group: &Group, found: &mut Faults) {
    let place = format!("{}.{}", section.id, group.id);
    let named = [
        ("row_title", Some(&group.row_title)),
        ("sorted_by", group.sorted_by.as_ref()),
        ("exactly_one", group.exactly_one.as_ref()),
        ("distinct", group.distinct.as_ref()),
    ];
    for (key, name) in named {
        if let Some(name) = name.filter(|name| !has(&group.fields, name)) {
            let ids: Vec<&str> = group.fields.iter().map(|field| field.id.as_str()).collect();
            let what = format!("这一组没有字段 `{name}`");
            let remedy = one_of(&ids);
            found.push(PackFault::new(format!("{place}.{key}"), what, remedy));
        }
    }
    if group.soft_max.is_some() && !has(&section.fields, OVER_LIMIT_REASON) {
        let what = format!("超过 `soft_max` 要说明理由，而本栏目没有字段 `{OVER_LIMIT_REASON}`");
        found.push(PackFault::new(format!("{place}.soft_max"), what, "加上这个字段，或者改用 `max`"));
    }
    let most = group.max.or(group.soft_max);
    if let Some(max) = most.filter(|max| *max < group.min) {
        let what = format!("最少 {} 行、最多 {max} 行，互相矛盾", group.min);
        found.push(PackFault::new(format!("{place}.min"), what, "让 `min` 是较小的数"));
    }
}

/// A PDF has no size in pixels, so a slot that asks for one takes pictures only.
pub(super) fn sizes_are_asked_of_pictures(pack: &Pack, found: &mut Faults) {
    for section in &pack.sections {
        let of_groups = section.groups.iter().flat_map(|group| &group.slots);
        let slots = section.slots.iter().chain(of_groups);
        for slot in slots.filter(|slot| slot.min_size().is_some() && !slot.image_only) {
            let what = format!("`{}`（{}）要求像素尺寸，却又收 PDF", slot.id, slot.label);
            let place = format!("{}.slots.{}", section.id, slot.id);
            found.push(PackFault::new(place, what, "加一行 `image_only = true`"));
        }
    }
}

pub(super) fn lookups_need_a_section(pack: &Pack, found: &mut Faults) {
    for section in &pack.sections {
        let needed = section.lookup.as_ref().and_then(|lookup| lookup.needs.as_ref());
        if let Some(needed) = needed.filter(|needed| pack.section(needed).is_none()) {
            let what = format!("`needs` 写的是栏目 `{needed}`，本包没有这个栏目");
            found.push(PackFault::new(format!("{}.lookup", section.id), what, "写一个栏目的 id"));
        }
    }
}

fn has(fields: &[Field], id: &str) -> bool {
    fields.iter().any(|field| field.id == id)
}
