//! A pack in English: what of it is shown, by its table from the Chinese text to the English one.

use super::Pack;
use serde_json::Value;
use std::collections::BTreeSet;

/// Keys whose texts are compared, counted, sent as an SMS or printed for Chinese offices, and never drawn.
const NOT_SHOWN: [&str; 9] = [
    "calendar",
    "default",
    "id",
    "letter",
    "messages",
    "own_series",
    "rule",
    "trivial_opinions",
    "unrelated_majors",
];

/// A letter of the Chinese script; its punctuation is none.
pub fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}')
}

/// The texts that readers of the English pages would still see in Chinese, each once.
pub fn untranslated(pack: &Pack) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for_each_shown(&mut as_value(pack), &mut |text| {
        let english = pack.english.get(text.as_str());
        if english.is_none_or(|english| english.is_empty() || english.contains(is_chinese)) {
            found.insert(text.clone());
        }
    });
    found
}

/// The same pack for readers of English. Ids, values and conditions are the same; so is what has no English.
pub fn in_english(pack: &Pack) -> Pack {
    let mut value = as_value(pack);
    for_each_shown(&mut value, &mut |text| {
        if let Some(english) = pack.english.get(text.as_str()) {
            english.clone_into(text);
        }
    });
    serde_json::from_value(value).expect("texts were exchanged for texts")
}

fn as_value(pack: &Pack) -> Value {
    serde_json::to_value(pack).expect("a pack is made of texts, numbers, lists and tables")
}

fn for_each_shown(value: &mut Value, see: &mut impl FnMut(&mut String)) {
    match value {
        Value::String(text) if text.contains(is_chinese) => see(text),
        Value::Array(values) => values.iter_mut().for_each(|value| for_each_shown(value, see)),
        Value::Object(fields) => {
            let shown = fields.iter_mut().filter(|(key, _)| !NOT_SHOWN.contains(&key.as_str()));
            shown.for_each(|(_, value)| for_each_shown(value, see));
        }
        Value::String(_) | Value::Number(_) | Value::Bool(_) | Value::Null => {}
    }
}
