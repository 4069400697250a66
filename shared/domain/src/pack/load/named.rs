//! Conditions that are written once under a name and asked in several places.

use super::located::Located;
use super::place::{table_mut, text};
use super::sources::{Sources, Value};
use crate::pack::PackFault;
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

/// The keys whose value is a condition.
const KEYS: [&str; 5] = ["shown", "required_when", "locked_when", "min_when", "min_chars_when"];

/// Puts every named condition where its name stands.
pub(super) fn expand<'f>(tree: &mut DeTable<'f>, known: &DeTable<'f>, sources: &Sources<'f>) -> Vec<Located> {
    let mut names = Names { known, sources, faults: Vec::new() };
    if let Some(sections) = tree.get_mut("sections") {
        names.search(sections);
    }
    names.faults
}

struct Names<'s, 'f> {
    known: &'s DeTable<'f>,
    sources: &'s Sources<'f>,
    faults: Vec<Located>,
}

impl<'f> Names<'_, 'f> {
    fn search(&mut self, value: &mut Value<'f>) {
        match value.get_mut() {
            DeValue::Array(list) => list.iter_mut().for_each(|value| self.search(value)),
            DeValue::Table(table) => {
                for (key, value) in table.iter_mut() {
                    if KEYS.contains(&key.get_ref().as_ref()) {
                        self.condition(value, &mut Vec::new());
                    } else {
                        self.search(value);
                    }
                }
            }
            DeValue::String(_)
            | DeValue::Integer(_)
            | DeValue::Float(_)
            | DeValue::Boolean(_)
            | DeValue::Datetime(_) => {}
        }
    }

    /// `within`: the names that are being looked up.
    fn condition(&mut self, value: &mut Value<'f>, within: &mut Vec<String>) {
        let span = value.span();
        let name = text(value.get_ref()).map(str::to_owned);
        if let Some(name) = name {
            let Some(meant) = self.meant(&name, span.clone(), within) else { return };
            *value = Spanned::new(span, meant.into_inner());
            within.push(name);
            self.condition(value, within);
            within.pop();
        } else if let DeValue::Table(table) = value.get_mut() {
            for (key, inner) in table.iter_mut() {
                match (key.get_ref().as_ref(), inner.get_mut()) {
                    ("not", _) => self.condition(inner, within),
                    (of @ ("all" | "any"), DeValue::Array(list)) => self.list(of, list, within),
                    (_, _no_condition) => {}
                }
            }
        }
    }

    /// An `all` within an `all` is one of all their parts.
    fn list(&mut self, of: &str, list: &mut DeArray<'f>, within: &mut Vec<String>) {
        let mut parts = DeArray::new();
        for mut part in std::mem::replace(list, DeArray::new()) {
            let is_name = text(part.get_ref()).is_some();
            self.condition(&mut part, within);
            let named = table_mut(part.get_mut()).filter(|_| is_name);
            let same = named.filter(|table| table.get(of).is_some_and(|value| value.get_ref().is_array()));
            let same = same.and_then(|table| table.remove(of));
            match same.map(Spanned::into_inner) {
                Some(DeValue::Array(more)) => more.into_iter().for_each(|part| parts.push(part)),
                Some(_) | None => parts.push(part),
            }
        }
        *list = parts;
    }

    fn meant(&mut self, name: &str, span: std::ops::Range<usize>, within: &[String]) -> Option<Value<'f>> {
        let fault = if within.iter().any(|outer| outer == name) {
            let what = format!("条件互相引用，成了一个圈：{} → {name}", within.join(" → "));
            PackFault::new(format!("conditions.{name}"), what, "让其中一个条件不再引用另一个")
        } else if let Some(condition) = self.known.get(name) {
            return Some(condition.clone());
        } else {
            let names: Vec<&str> = self.known.keys().map(|key| key.get_ref().as_ref()).collect();
            let remedy = match names.as_slice() {
                [] => format!("在 `[conditions]` 里写 `{name} = {{ … }}`"),
                names => format!("写 {} 中的一个，或者在 `[conditions]` 里加上它", names.join("、")),
            };
            PackFault::new("", format!("没有名为 `{name}` 的条件"), remedy)
        };
        let fault = self.sources.located(Some(span), fault);
        if !self.faults.contains(&fault) {
            self.faults.push(fault);
        }
        None
    }
}
