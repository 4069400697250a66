//! Does a pack agree with itself? Every fault names its place and the remedy.

use super::{Condition, Field, FieldRef, OptionSource, Policy, Section, Slot};
use std::collections::BTreeSet;

/// One contradiction of a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackFault {
    /// `publications.rows.cn_number`.
    pub place: String,
    pub message: String,
}

type Faults = Vec<PackFault>;

fn fault(found: &mut Faults, place: impl Into<String>, message: impl Into<String>) {
    found.push(PackFault { place: place.into(), message: message.into() });
}

/// All faults together; a pack with any does not load.
pub fn faults(policy: &Policy) -> Faults {
    let mut found = Vec::new();
    for check in CHECKS {
        check(policy, &mut found);
    }
    found
}

static CHECKS: &[fn(&Policy, &mut Faults)] = &[
    unique_ids,
    committee_table_has_no_hole,
    committees_exist,
    sections_ask_something,
    references_resolve,
    messages_fit,
];

fn unique_ids(policy: &Policy, found: &mut Faults) {
    let lists: [(&str, Vec<&str>); 6] = [
        ("titles", policy.titles.iter().map(|x| x.id.as_str()).collect()),
        ("committees", policy.committees.iter().map(|x| x.id.as_str()).collect()),
        ("specialties", policy.specialties.iter().map(|x| x.id.as_str()).collect()),
        ("criteria", policy.criteria.iter().map(|x| x.id.as_str()).collect()),
        ("sections", policy.sections.iter().map(|x| x.id.as_str()).collect()),
        ("messages", policy.messages.iter().map(|x| x.id.as_str()).collect()),
    ];
    for (list, ids) in lists {
        let mut seen = BTreeSet::new();
        for id in ids.into_iter().filter(|id| !seen.insert(*id)) {
            fault(found, format!("{list}.{id}"), "stands twice: rename or delete one");
        }
    }
}

/// Every title of every industry has exactly one committee.
fn committee_table_has_no_hole(policy: &Policy, found: &mut Faults) {
    for title in &policy.titles {
        for industry in &policy.industries {
            if policy.committee_for(&title.id, &industry.value).is_none() {
                let place = format!("committees ({}, {})", title.id, industry.value);
                fault(found, place, "no committee takes it: add one, or leave `industries` of one empty");
            }
        }
    }
}

fn committees_exist(policy: &Policy, found: &mut Faults) {
    let of_specialties = policy.specialties.iter().map(|s| (&s.id, &s.committees));
    let of_criteria = policy.criteria.iter().map(|c| (&c.id, &c.committees));
    for (id, committees) in of_specialties.chain(of_criteria) {
        for committee in committees.iter().filter(|c| policy.committee(c).is_none()) {
            fault(found, id, format!("names committee `{committee}`, which is not in `committees`"));
        }
    }
}

fn sections_ask_something(policy: &Policy, found: &mut Faults) {
    for section in &policy.sections {
        if section.fields.is_empty() && section.groups.is_empty() && section.slots.is_empty() {
            fault(found, &section.id, "asks nothing: add a field, a group or a slot");
        }
    }
}

fn messages_fit(policy: &Policy, found: &mut Faults) {
    for message in &policy.messages {
        let n_chars = filled_chars(&message.text);
        if n_chars > crate::messages::MAX_CHARS {
            fault(
                found,
                format!("messages.{}", message.id),
                format!("has {n_chars} characters when filled: shorten to 70"),
            );
        }
    }
}

/// What the text has when its placeholders are filled; none stands for more than 正高级工程师 or 县区职改部门.
fn filled_chars(text: &str) -> usize {
    const LONGEST_VALUE: usize = 6;
    let mut parts = text.split('{');
    let head = parts.next().map_or(0, |head| head.chars().count());
    parts.fold(head, |n, part| {
        let tail = part.split_once('}').map_or(part, |(_, tail)| tail);
        n + LONGEST_VALUE + tail.chars().count()
    })
}

fn references_resolve(policy: &Policy, found: &mut Faults) {
    for section in &policy.sections {
        let place = &section.id;
        check_condition(policy, section, place, section.required_when.as_ref(), found);
        check_fields(policy, section, place, &section.fields, found);
        check_slots(policy, section, place, &section.slots, found);
        for group in &section.groups {
            let place = format!("{}.{}", section.id, group.id);
            let conditions = [group.shown.as_ref(), group.min_when.as_ref()];
            conditions.into_iter().for_each(|when| check_condition(policy, section, &place, when, found));
            let names = [Some(&group.row_title), group.exactly_one.as_ref(), group.distinct.as_ref()];
            for name in names.into_iter().flatten().filter(|name| !has(&group.fields, name)) {
                fault(found, &place, format!("names field `{name}`, which the group does not have"));
            }
            check_fields(policy, section, &place, &group.fields, found);
            check_slots(policy, section, &place, &group.slots, found);
        }
    }
}

fn has(fields: &[Field], id: &str) -> bool {
    fields.iter().any(|field| field.id == id)
}

fn check_fields(policy: &Policy, section: &Section, at: &str, fields: &[Field], found: &mut Faults) {
    for field in fields {
        let place = format!("{at}.{}", field.id);
        if fields.iter().filter(|other| other.id == field.id).count() > 1 {
            fault(found, &place, "stands twice: rename or delete one");
        }
        let conditions = [&field.required_when, &field.shown, &field.locked_when];
        for when in conditions {
            check_condition(policy, section, &place, when.as_ref(), found);
        }
        if let Some(OptionSource::Dictionary(name)) = &field.options_from
            && !policy.dictionaries.contains_key(name)
        {
            fault(found, &place, format!("takes options from dictionary `{name}`, which does not exist"));
        }
        for limit in field.not_before.iter().chain(&field.not_after) {
            if let super::Bound::Field(reference) = &limit.bound {
                check_reference(policy, section, &place, reference, found);
            }
        }
    }
}

fn check_slots(policy: &Policy, section: &Section, at: &str, slots: &[Slot], found: &mut Faults) {
    for slot in slots {
        for when in [&slot.required_when, &slot.shown] {
            check_condition(policy, section, &format!("{at}.{}", slot.id), when.as_ref(), found);
        }
    }
}

fn check_condition(
    policy: &Policy,
    section: &Section,
    place: &str,
    condition: Option<&Condition>,
    found: &mut Faults,
) {
    for reference in condition.into_iter().flat_map(Condition::fields) {
        check_reference(policy, section, place, reference, found);
    }
}

fn check_reference(
    policy: &Policy,
    section: &Section,
    place: &str,
    reference: &FieldRef,
    found: &mut Faults,
) {
    let (other, field) = reference.parts();
    let section = other.map_or(Some(section), |other| policy.section(other));
    if section.and_then(|section| section.field(field)).is_none() {
        fault(found, place, format!("reads `{}`, which is no field of the pack", reference.0));
    }
}
