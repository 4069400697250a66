//! Fields offer what can be chosen and are bounded by what can be read.

use super::uses;
use super::{Faults, PackFault, one_of};
use crate::pack::{Bound, Field, FieldKind, OptionSource, Pack};

pub(super) fn options_stand_where_something_is_chosen(pack: &Pack, found: &mut Faults) {
    for (place, _, field) in uses::fields(pack) {
        let is_chosen = matches!(field.kind, FieldKind::Choice | FieldKind::Search);
        let has_options = !field.options.is_empty();
        let label = &field.label;
        let (what, remedy) = match (&field.options_from, has_options) {
            (None, false) if is_chosen => {
                (format!("“{label}”没有可选的内容"), "加上 `options` 或 `options_from`".into())
            }
            (Some(_), true) => {
                (format!("“{label}”同时有 `options` 和 `options_from`，只能有一个"), "删除其中一个".into())
            }
            (None, true) if field.kind == FieldKind::YesNo && says_yes_and_no(field) => continue,
            (Some(_), _) | (_, true) if !is_chosen => {
                (format!("“{label}”不是选择，却有选项"), "改成 `kind = \"choice\"`".into())
            }
            (Some(OptionSource::Dictionary(name)), false) if !pack.dictionaries.contains_key(name) => {
                let known: Vec<&str> = pack.dictionaries.keys().map(String::as_str).collect();
                let what = format!("没有名为 `{name}` 的选项表");
                (what, format!("在 `[dictionaries]` 里加上它，或者{}", one_of(&known)))
            }
            (Some(_) | None, true | false) => continue,
        };
        found.push(PackFault::new(place, what, remedy));
    }
}

/// Whether the field says 有／无 instead of 是／否.
fn says_yes_and_no(field: &Field) -> bool {
    field.options.iter().map(|option| option.value.as_str()).eq(["true", "false"])
}

pub(super) fn defaults_are_among_the_options(pack: &Pack, found: &mut Faults) {
    for (place, _, field) in uses::fields(pack) {
        let values = uses::values(pack, field).unwrap_or_default();
        let given = [("default", &field.default), ("settled", &field.settled)];
        for (key, text) in given.into_iter().filter(|(_, text)| !text.is_empty()) {
            if !values.is_empty() && !values.contains(&text.as_str()) {
                let what = format!("“{}”的 {key} 是 `{text}`，选项里没有", field.label);
                let remedy = one_of(&values);
                found.push(PackFault::new(format!("{place}.{key}"), what, remedy));
            }
        }
    }
}

/// A fact that counts since the current title counts for everybody since something.
pub(super) fn first_applicants_have_a_bound_too(pack: &Pack, found: &mut Faults) {
    for (place, _, field) in uses::fields(pack) {
        let has = |bound| field.not_before.iter().any(|limit| limit.bound == bound);
        if has(Bound::CurrentTitle) != has(Bound::ProfessionalWork) {
            let what = format!("“{}”只对一部分申报人规定了起算时间", field.label);
            let remedy = "在 `not_before` 里同时写 `current_title` 和 `professional_work`";
            found.push(PackFault::new(format!("{place}.not_before"), what, remedy));
        }
    }
}

pub(super) fn bounds_read_fields(pack: &Pack, found: &mut Faults) {
    for (place, site, field) in uses::fields(pack) {
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
            if let Err(what) = uses::resolve(pack, site, name) {
                let remedy = "写同一行或同一栏目的字段，或者写成 `栏目.字段`";
                found.push(PackFault::new(format!("{place}.{key}"), what, remedy));
            }
        }
    }
}
