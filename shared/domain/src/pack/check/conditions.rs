//! Conditions read what exists, compare with what can be, and can hold.

use super::uses::{self, Site, Use};
use super::{Faults, PackFault, one_of};
use crate::pack::{Condition, Field, FieldRef, OptionSource, Pack};
use std::collections::BTreeMap;

pub(super) fn conditions_can_hold(pack: &Pack, found: &mut Faults) {
    for at in uses::conditions(pack) {
        let before = found.len();
        check(pack, &at, at.condition, found);
        // What is wrong in itself is told once, not a second time as impossible.
        if found.len() == before && never_holds(at.condition) {
            found.push(PackFault::new(
                &at.place,
                "这个条件永远不成立：同一个字段不会同时是两个值",
                "把 `all` 改成 `any`，或者去掉其中一个",
            ));
        }
    }
}

fn check(pack: &Pack, at: &Use<'_>, condition: &Condition, found: &mut Faults) {
    match condition {
        Condition::Is { field, value } => compares(pack, at, field, std::slice::from_ref(value), found),
        Condition::In { field, values } if values.is_empty() => {
            let what = format!("`in` 没有给 `{}` 列出任何值，永远不成立", field.0);
            found.push(PackFault::new(&at.place, what, "列出值，或者删除这个条件"));
        }
        Condition::In { field, values } => compares(pack, at, field, values, found),
        Condition::Filled { field } => {
            readable(pack, at, field, found);
        }
        Condition::Same { field, other } => {
            readable(pack, at, field, found);
            readable(pack, at, other, found);
        }
        Condition::Senior { field } => {
            let is_title = |field: &Field| field.options_from == Some(OptionSource::Titles);
            if readable(pack, at, field, found).is_some_and(|field| !is_title(field)) {
                let what = format!("`senior` 要看职称，而 `{}` 不是选职称的字段", field.0);
                found.push(PackFault::new(&at.place, what, "写 basic_info.target_title"));
            }
        }
        Condition::Uploaded { slot } => has_slot(at, slot, found),
        Condition::OverLimit { group } => has_limit(at, group, found),
        Condition::All(parts) | Condition::Any(parts) if parts.is_empty() => {
            found.push(PackFault::new(&at.place, "`all` 或 `any` 里面是空的", "删除这个条件"));
        }
        Condition::All(parts) | Condition::Any(parts) => {
            parts.iter().for_each(|part| check(pack, at, part, found));
        }
        Condition::Not(part) => check(pack, at, part, found),
    }
}

fn readable<'p>(pack: &'p Pack, at: &Use<'p>, name: &FieldRef, found: &mut Faults) -> Option<&'p Field> {
    match uses::resolve(pack, at.site, name) {
        Ok(field) => Some(field),
        Err(what) => {
            found.push(PackFault::new(&at.place, what, fields_to_read(pack, at.site, name)));
            None
        }
    }
}

fn fields_to_read(pack: &Pack, site: Site<'_>, name: &FieldRef) -> String {
    let section = match name.parts().0 {
        Some(other) => pack.section(other),
        None => Some(site.section),
    };
    let Some(section) = section else {
        let ids: Vec<&str> = pack.sections.iter().map(|section| section.id.as_str()).collect();
        return format!("写成 `栏目.字段`，栏目是 {} 中的一个", ids.join("、"));
    };
    if site.before_section && name.parts().0.is_none() {
        return format!("在字段前面写上栏目，如 `basic_info.{}`", name.0);
    }
    let rows = site.group.filter(|_| section.id == site.section.id);
    let fields = rows.map_or(&[][..], |group| &group.fields).iter().chain(&section.fields);
    let ids: Vec<&str> = fields.map(|field| field.id.as_str()).collect();
    if ids.is_empty() {
        return format!("改用别的栏目的字段：`{0}` 的字段都是逐行填写的，只有同一行才能读到", section.id);
    }
    one_of(&ids)
}

fn compares(pack: &Pack, at: &Use<'_>, name: &FieldRef, wanted: &[String], found: &mut Faults) {
    let Some(field) = readable(pack, at, name, found) else { return };
    // Of a field that offers nothing, that is the fault.
    let Some(values) = uses::values(pack, field).filter(|values| !values.is_empty()) else { return };
    for value in wanted.iter().filter(|value| !value.is_empty() && !values.contains(&value.as_str())) {
        let what = format!("`{}`（{}）不会是 `{value}`", name.0, field.label);
        let remedy = one_of(&values);
        found.push(PackFault::new(&at.place, what, remedy));
    }
}

fn has_slot(at: &Use<'_>, slot: &str, found: &mut Faults) {
    let slots = at.site.group.map_or(&at.site.section.slots, |group| &group.slots);
    if slots.iter().all(|one| one.id != slot) {
        let what = format!("`uploaded` 要看 `{slot}` 的扫描件，这里没有这个上传位置");
        let ids: Vec<&str> = slots.iter().map(|slot| slot.id.as_str()).collect();
        found.push(PackFault::new(&at.place, what, one_of(&ids)));
    }
}

fn has_limit(at: &Use<'_>, wanted: &str, found: &mut Faults) {
    let groups = &at.site.section.groups;
    if !groups.iter().any(|group| group.id == wanted && group.soft_max.is_some()) {
        let what = format!("`over_limit` 要数 `{wanted}` 的行数，而本栏目的 `{wanted}` 没有 `soft_max`");
        found.push(PackFault::new(&at.place, what, "写本栏目里有 `soft_max` 的一组"));
    }
}

/// An `all` whose parts leave a field no value.
fn never_holds(condition: &Condition) -> bool {
    match condition {
        Condition::All(parts) => parts.iter().any(never_holds) || leaves_nothing(parts),
        Condition::Any(parts) => parts.iter().all(never_holds),
        Condition::Is { .. }
        | Condition::In { .. }
        | Condition::Filled { .. }
        | Condition::Same { .. }
        | Condition::Uploaded { .. }
        | Condition::OverLimit { .. }
        | Condition::Senior { .. }
        | Condition::Not(_) => false,
    }
}

fn leaves_nothing(parts: &[Condition]) -> bool {
    let mut left: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (field, values) in parts.iter().filter_map(wanted) {
        let had = left.entry(field).or_insert_with(|| values.clone());
        had.retain(|value| values.contains(value));
    }
    for (field, values) in parts.iter().filter_map(refused) {
        if let Some(had) = left.get_mut(field) {
            had.retain(|value| !values.contains(value));
        }
    }
    left.values().any(Vec::is_empty)
}

fn wanted(part: &Condition) -> Option<(&str, Vec<&str>)> {
    match part {
        Condition::Is { field, value } => Some((&field.0, vec![value])),
        Condition::In { field, values } => Some((&field.0, values.iter().map(String::as_str).collect())),
        Condition::Filled { .. }
        | Condition::Same { .. }
        | Condition::Uploaded { .. }
        | Condition::OverLimit { .. }
        | Condition::Senior { .. }
        | Condition::All(_)
        | Condition::Any(_)
        | Condition::Not(_) => None,
    }
}

fn refused(part: &Condition) -> Option<(&str, Vec<&str>)> {
    if let Condition::Not(part) = part { wanted(part) } else { None }
}
