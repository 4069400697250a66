//! The places in which two packs differ, for whoever signs the newer one off.

mod words;

use super::{Condition, Pack};
use serde_json::{Map, Value};
use words::{ORDER, condition, in_words, key_in_words, name_of};

/// One place that reads differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// `continuing_education.theme.default`, as in faults and changes.
    pub place: String,
    /// `继续教育情况 › 公需科目 › 默认值`.
    pub label: String,
    /// Empty: not there.
    pub old: String,
    /// Empty: no longer there.
    pub new: String,
}

/// Keys that say which pack it is, and days that hold for every pack.
const NOT_COMPARED: [&str; 4] = ["id", "extends", "supersedes", "calendar"];

/// Keys that a place passes over in silence.
const SILENT: [&str; 3] = ["sections", "fields", "groups"];

/// Keys whose value is a condition.
const CONDITIONS: [&str; 5] = ["shown", "required_when", "locked_when", "min_when", "min_chars_when"];

/// The keys by which elements of a list are told apart, the strongest first.
const IDS: [&str; 6] = ["id", "value", "code", "target", "name", "title"];

/// Every place in which `new` reads differently from `old`, in the order of a pack's chapters.
pub fn differences(old: &Pack, new: &Pack) -> Vec<Difference> {
    let [old, new] = [old, new].map(|pack| {
        let value = serde_json::to_value(pack).expect("a pack is made of texts, numbers, lists and tables");
        if let Value::Object(keys) = value { keys } else { Map::new() }
    });
    let mut found = Vec::new();
    let others = old.keys().chain(new.keys()).map(String::as_str);
    let mut keys: Vec<&str> = ORDER.into_iter().chain(others.filter(|key| !ORDER.contains(key))).collect();
    keys.dedup();
    for key in keys.into_iter().filter(|key| !NOT_COMPARED.contains(key)) {
        let both = [&old, &new].map(|table| table.get(key).unwrap_or(&Value::Null));
        compare(&Place::default().key(key), key, both, &new, &mut found);
    }
    found
}

type Table = Map<String, Value>;

#[derive(Clone, Default)]
struct Place {
    parts: Vec<String>,
    labels: Vec<String>,
}

impl Place {
    fn key(&self, key: &str) -> Self {
        let mut place = self.clone();
        if !SILENT.contains(&key) {
            place.parts.push(key.to_owned());
            place.labels.push(key_in_words(key).to_owned());
        }
        place
    }

    /// The list's key is silent unless the element could be taken for a key of the table beside the list.
    fn element(&self, list: &str, beside: &Table, element: &Value) -> Self {
        let mut place = self.clone();
        let id = id(element).unwrap_or_default();
        if SILENT.contains(&list) && beside.contains_key(id) {
            place.parts.push(list.to_owned());
        }
        place.parts.push(id.to_owned());
        place.parts.retain(|part| !part.is_empty());
        place.labels.push(name_of(element));
        place
    }

    fn differs(&self, old: String, new: String) -> Difference {
        Difference { place: self.parts.join("."), label: self.labels.join(" › "), old, new }
    }
}

fn compare(at: &Place, key: &str, [old, new]: [&Value; 2], beside: &Table, found: &mut Vec<Difference>) {
    if old == new {
        return;
    }
    match (old, new) {
        (old, new) if CONDITIONS.contains(&key) => {
            let said = |value: &Value| {
                serde_json::from_value::<Condition>(value.clone())
                    .map(|one| condition(&one))
                    .unwrap_or_default()
            };
            found.push(at.differs(said(old), said(new)));
        }
        (Value::Object(old), Value::Object(new)) => tables(at, old, new, found),
        (Value::Array(old), Value::Array(new)) if old.iter().chain(new).all(Value::is_object) => {
            Lists { at, key, beside, old, new }.compare(found);
        }
        (Value::Array(old), Value::Array(new)) if old.len() == new.len() && new.iter().any(is_paragraph) => {
            for (n, (old, new)) in (1..).zip(old.iter().zip(new)).filter(|(_, (old, new))| old != new) {
                found.push(at.key(&format!("{n}")).differs(in_words(old), in_words(new)));
            }
        }
        (old, new) => {
            let (old, new) = (in_words(old), in_words(new));
            if old != new {
                found.push(at.differs(old, new));
            }
        }
    }
}

fn is_paragraph(value: &Value) -> bool {
    const LONG: usize = 20;
    value.as_str().is_some_and(|text| text.chars().count() > LONG)
}

fn tables(at: &Place, old: &Table, new: &Table, found: &mut Vec<Difference>) {
    let added = new.keys().filter(|key| !old.contains_key(*key));
    for key in old.keys().chain(added) {
        let both = [old, new].map(|table| table.get(key).unwrap_or(&Value::Null));
        compare(&at.key(key), key, both, new, found);
    }
}

/// Two lists of tables under one key.
struct Lists<'v> {
    at: &'v Place,
    key: &'v str,
    beside: &'v Table,
    old: &'v [Value],
    new: &'v [Value],
}

impl Lists<'_> {
    fn compare(&self, found: &mut Vec<Difference>) {
        let mut kept = Vec::new();
        for (index, one) in self.new.iter().enumerate() {
            match (self.before(index, one), one) {
                (Some(before), Value::Object(after)) => {
                    kept.push(before);
                    if let Value::Object(before) = before {
                        tables(&self.place(one), before, after, found);
                    }
                }
                (_, one) => found.push(self.place(one).differs(String::new(), in_words(one))),
            }
        }
        for gone in self.old.iter().filter(|one| !kept.contains(one)) {
            found.push(self.place(gone).differs(in_words(gone), String::new()));
        }
        let [old, new] = [(self.old, self.new), (self.new, self.old)].map(|(list, other)| {
            list.iter().filter(|one| self.find(other, one).is_some()).collect::<Vec<_>>()
        });
        if self.has_ids() && !old.iter().zip(&new).all(|(old, new)| id(old) == id(new)) {
            let names = |list: &[&Value]| list.iter().map(|one| name_of(one)).collect::<Vec<_>>().join("、");
            let mut at = self.at.clone();
            at.labels.push("顺序".to_owned());
            found.push(at.differs(names(&old), names(&new)));
        }
    }

    fn place(&self, element: &Value) -> Place {
        self.at.element(self.key, self.beside, element)
    }

    fn has_ids(&self) -> bool {
        is_told_apart(self.old) && is_told_apart(self.new)
    }

    fn find<'l>(&self, list: &'l [Value], one: &Value) -> Option<&'l Value> {
        list.iter().find(|other| if self.has_ids() { id(one) == id(other) } else { one == *other })
    }

    /// The element as it was. One that its title names may be called differently now, in the same place.
    fn before(&self, index: usize, one: &Value) -> Option<&Value> {
        let renamed = || {
            let other = self.old.get(index).filter(|_| self.has_ids() && self.old.len() == self.new.len())?;
            self.find(self.new, other).is_none().then_some(other)
        };
        self.find(self.old, one).or_else(renamed)
    }
}

fn is_told_apart(list: &[Value]) -> bool {
    let mut ids: Vec<&str> = list.iter().filter_map(id).collect();
    ids.sort_unstable();
    let n_named = ids.len();
    ids.dedup();
    n_named == list.len() && ids.len() == n_named
}

fn id(element: &Value) -> Option<&str> {
    IDS.iter().find_map(|key| element.get(key)?.as_str())
}
