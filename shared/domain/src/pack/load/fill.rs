//! `{cycle_year}` and the pack's own words in its texts, filled in before anything is read.

use super::located::Located;
use super::place::{table, text};
use super::sources::{Parts, Sources, put};
use crate::pack::PackFault;
use std::collections::BTreeMap;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Keys under which gaps of other names are filled later, for each applicant.
const FILLED_LATER: [&str; 2] = ["messages", "letter"];

/// Keys whose value is a number, in a field of years too: `max = "{cycle_year}"`.
const NUMBERS: [&str; 2] = ["min", "max"];

pub(super) fn fill<'f>(parts: &mut Parts<'f>, sources: &Sources<'f>) -> Vec<Located> {
    let mut filler =
        Filler { sources, values: BTreeMap::new(), english: BTreeMap::new(), faults: Vec::new() };
    filler.collect(&parts.values);
    let here = Here { is_later: false, is_english: false };
    filler.table(&mut parts.tree, here);
    filler.table(&mut parts.conditions, here);
    for edits in parts.edits.values_mut() {
        filler.keys(&mut edits.changes, here);
        filler.table(&mut edits.changes, here);
        edits.without.iter_mut().for_each(|value| filler.value("", value, here));
        edits.additions.iter_mut().for_each(|value| filler.value("", value, here));
    }
    filler.faults
}

#[derive(Clone, Copy)]
struct Here {
    is_later: bool,
    is_english: bool,
}

struct Filler<'s, 'f> {
    sources: &'s Sources<'f>,
    values: BTreeMap<String, String>,
    /// The values in texts for readers of English.
    english: BTreeMap<String, String>,
    faults: Vec<Located>,
}

impl<'f> Filler<'_, 'f> {
    fn collect(&mut self, values: &DeTable<'f>) {
        for (key, value) in values {
            let name = key.get_ref().to_string();
            let (said, english) = match table(value.get_ref()) {
                Some(both) => (word(both, "text"), word(both, "english")),
                None => (text(value.get_ref()), None),
            };
            self.english.extend(english.map(|english| (name.clone(), english.to_owned())));
            if said.is_none() {
                let what = format!("`{name}` 应是文字");
                let remedy = "写 `\"…\"`，有英文页面的写 `{ text = \"…\", english = \"…\" }`";
                let fault = PackFault::new("values", what, remedy);
                self.faults.push(self.sources.located(Some(value.span()), fault));
            }
            self.values.insert(name, said.unwrap_or_default().to_owned());
        }
    }

    fn table(&mut self, table: &mut DeTable<'f>, here: Here) {
        for (key, value) in table.iter_mut() {
            let key = key.get_ref().as_ref();
            let is_later = here.is_later || key.split('.').any(|part| FILLED_LATER.contains(&part));
            let here = Here { is_later, ..here };
            if key == "english"
                && let DeValue::Table(english) = value.get_mut()
            {
                self.keys(english, here);
                self.table(english, Here { is_english: true, ..here });
            } else {
                self.value(key, value, here);
            }
        }
    }

    fn keys(&mut self, table: &mut DeTable<'f>, here: Here) {
        for (key, value) in std::mem::take(table) {
            let (span, text) = (key.span(), self.text(key.get_ref(), key.span(), here));
            put(table, text.map_or(key, |text| Spanned::new(span, text.into())), value);
        }
    }

    fn value(&mut self, key: &str, value: &mut Spanned<DeValue<'f>>, here: Here) {
        let span = value.span();
        match value.get_mut() {
            DeValue::Table(table) => self.table(table, here),
            DeValue::Array(list) => list.iter_mut().for_each(|value| self.value(key, value, here)),
            DeValue::String(text) => {
                let last = key.rsplit('.').next().unwrap_or_default();
                let year =
                    NUMBERS.contains(&last).then(|| self.year(text.strip_prefix('{')?.strip_suffix('}')?));
                if let Some(number) = year.flatten().and_then(|year| DeValue::parse(year).ok()) {
                    *value.get_mut() = number.into_inner();
                } else if let Some(filled) = self.text(text, span, here) {
                    *text = filled.into();
                }
            }
            DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_) => {}
        }
    }

    /// Returns the filled text; none if there is nothing to fill.
    fn text(&mut self, text: &str, span: std::ops::Range<usize>, here: Here) -> Option<String> {
        let mut parts = text.split('{');
        let mut whole = parts.next()?.to_owned();
        let mut is_filled = false;
        for part in parts {
            let gap = part.split_once('}').filter(|(name, _)| is_name(name));
            let said = gap.and_then(|(name, _)| self.said(name, here));
            match (gap, said) {
                (Some((_, tail)), Some(said)) => {
                    whole.push_str(&said);
                    whole.push_str(tail);
                    is_filled = true;
                }
                (gap, _) => {
                    if let Some((name, _)) = gap.filter(|_| !here.is_later) {
                        self.unknown(name, span.clone());
                    }
                    whole.push('{');
                    whole.push_str(part);
                }
            }
        }
        is_filled.then_some(whole)
    }

    fn said(&self, name: &str, here: Here) -> Option<String> {
        let english = self.english.get(name).filter(|_| here.is_english);
        self.year(name)
            .or_else(|| english.or_else(|| self.values.get(name)).map(String::as_str))
            .map(str::to_owned)
    }

    /// `cycle_year`, `cycle_year-5`, `cycle_year+1`.
    fn year(&self, name: &str) -> Option<&'f str> {
        let by = name.strip_prefix("cycle_year")?;
        let by: i32 = if by.is_empty() { 0 } else { by.parse().ok()? };
        self.sources.folder.years.get(&by).map(String::as_str)
    }

    fn unknown(&mut self, name: &str, span: std::ops::Range<usize>) {
        let own: String = self.values.keys().map(|name| format!("、`{{{name}}}`")).collect();
        let remedy = format!(
            "写 `{{cycle_year}}`、`{{cycle_year-1}}`{own}，或者在 `[values]` 里加一行 `{name} = \"…\"`"
        );
        let fault = PackFault::new("", format!("没有什么可以填进 `{{{name}}}`"), remedy);
        self.faults.push(self.sources.located(Some(span), fault));
    }
}

fn word<'t>(table: &'t DeTable<'_>, key: &str) -> Option<&'t str> {
    text(table.get(key)?.get_ref())
}

/// Returns true for the name of a gap; other braces are plain text.
fn is_name(text: &str) -> bool {
    let starts = text.starts_with(|c: char| c.is_ascii_lowercase());
    starts
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '+' | '-'))
}
