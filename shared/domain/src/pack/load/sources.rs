//! The files of a pack as one tree whose every key and value knows its file and line.

use super::file::{File, MAIN_FILE};
use super::folder::Folder;
use super::located::Located;
use crate::pack::PackFault;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

pub(super) type Key<'f> = Spanned<Cow<'f, str>>;
pub(super) type Value<'f> = Spanned<DeValue<'f>>;

/// Keys of a main file that say which pack it is: those of the packs below do not count.
const OWN_KEYS: [&str; 6] = ["id", "extends", "supersedes", "platform_name", "cycle_year", "calendars"];

/// Keys for the loader that are no part of the pack.
const EDIT_KEYS: [&str; 5] = ["values", "conditions", "without", "changes", "additions"];

/// A pack's files put together, before its edits are made.
pub(super) struct Parts<'f> {
    pub(super) tree: DeTable<'f>,
    /// The pack's own words for `{gaps}` in its texts.
    pub(super) values: DeTable<'f>,
    /// Conditions by their names.
    pub(super) conditions: DeTable<'f>,
    /// The edits of each pack of the chain, this one's first.
    pub(super) edits: BTreeMap<usize, Edits<'f>>,
}

/// The changes of one pack in the ones below it.
pub(super) struct Edits<'f> {
    pub(super) without: DeArray<'f>,
    pub(super) changes: DeTable<'f>,
    pub(super) additions: DeArray<'f>,
}

/// A span counts from the start of the first file, as if each began where the one before ends.
pub(super) struct Sources<'f> {
    pub(super) folder: &'f Folder,
}

impl<'f> Sources<'f> {
    pub(super) fn of(folder: &'f Folder) -> Self {
        Self { folder }
    }

