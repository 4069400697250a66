//! The edits of a pack in the packs that it extends: single places, elements more, elements less.

use super::located::Located;
use super::place::{Step, Way, at, at_mut, names_in, table_mut, text, way};
use super::sources::{Edits, Key, Parts, Sources, Value, put};
use crate::named;
use crate::pack::PackFault;
use crate::pack::check::shortened;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

/// The lowest pack's edits are made first.
pub(super) fn apply<'f>(parts: &mut Parts<'f>, sources: &Sources<'f>) -> Vec<Located> {
    let mut faults = Vec::new();
    for (level, edits) in std::mem::take(&mut parts.edits).into_iter().rev() {
        let mut editor = Editor { tree: &mut parts.tree, sources, level, faults: Vec::new() };
        editor.edit(edits);
        // A pack below is checked on its own; what it edits may be replaced by now.
        if level == 0 {
            faults = editor.faults;
        }
    }
    faults
}

/// Every place that a pack of the chain does without.
pub(super) fn dropped(parts: &Parts<'_>) -> Vec<String> {
    let of_all = parts.edits.values().flat_map(|edits| &edits.without);
    of_all.filter_map(|value| text(value.get_ref())).map(str::to_owned).collect()
}

struct Editor<'t, 's, 'f> {
    tree: &'t mut DeTable<'f>,
    sources: &'s Sources<'f>,
    level: usize,
    faults: Vec<Located>,
}

impl<'f> Editor<'_, '_, 'f> {
    fn edit(&mut self, edits: Edits<'f>) {
        edits.additions.into_iter().for_each(|value| self.add(value));
        edits.without.iter().for_each(|value| self.drop(value));
        let mut changed: Vec<(Vec<Step>, String)> = Vec::new();
        for (key, value) in edits.changes {
            let Some(steps) = self.target(&key, &value) else { continue };
            if let Some((_, other)) =
                changed.iter().find(|(other, _)| steps.starts_with(other) || other.starts_with(&steps))
            {
                let what = format!("这一处已经由 `{other}` 改过");
                self.fault(key.span(), key.get_ref(), what, "两行只留一行");
                continue;
            }
            let name = key.get_ref().to_string();
            self.change(&steps, key.span(), value);
            changed.push((steps, name));
        }
    }

    /// The steps to what a change replaces, or to the new key of a table.
    fn target(&mut self, key: &Key<'f>, value: &Value<'f>) -> Option<Vec<Step>> {
        let place = key.get_ref().as_ref();
        if !place.contains('.') && value.get_ref().is_table() {
            let what = format!("`{place}` 后面是一张表，改的地方不明确");
            self.fault(
                key.span(),
                place,
                what,
                "把整个路径放在引号里，如 `\"continuing_education.theme.default\" = \"…\"`",
            );
            return None;
        }
        let mut way = self.found(place, key.span())?;
        match way.rest.as_slice() {
            [] => Some(way.steps),
            [new] if at(self.tree, &way.steps).is_some_and(|value| value.get_ref().is_table()) => {
                way.steps.push(Step::Key((*new).to_owned()));
                Some(way.steps)
            }
            _not_there => {
                self.not_there(place, &way, key.span());
                None
            }
        }
    }

    fn change(&mut self, steps: &[Step], span: Range<usize>, value: Value<'f>) {
        let Some((last, above)) = steps.split_last() else { return };
        let table = if above.is_empty() {
            Some(&mut *self.tree)
        } else {
            at_mut(self.tree, above).and_then(|value| table_mut(value.get_mut()))
        };
        match (last, table) {
            (Step::Key(key), Some(table)) => put(table, Spanned::new(span, key.clone().into()), value),
            (Step::Item(_), _) => {
                if let Some(had) = at_mut(self.tree, steps) {
                    *had = value;
                }
            }
            (Step::Key(_), None) => {}
        }
    }

