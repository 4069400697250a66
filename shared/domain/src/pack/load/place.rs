//! Leads from the name of a place, `publications.rows.cn_number.shown`, to where it is written.

use std::ops::Range;
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

/// The keys by whose value an element of a list is called.
const NAMES: [&str; 6] = ["id", "value", "code", "target", "name", "title"];

/// One step down the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Key(String),
    Item(usize),
}

/// The way down to the deepest part of a place that is found.
#[derive(Debug)]
pub(super) struct Way<'p> {
    pub(super) steps: Vec<Step>,
    pub(super) span: Range<usize>,
    /// The parts of the place that are not there.
    pub(super) rest: Vec<&'p str>,
}

/// The span of the deepest part of `place` that is found.
pub(super) fn span_of(tree: &DeTable<'_>, place: &str) -> Option<Range<usize>> {
    way(tree, place).map(|way| way.span)
}

/// Returns the way as far as it leads; none if not even the first part is there.
pub(super) fn way<'p>(tree: &DeTable<'_>, place: &'p str) -> Option<Way<'p>> {
    let mut parts = place.split('.');
    let first = parts.next()?;
    let sections = || in_list_of(tree, "sections", first);
    let (mut value, mut found) = in_table(tree, first).or_else(sections)?;
    let mut way = Way { steps: Vec::new(), span: 0..0, rest: Vec::new() };
    loop {
        way.steps.append(&mut found.steps);
        way.span = found.span;
        let Some(part) = parts.next() else { return Some(way) };
        let deeper = match value {
            DeValue::Table(table) => in_table(table, part).or_else(|| in_lists(table, part)),
            DeValue::Array(list) => in_array(list, part),
            DeValue::String(_)
            | DeValue::Integer(_)
            | DeValue::Float(_)
            | DeValue::Boolean(_)
            | DeValue::Datetime(_) => None,
        };
        let Some(deeper) = deeper else {
            way.rest = std::iter::once(part).chain(parts).collect();
            return Some(way);
        };
        (value, found) = deeper;
    }
}

/// Returns the value at the end of the steps.
pub(super) fn at<'t, 'f>(tree: &'t DeTable<'f>, steps: &[Step]) -> Option<&'t Spanned<DeValue<'f>>> {
    let (Step::Key(first), others) = steps.split_first()? else { return None };
    others.iter().try_fold(tree.get(first.as_str())?, |value, step| match step {
        Step::Key(key) => table(value.get_ref())?.get(key.as_str()),
        Step::Item(index) => array(value.get_ref())?.get(*index),
    })
}

/// Returns the value at the end of the steps, to be changed.
pub(super) fn at_mut<'t, 'f>(
    tree: &'t mut DeTable<'f>,
    steps: &[Step],
) -> Option<&'t mut Spanned<DeValue<'f>>> {
    let (Step::Key(first), others) = steps.split_first()? else { return None };
    others.iter().try_fold(tree.get_mut(first.as_str())?, |value, step| match step {
        Step::Key(key) => table_mut(value.get_mut())?.get_mut(key.as_str()),
        Step::Item(index) => {
            let DeValue::Array(list) = value.get_mut() else { return None };
            list.get_mut(*index)
        }
    })
}

/// The names of the elements that a part of a place can go on to.
pub(super) fn names_in<'t>(value: &'t DeValue<'_>) -> Vec<&'t str> {
    match value {
        DeValue::Array(list) => {
            list.iter().filter_map(|value| names(value).next()).map(|(_, name)| name).collect()
        }
        DeValue::Table(table) => {
            let lists = table.values().filter(|value| array(value.get_ref()).is_some());
            let listed: Vec<&str> = lists.flat_map(|list| names_in(list.get_ref())).collect();
            if listed.is_empty() { table.keys().map(|key| key.get_ref().as_ref()).collect() } else { listed }
        }
        DeValue::String(_)
        | DeValue::Integer(_)
        | DeValue::Float(_)
        | DeValue::Boolean(_)
        | DeValue::Datetime(_) => Vec::new(),
    }
}

/// The steps that one part of a place stands for, and the span that names it.
struct Part {
    steps: Vec<Step>,
    span: Range<usize>,
}

type Found<'t, 'f> = Option<(&'t DeValue<'f>, Part)>;

fn in_table<'t, 'f>(table: &'t DeTable<'f>, name: &str) -> Found<'t, 'f> {
    let (key, value) = table.get_key_value(name)?;
    Some((value.get_ref(), Part { steps: vec![Step::Key(name.to_owned())], span: key.span() }))
}

/// Fields before groups before slots, as the tree orders its keys.
fn in_lists<'t, 'f>(table: &'t DeTable<'f>, name: &str) -> Found<'t, 'f> {
    table.keys().find_map(|key| in_list_of(table, key.get_ref(), name))
}

fn in_list_of<'t, 'f>(table: &'t DeTable<'f>, key: &str, name: &str) -> Found<'t, 'f> {
    let (value, mut part) = in_array(array(table.get(key)?.get_ref())?, name)?;
    part.steps.insert(0, Step::Key(key.to_owned()));
    Some((value, part))
}

/// The last of that name: of two, it is the one too many. The line is the one that names it. Of a list of texts, the
/// one of that number, from 1.
fn in_array<'t, 'f>(list: &'t DeArray<'f>, name: &str) -> Found<'t, 'f> {
    let part = |index, span| Part { steps: vec![Step::Item(index)], span };
    let named = list.iter().enumerate().rev().find_map(|(index, value)| {
        let mut same = names(value).filter(|(_, text)| *text == name);
        same.next().map(|(span, _)| (value.get_ref(), part(index, span)))
    });
    named.or_else(|| {
        let index = name.parse::<usize>().ok()?.checked_sub(1)?;
        let value = list.get(index)?;
        text(value.get_ref()).map(|_| (value.get_ref(), part(index, value.span())))
    })
}

/// The names of an element of a list, the strongest first.
fn names<'t>(value: &'t Spanned<DeValue<'_>>) -> impl Iterator<Item = (Range<usize>, &'t str)> {
    let values =
        table(value.get_ref()).into_iter().flat_map(|table| NAMES.iter().filter_map(|key| table.get(*key)));
    values.filter_map(|value| Some((value.span(), text(value.get_ref())?)))
}

pub(super) fn table<'t, 'f>(value: &'t DeValue<'f>) -> Option<&'t DeTable<'f>> {
    if let DeValue::Table(table) = value { Some(table) } else { None }
}

pub(super) fn table_mut<'t, 'f>(value: &'t mut DeValue<'f>) -> Option<&'t mut DeTable<'f>> {
    if let DeValue::Table(table) = value { Some(table) } else { None }
}

pub(super) fn array<'t, 'f>(value: &'t DeValue<'f>) -> Option<&'t DeArray<'f>> {
    if let DeValue::Array(list) = value { Some(list) } else { None }
}

pub(super) fn text<'t>(value: &'t DeValue<'_>) -> Option<&'t str> {
    if let DeValue::String(text) = value { Some(text) } else { None }
}