    fn all(&self) -> impl Iterator<Item = &'f File> {
        self.folder.files.iter().chain(&self.folder.mains).chain(&self.folder.calendars)
    }

    /// All files together, or what of them cannot be put together.
    pub(super) fn parts(&self) -> Result<Parts<'f>, Vec<Located>> {
        let (tree, values, conditions) = (DeTable::new(), DeTable::new(), DeTable::new());
        let mut parts = Parts { tree, values, conditions, edits: BTreeMap::new() };
        let (mut layers, mut faults, mut start) = (DeArray::new(), Vec::new(), 0);
        let n_scans = self.folder.files.len();
        let n_packs = n_scans + self.folder.mains.len();
        for (index, file) in self.all().enumerate() {
            match self.parse(file, start) {
                Ok(table) if index < n_packs => {
                    for (key, value) in table {
                        let name = key.get_ref().as_ref();
                        if EDIT_KEYS.contains(&name) {
                            faults.extend(self.edit(&mut parts, file.level, &key, value).err());
                        } else if index < n_scans || !OWN_KEYS.contains(&name) {
                            faults.extend(self.merge(&mut parts.tree, key, value).err());
                        }
                    }
                }
                Ok(table) => layers.push(Spanned::new(start..start, DeValue::Table(table))),
                Err(errors) => faults.extend(errors),
            }
            start += file.text.len();
        }
        // Named here, and read as the lowest layers.
        let named = parts.tree.remove_entry("calendars").map(|(key, _)| key.span());
        let id = || parts.tree.get_key_value("id").map(|(key, _)| key.span());
        let at = named.or_else(id).unwrap_or_default();
        put_below(&mut parts.tree, layers, at);
        if faults.is_empty() { Ok(parts) } else { Err(faults) }
    }

    fn edit(
        &self,
        parts: &mut Parts<'f>,
        level: usize,
        key: &Key<'f>,
        value: Value<'f>,
    ) -> Result<(), Located> {
        let edits = parts.edits.entry(level).or_insert_with(|| Edits {
            without: DeArray::new(),
            changes: DeTable::new(),
            additions: DeArray::new(),
        });
        let name = key.get_ref().as_ref();
        match (name, value.into_inner()) {
            ("values", DeValue::Table(more)) => self.merge_tables(&mut parts.values, more),
            ("conditions", DeValue::Table(more)) => self.merge_tables(&mut parts.conditions, more),
            ("changes", DeValue::Table(more)) => self.merge_tables(&mut edits.changes, more),
            ("without", DeValue::Array(more)) => {
                more.into_iter().for_each(|value| edits.without.push(value));
                Ok(())
            }
            ("additions", DeValue::Array(more)) => {
                more.into_iter().for_each(|value| edits.additions.push(value));
                Ok(())
            }
            (_, _other) => {
                let (what, remedy) = match name {
                    "without" => ("应是方括号里的一列文字", "写 `without = [\"栏目的 id\", …]`".to_owned()),
                    "additions" => ("应是一段一段的", "每一处新增写一段 `[[additions]]`".to_owned()),
                    _ => ("应是一张表", format!("另起一行写 `[{name}]`，下面一行一项")),
                };
                Err(self.located(Some(key.span()), PackFault::new(name, what, remedy)))
            }
        }
    }

    fn parse(&self, file: &'f File, start: usize) -> Result<DeTable<'f>, Vec<Located>> {
        let (tree, errors) = DeTable::parse_recoverable(&file.text);
        let tell = |error: &toml::de::Error| {
            let fault = match error.message() {
                "duplicate key" => PackFault::new("", "这一项在前面已经写过", "只留一处"),
                said => {
                    let what = format!("这里的写法不对，读不出来（{said}）");
                    PackFault::new("", what, "检查这一行和上一行的引号、括号和逗号；文字要放在引号里")
                }
            };
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
    fn merge(&self, tree: &mut DeTable<'f>, key: Key<'f>, value: Value<'f>) -> Result<(), Located> {
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
            (Some(DeValue::Table(had)), DeValue::Table(more)) => self.merge_tables(had, more),
            (Some(_), _) => Err(self.located(Some(at), twice(key.get_ref()))),
        }
    }

    /// Adds keys to a table. The upper pack's value counts where two packs of the chain have the key.
    fn merge_tables(&self, had: &mut DeTable<'f>, more: DeTable<'f>) -> Result<(), Located> {
        for (key, value) in more {
            let level = self.level(key.span().start);
            let before =
                had.get_key_value(key.get_ref().as_ref()).map(|(key, _)| self.level(key.span().start));
            match before {
                Some(before) if before == level => {
                    return Err(self.located(Some(key.span()), twice(key.get_ref())));
                }
                Some(before) if before < level => {}
                Some(_) | None => put(had, key, value),
            }
        }
        Ok(())
    }

    /// The level of the pack in whose file this offset lies.
    pub(super) fn level(&self, mut offset: usize) -> usize {
        for file in self.all() {
            if offset < file.text.len() {
                return file.level;
            }
            offset -= file.text.len();
        }
        0
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
        let main = self.all().find(|file| file.shown.ends_with(MAIN_FILE));
        Located { file: main.map(|file| file.shown.clone()).unwrap_or_default(), line: None, fault }
    }
}

/// Sets a key anew: a key that is there already would stay, with the line of before.
pub(super) fn put<'f>(table: &mut DeTable<'f>, key: Key<'f>, value: Value<'f>) {
    table.remove(key.get_ref().as_ref());
    table.insert(key, value);
}

/// Returns the line, counted from 1.
fn line_at(text: &str, offset: usize) -> usize {
    let before = text.as_bytes().iter().take(offset);
    before.filter(|byte| **byte == b'\n').count() + 1
}

fn twice(key: &str) -> PackFault {
    PackFault::new(key, format!("`{key}` 在本包的另一个文件里已经写过"), "只留一处")
}

/// The shared calendars are weaker than what the pack itself says of a day.
fn put_below<'f>(tree: &mut DeTable<'f>, shared: DeArray<'f>, at: Range<usize>) {
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
