//! The tree as a pack. What cannot be read is cut out and the rest read again, so that all faults of the
//! spelling are told together.

use super::located::Located;
use super::sources::Sources;
use crate::pack::{Pack, PackFault};
use serde::Deserialize;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Deserializer, Error};

const MOST_FAULTS: usize = 50;

/// The pack, unless too much had to be cut out, and the faults of spelling.
pub(super) fn pack(mut tree: DeTable<'_>, sources: &Sources<'_>) -> (Option<Pack>, Vec<Located>) {
    let mut faults = Vec::new();
    let mut is_whole = true;
    loop {
        let error = match Pack::deserialize(Deserializer::from(Spanned::new(0..0, tree.clone()))) {
            Ok(pack) => return (is_whole.then_some(pack), faults),
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
    /// Returns the table without the cut; none if the element of the list around it has to go.
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
    let expected = tail.trim_start_matches("expected ");
    let known = expected.trim_start_matches("one of ").replace("`, `", "`、`").replace("` or `", "`、`");
    if let Some(key) = head.strip_prefix("unknown field ") {
        return PackFault::new("", format!("这里没有 {key} 这个键"), format!("删除它，或者改成 {known}"));
    }
    if let Some(key) = head.strip_prefix("missing field ") {
        return PackFault::new(
            "",
            format!("这里缺少 {key}"),
            format!("加一行 `{} = …`", key.trim_matches('`')),
        );
    }
    if let Some(value) = head.strip_prefix("unknown variant ") {
        return PackFault::new("", format!("这里不能写 {value}"), format!("写 {known}"));
    }
    let written = head.strip_prefix("invalid type: ").and_then(|kind| in_table(&WRITTEN, kind));
    match (written, in_table(&EXPECTED, expected)) {
        (Some(written), Some(expected)) => {
            PackFault::new("", format!("这里写的是{written}"), format!("写{expected}"))
        }
        (None, Some(expected)) => {
            PackFault::new("", format!("这个值不对（{said}）"), format!("写{expected}"))
        }
        (_, None) => PackFault::new("", format!("这个值不对（{said}）"), "照说明改正这个值"),
    }
}

fn in_table(table: &[(&str, &'static str)], said: &str) -> Option<&'static str> {
    table.iter().find(|(start, _)| said.starts_with(start)).map(|(_, words)| *words)
}

/// Serde's names of what is written, and an author's.
const WRITTEN: [(&str, &str); 6] = [
    ("string", "文字"),
    ("integer", "整数"),
    ("floating", "小数"),
    ("boolean", "true 或 false"),
    ("sequence", "列表"),
    ("map", "表"),
];

/// Serde's names of what is expected, and an author's.
const EXPECTED: [(&str, &str); 11] = [
    ("a string", "文字，放在引号里"),
    ("a boolean", "true 或 false，不加引号"),
    ("a sequence", "列表，放在 [ 和 ] 之间"),
    ("a formatted date", "日期，如 \"2026-08-05\""),
    ("struct", "表，放在 { 和 } 之间"),
    ("a map", "表，放在 { 和 } 之间"),
    ("u8", "整数，不加引号"),
    ("u32", "整数，不加引号"),
    ("u64", "整数，不加引号"),
    ("usize", "整数，不加引号"),
    ("i", "整数，不加引号"),
];