    /// `after = "place"`, and the element that comes after it.
    fn add(&mut self, value: Value<'f>) {
        let span = value.span();
        let DeValue::Table(mut element) = value.into_inner() else {
            return self.fault(
                span,
                "additions",
                "应是一段一段的".into(),
                "每一处新增写一段 `[[additions]]`",
            );
        };
        let after = element.remove("after");
        let Some((place, at)) = after.as_ref().and_then(|after| Some((text(after.get_ref())?, after.span())))
        else {
            let what = "没有写加在哪一项后面".into();
            return self.fault(span, "additions", what, "加一行 `after = \"那一项的路径\"`");
        };
        let Some(way) = self.found(place, at.clone()) else { return };
        match (way.rest.as_slice(), way.steps.as_slice()) {
            ([], [above @ .., Step::Item(index)]) => {
                let (index, above) = (*index + 1, above.to_vec());
                self.relist(&above, |list| {
                    list.insert(index.min(list.len()), Spanned::new(span, DeValue::Table(element)))
                });
            }
            ([], _no_list) => {
                let what = format!("`{place}` 不是一列里的一项");
                self.fault(at, "additions", what, "写一个栏目、字段、选项之类的路径");
            }
            (_rest, _) => self.not_there(place, &way, at),
        }
    }

    fn drop(&mut self, value: &Value<'f>) {
        let Some(place) = text(value.get_ref()) else {
            return self.fault(
                value.span(),
                "without",
                "应是文字".into(),
                "写栏目的 id 或者路径，放在引号里",
            );
        };
        // What the code asks for may be missing from the start: a pack that stands on no other says so here.
        if way(self.tree, place).is_none_or(|way| !way.rest.is_empty()) && named::reads(place) {
            return;
        }
        let Some(way) = self.found(place, value.span()) else { return };
        if !way.rest.is_empty() {
            return self.not_there(place, &way, value.span());
        }
        match way.steps.as_slice() {
            [above @ .., Step::Item(index)] => {
                let (index, above) = (*index, above.to_vec());
                self.relist(&above, |list| drop(list.remove(index)));
            }
            [Step::Key(key)] => drop(self.tree.remove(key.as_str())),
            [above @ .., Step::Key(key)] => {
                let table = at_mut(self.tree, above).and_then(|value| table_mut(value.get_mut()));
                table.map(|table| table.remove(key.as_str()));
            }
            [] => {}
        }
    }

    fn relist(&mut self, steps: &[Step], edit: impl FnOnce(&mut Vec<Value<'f>>)) {
        if let Some(DeValue::Array(list)) = at_mut(self.tree, steps).map(Spanned::get_mut) {
            let mut values: Vec<Value<'f>> = std::mem::replace(list, DeArray::new()).into_iter().collect();
            edit(&mut values);
            *list = values.into_iter().collect();
        }
    }

    /// Returns the way to the place. None, and a fault, if its first part is not there or in a pack above.
    fn found<'p>(&mut self, place: &'p str, span: Range<usize>) -> Option<Way<'p>> {
        let Some(way) = way(self.tree, place) else {
            let first = place.split('.').next().unwrap_or_default();
            let sections =
                self.tree.get("sections").map(|value| names_in(value.get_ref())).unwrap_or_default();
            let remedy = format!("栏目有：{}", shortened(&sections));
            self.fault(span, place, format!("本包继承的内容里没有 `{first}`"), &remedy);
            return None;
        };
        let stands = at(self.tree, &way.steps).map_or(0, |value| value.span().start);
        (self.level == 0 || self.sources.level(stands) >= self.level).then_some(way)
    }

    fn not_there(&mut self, place: &str, way: &Way<'_>, span: Range<usize>) {
        let missing = way.rest.first().copied().unwrap_or_default();
        let before = place.strip_suffix(&way.rest.join(".")).unwrap_or(place).trim_end_matches('.');
        let names = at(self.tree, &way.steps).map(|value| names_in(value.get_ref())).unwrap_or_default();
        let remedy = match names.as_slice() {
            [] => "写到前面那一级为止".to_owned(),
            names => format!("`{before}` 里有：{}", shortened(names)),
        };
        self.fault(span, place, format!("`{before}` 里没有 `{missing}`"), &remedy);
    }

    fn fault(&mut self, span: Range<usize>, place: &str, what: String, remedy: &str) {
        self.faults.push(self.sources.located(Some(span), PackFault::new(place, what, remedy)));
    }
}
