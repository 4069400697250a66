//! From the name of a place, `publications.rows.cn_number.shown`, to where it is written.

use std::ops::Range;
use toml::de::{DeArray, DeTable, DeValue};

/// By what the elements of a list are called.
const NAMES: [&str; 6] = ["id", "value", "code", "target", "name", "title"];

/// The span of the deepest part of `place` that is found.
pub(super) fn span_of(tree: &DeTable<'_>, place: &str) -> Option<Range<usize>> {
    let mut parts = place.split('.');
    let first = parts.next()?;
    let (mut span, mut value) =
        in_table(tree, first).or_else(|| in_array(array(tree.get("sections")?.get_ref())?, first))?;
    for part in parts {
        let found = match value {
            DeValue::Table(table) => in_table(table, part).or_else(|| in_lists(table, part)),
            DeValue::Array(array) => in_array(array, part),
            DeValue::String(_)
            | DeValue::Integer(_)
            | DeValue::Float(_)
            | DeValue::Boolean(_)
            | DeValue::Datetime(_) => None,
        };
        let Some((at, inner)) = found else { break };
        (span, value) = (at, inner);
    }
    Some(span)
}

type Found<'t, 'f> = Option<(Range<usize>, &'t DeValue<'f>)>;

fn in_table<'t, 'f>(table: &'t DeTable<'f>, name: &str) -> Found<'t, 'f> {
    let (key, value) = table.get_key_value(name)?;
    Some((key.span(), value.get_ref()))
}

/// Fields before groups before slots, as the tree orders its keys.
fn in_lists<'t, 'f>(table: &'t DeTable<'f>, name: &str) -> Found<'t, 'f> {
    table.values().filter_map(|value| array(value.get_ref())).find_map(|list| in_array(list, name))
}

/// The last of that name: of two, it is the one too many. The line is the one that names it. Of a list of texts, the
/// one of that number, from 1.
fn in_array<'t, 'f>(list: &'t DeArray<'f>, name: &str) -> Found<'t, 'f> {
    let named = list.iter().rev().find_map(|value| {
        let DeValue::Table(table) = value.get_ref() else { return None };
        let names = NAMES.iter().filter_map(|key| table.get(*key));
        let named = names.map(|value| (value.span(), value.get_ref()));
        let mut same = named.filter(|(_, value)| text(value) == Some(name));
        same.next().map(|(at, _)| (at, value.get_ref()))
    });
    named.or_else(|| {
        let value = list.get(name.parse::<usize>().ok()?.checked_sub(1)?)?;
        text(value.get_ref()).map(|_| (value.span(), value.get_ref()))
    })
}

fn array<'t, 'f>(value: &'t DeValue<'f>) -> Option<&'t DeArray<'f>> {
    if let DeValue::Array(list) = value { Some(list) } else { None }
}

fn text<'t>(value: &'t DeValue<'_>) -> Option<&'t str> {
    if let DeValue::String(text) = value { Some(text) } else { None }
}
