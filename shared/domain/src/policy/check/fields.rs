//! Fields offer what can be chosen and are bounded by what can be read.

use super::uses;
use super::{Faults, PackFault};
use crate::policy::{Bound, Field, FieldKind, OptionSource, Policy};

pub(super) fn options_stand_where_something_is_chosen(policy: &Policy, found: &mut Faults) {
    for (place, _, field) in uses::fields(policy) {
        let is_chosen = matches!(field.kind, FieldKind::Choice | FieldKind::Search);
        let has_options = !field.options.is_empty();
        let label = &field.label;
        let (what, remedy) = match (&field.options_from, has_options) {
            (None, false) if is_chosen => {
                (format!("nothing can be chosen in {label}"), "add `options` or `options_from`".into())
            }
            (Some(_), true) => {
                (format!("{label} has `options` and `options_from`; only one counts"), "delete one".into())
            }
            (None, true) if field.kind == FieldKind::YesNo && says_yes_and_no(field) => continue,
            (Some(_), _) | (_, true) if !is_chosen => (
                format!("{label} has options, and nothing is chosen in it"),
                "make it kind = \"choice\"".into(),
            ),
            (Some(OptionSource::Dictionary(name)), false) if !policy.dictionaries.contains_key(name) => {
                let known: Vec<&str> = policy.dictionaries.keys().map(String::as_str).collect();
                let what = format!("the dictionary `{name}` does not exist");
                (what, format!("add it, or write one of {}", known.join(", ")))
            }
            (Some(_) | None, true | false) => continue,
        };
        found.push(PackFault::new(place, what, remedy));
    }
}

/// 有／无 instead of 是／否.
fn says_yes_and_no(field: &Field) -> bool {
    field.options.iter().map(|option| option.value.as_str()).eq(["true", "false"])
}

pub(super) fn defaults_are_among_the_options(policy: &Policy, found: &mut Faults) {
    for (place, _, field) in uses::fields(policy) {
        let values = uses::values(policy, field).unwrap_or_default();
        let given = [("default", &field.default), ("settled", &field.settled)];
        for (key, text) in given.into_iter().filter(|(_, text)| !text.is_empty()) {
            if !values.is_empty() && !values.contains(&text.as_str()) {
                let what = format!("{} has the {key} `{text}`, which it does not offer", field.label);
                let remedy = format!("write one of {}", values.join(", "));
                found.push(PackFault::new(format!("{place}.{key}"), what, remedy));
            }
        }
    }
}

/// What counts since the current title counts for everybody since something.
pub(super) fn first_applicants_have_a_bound_too(policy: &Policy, found: &mut Faults) {
    for (place, _, field) in uses::fields(policy) {
        let has = |bound| field.not_before.iter().any(|limit| limit.bound == bound);
        if has(Bound::CurrentTitle) != has(Bound::ProfessionalWork) {
            let what = format!("{} begins to count for some applicants only", field.label);
            let remedy = "give `not_before` both `current_title` and `professional_work`";
            found.push(PackFault::new(format!("{place}.not_before"), what, remedy));
        }
    }
}

pub(super) fn bounds_read_fields(policy: &Policy, found: &mut Faults) {
    for (place, site, field) in uses::fields(policy) {
        let limits = field.not_before.iter().map(|limit| ("not_before", limit));
        let limits = limits.chain(field.not_after.iter().map(|limit| ("not_after", limit)));
        let of_limits = limits.filter_map(|(key, limit)| match &limit.bound {
            Bound::Field(name) => Some((key, name)),
            Bound::CurrentTitle
            | Bound::ProfessionalWork
            | Bound::Today
            | Bound::Cutoff
            | Bound::Review
            | Bound::YearsAgo(_)
            | Bound::BirthPlusYears(_) => None,
        });
        let names = of_limits.chain(field.not_above.iter().map(|name| ("not_above", name)));
        for (key, name) in names {
            if let Err(what) = uses::resolve(policy, site, name) {
                let remedy = "write a field of the same row or section, or `section.field`";
                found.push(PackFault::new(format!("{place}.{key}"), what, remedy));
            }
        }
    }
}
