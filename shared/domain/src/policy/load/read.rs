//! The tree as a policy. What cannot be read is cut out and the rest read again, so that all faults of the
//! spelling are told together.

use super::located::Located;
use super::sources::Sources;
use crate::policy::{PackFault, Policy};
use serde::Deserialize;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Deserializer, Error};

const MOST_FAULTS: usize = 50;

/// The policy, unless too much had to be cut out, and the faults of spelling.
pub(super) fn policy(mut tree: DeTable<'_>, sources: &Sources<'_>) -> (Option<Policy>, Vec<Located>) {
    let mut faults = Vec::new();
    let mut is_whole = true;
    loop {
        let error = match Policy::deserialize(Deserializer::from(Spanned::new(0..0, tree.clone()))) {
            Ok(policy) => return (is_whole.then_some(policy), faults),
            Err(error) => error,
        };
        let fault = sources.located(error.span(), in_words(&error));
        let is_stuck = faults.contains(&fault) || faults.len() == MOST_FAULTS;
        faults.push(fault);
        let is_key = error.message().starts_with("unknown field");
        is_whole &= is_key;
        let cut = error.span().and_then(|at| Cut { at, is_key }.table(tree));
        match cut {
            Some(rest) if !is_stuck => tree = rest,
            Some(_) | None => return (None, faults),
        }
    }
}

/// A key that does not exist goes alone; of anything else the whole element of its list, lest its absence be
/// told as another fault.
struct Cut {
    at: Range<usize>,
    is_key: bool,
}

impl Cut {
    /// None: the element of the list around it has to go.
    fn table<'f>(&self, table: DeTable<'f>) -> Option<DeTable<'f>> {
        let mut kept = DeTable::new();
        for (key, value) in table {
            let is_here = key.span() == self.at || (!self.is_key && value.span() == self.at);
            if is_here && !self.is_key {
                return None;
            }
            if !is_here {
                let span = value.span();
                kept.insert(key, Spanned::new(span, self.value(value.into_inner())?));
            }
        }
        Some(kept)
    }

    fn value<'f>(&self, value: DeValue<'f>) -> Option<DeValue<'f>> {
        match value {
            DeValue::Table(table) => self.table(table).map(DeValue::Table),
            DeValue::Array(array) => {
                let others = array.into_iter().filter(|value| self.is_key || value.span() != self.at);
                let kept = others.filter_map(|value| {
                    let span = value.span();
                    Some(Spanned::new(span, self.value(value.into_inner())?))
                });
                Some(DeValue::Array(kept.collect()))
            }
            plain @ (DeValue::String(_)
            | DeValue::Integer(_)
            | DeValue::Float(_)
            | DeValue::Boolean(_)
            | DeValue::Datetime(_)) => Some(plain),
        }
    }
}

/// Serde's sentence in an author's words.
fn in_words(error: &Error) -> PackFault {
    let said = error.message();
    let (head, tail) = said.split_once(", ").unwrap_or((said, ""));
    let known = tail.trim_start_matches("expected ").trim_start_matches("one of ");
    if let Some(key) = head.strip_prefix("unknown field ") {
        return PackFault::new(
            "",
            format!("there is no key {key} here"),
            format!("delete it, or write {known}"),
        );
    }
    if let Some(key) = head.strip_prefix("missing field ") {
        return PackFault::new("", format!("the key {key} is missing here"), format!("add a line {key} = …"));
    }
    if let Some(value) = head.strip_prefix("unknown variant ") {
        return PackFault::new("", format!("{value} is not known here"), format!("write {known}"));
    }
    let kind = KINDS.iter().find(|(kind, _)| *kind == known).map_or(known, |(_, words)| words);
    PackFault::new("", said, format!("write {kind}"))
}

/// Serde's names of kinds of values, and an author's.
const KINDS: [(&str, &str); 8] = [
    ("", "a value of the right kind"),
    ("a string", "a text between quotes"),
    ("a boolean", "true or false"),
    ("a sequence", "a list between [ and ]"),
    ("u8", "a whole number"),
    ("u32", "a whole number"),
    ("usize", "a whole number"),
    ("i32", "a whole number"),
];
