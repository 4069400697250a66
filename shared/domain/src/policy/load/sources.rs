//! The files of a pack as one tree whose every key and value knows its file and line.

use super::folder::{File, Folder};
use super::located::Located;
use crate::policy::PackFault;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

type Value<'f> = Spanned<DeValue<'f>>;

/// Keys for the loader that are no part of the policy.
const LOADER_KEYS: [&str; 2] = ["based_on", "calendars"];

/// A span counts from the start of the first file, as if each began where the one before ends.
pub(super) struct Sources<'f> {
    folder: &'f Folder,
}

impl<'f> Sources<'f> {
    pub(super) fn of(folder: &'f Folder) -> Self {
        Self { folder }
    }

    fn all(&self) -> impl Iterator<Item = &'f File> {
        self.folder.files.iter().chain(&self.folder.calendars)
    }

    /// One tree of all files, or what of them cannot be put together.
    pub(super) fn tree(&self) -> Result<DeTable<'f>, Vec<Located>> {
        let (mut tree, mut layers, mut faults, mut start) = (DeTable::new(), DeArray::new(), Vec::new(), 0);
        let n_files = self.folder.files.len();
        for (index, file) in self.all().enumerate() {
            match self.parse(file, start) {
                Ok(table) if index < n_files => {
                    for (key, value) in table {
                        faults.extend(self.merge(&mut tree, key, value).err());
                    }
                }
                Ok(table) => layers.push(Spanned::new(start..start, DeValue::Table(table))),
                Err(errors) => faults.extend(errors),
            }
            start += file.text.len();
        }
        for key in LOADER_KEYS {
            tree.remove(key);
        }
        put_below(&mut tree, layers);
        if faults.is_empty() { Ok(tree) } else { Err(faults) }
    }

    fn parse(&self, file: &'f File, start: usize) -> Result<DeTable<'f>, Vec<Located>> {
        let (tree, errors) = DeTable::parse_recoverable(&file.text);
        let tell = |error: &toml::de::Error| {
            let what = format!("this is not TOML: {}", error.message());
            let fault = PackFault::new("", what, "mend the line; a text stands between quotes");
            let line = error.span().map(|span| line_at(&file.text, span.start));
            Located { file: file.shown.clone(), line, fault }
        };
        if errors.is_empty() {
            return Ok(moved_table(tree.into_inner(), start));
        }
        let mut told: Vec<Located> = errors.iter().map(tell).collect();
        // One slip often reads as several.
        told.dedup_by_key(|located| located.line);
        Err(told)
    }

    /// Arrays of tables (`[[sections]]`) and tables may continue in another file.
    fn merge(
        &self,
        tree: &mut DeTable<'f>,
        key: Spanned<std::borrow::Cow<'f, str>>,
        value: Value<'f>,
    ) -> Result<(), Located> {
        let at = key.span();
        match (tree.get_mut(key.get_ref().as_ref()).map(Spanned::get_mut), value.into_inner()) {
            (None, inner) => {
                tree.insert(key, Spanned::new(at, inner));
                Ok(())
            }
            (Some(DeValue::Array(had)), DeValue::Array(more)) => {
                more.into_iter().for_each(|value| had.push(value));
                Ok(())
            }
            (Some(DeValue::Table(had)), DeValue::Table(more)) => {
                more.into_iter().try_for_each(|(key, value)| {
                    let (name, at) = (key.get_ref().to_string(), key.span());
                    match had.insert(key, value) {
                        None => Ok(()),
                        Some(_) => Err(self.located(Some(at), twice(&name))),
                    }
                })
            }
            (Some(_), _) => Err(self.located(Some(at), twice(key.get_ref()))),
        }
    }

    pub(super) fn located(&self, at: Option<Range<usize>>, fault: PackFault) -> Located {
        let mut left = at.map(|span| span.start);
        for file in self.all() {
            match left {
                Some(offset) if offset < file.text.len() => {
                    let line = line_at(&file.text, offset);
                    return Located { file: file.shown.clone(), line: Some(line), fault };
                }
                Some(offset) => left = Some(offset - file.text.len()),
                None => break,
            }
        }
        let main = self.all().find(|file| file.shown.ends_with(super::folder::MAIN_FILE));
        Located { file: main.map(|file| file.shown.clone()).unwrap_or_default(), line: None, fault }
    }
}

/// From 1.
fn line_at(text: &str, offset: usize) -> usize {
    let before = text.as_bytes().iter().take(offset);
    before.filter(|byte| **byte == b'\n').count() + 1
}

fn twice(key: &str) -> PackFault {
    PackFault::new(key, format!("`{key}` already stands in another file of the pack"), "keep one of them")
}

/// The shared calendars are weaker than what the pack itself says of a day.
fn put_below<'f>(tree: &mut DeTable<'f>, shared: DeArray<'f>) {
    let at = shared.first().map_or(0..0, Spanned::span);
    let key = |name: &'static str| Spanned::new(at.clone(), name.into());
    let calendar = tree
        .entry(key("calendar"))
        .or_insert_with(|| Spanned::new(at.clone(), DeValue::Table(DeTable::new())));
    if let DeValue::Table(calendar) = calendar.get_mut() {
        let layers = calendar.entry(key("layers"));
        let layers = layers.or_insert_with(|| Spanned::new(at.clone(), DeValue::Array(DeArray::new())));
        if let DeValue::Array(own) = layers.get_mut() {
            let own = std::mem::replace(own, DeArray::new());
            *layers.get_mut() = DeValue::Array(shared.into_iter().chain(own).collect());
        }
    }
}

fn moved_span(span: Range<usize>, by: usize) -> Range<usize> {
    span.start + by..span.end + by
}

fn moved_table(table: DeTable<'_>, by: usize) -> DeTable<'_> {
    let moved_key = |key: Spanned<_>| Spanned::new(moved_span(key.span(), by), key.into_inner());
    table.into_iter().map(|(key, value)| (moved_key(key), moved(value, by))).collect()
}

fn moved(value: Value<'_>, by: usize) -> Value<'_> {
    let span = moved_span(value.span(), by);
    let inner = match value.into_inner() {
        DeValue::Table(table) => DeValue::Table(moved_table(table, by)),
        DeValue::Array(array) => DeValue::Array(array.into_iter().map(|value| moved(value, by)).collect()),
        plain @ (DeValue::String(_)
        | DeValue::Integer(_)
        | DeValue::Float(_)
        | DeValue::Boolean(_)
        | DeValue::Datetime(_)) => plain,
    };
    Spanned::new(span, inner)
}
