//! Letters to be signed by hand (R62) or sealed by the unit, with what is known filled in.

use crate::dates;
use crate::form::{Case, Here};
use crate::named::{basic_info, publicity};
use crate::pack::Letter;
use crate::placeholders::{Misfit, fill};
use crate::publicity::period;
use crate::workflow::PostedTable;

type Value = fn(&Case<'_>) -> String;

/// The gaps that a letter may have, and the value that fills each.
const FILLED: [(&str, Value); 14] = [
    ("name", |case| in_words(case, basic_info::ID, basic_info::NAME)),
    ("unit", |case| in_words(case, basic_info::ID, basic_info::UNIT_NAME)),
    ("year", |case| case.pack.cycle_year.to_string()),
    ("title", |case| in_words(case, basic_info::ID, basic_info::TARGET_TITLE)),
    ("specialty", |case| in_words(case, basic_info::ID, basic_info::SPECIALTY)),
    ("publicity_start", |case| {
        period(case).map(|period| dates::in_chinese(period.start)).unwrap_or_default()
    }),
    ("publicity_end", |case| period(case).map(|period| dates::in_chinese(period.end)).unwrap_or_default()),
    ("publicity_days", |case| period(case).map(|period| period.working_days.to_string()).unwrap_or_default()),
    ("publicity_place", |case| in_words(case, publicity::ID, publicity::PLACE)),
    ("publicity_method", |case| in_words(case, publicity::ID, publicity::METHOD)),
    ("has_objection", |case| in_words(case, publicity::ID, publicity::HAS_OBJECTION)),
    ("handling_result", |case| or_none(in_words(case, publicity::ID, publicity::HANDLING_RESULT))),
    ("publicity_conclusion", |case| in_words(case, publicity::ID, publicity::CONCLUSION)),
    ("check_code", |case| case.filing.posted.map(PostedTable::spaced_code).unwrap_or_default()),
];

/// The letter of a slot of the section itself. None: no such slot, one that is not asked of this applicant, or one
/// without a letter.
pub fn of_slot(case: &Case<'_>, section: &str, slot: &str) -> Option<Letter> {
    let section = case.pack.section(section).filter(|section| case.is_asked(section))?;
    let here = Here { section: &section.id, row: None };
    let slot = section.slots.iter().find(|one| one.id == slot)?;
    let letter = slot.letter.as_ref().filter(|_| case.shown(here, slot.shown.as_ref()))?;
    let filled = |text: &String| {
        fill(text, |name| FILLED.iter().find(|(known, _)| *known == name).map(|(_, value)| value(case))).ok()
    };
    Some(Letter {
        title: filled(&letter.title)?,
        paragraphs: letter.paragraphs.iter().map(filled).collect::<Option<_>>()?,
    })
}

pub(crate) fn placeholders() -> impl Iterator<Item = &'static str> {
    FILLED.iter().map(|(name, _)| *name)
}

/// Returns why a text of a pack is no text of a letter.
pub(crate) fn misfit(text: &str) -> Option<Misfit> {
    fill(text, |name| placeholders().any(|known| known == name).then(String::new)).err()
}

fn in_words(case: &Case<'_>, section: &str, field: &str) -> String {
    let here = Here { section, row: None };
    let field = case.pack.section(section).and_then(|section| section.field(field));
    let shown = field.filter(|field| case.shown(here, field.shown.as_ref()));
    shown.map(|field| case.in_words(here, field)).unwrap_or_default()
}

fn or_none(words: String) -> String {
    if words.is_empty() { "无".to_owned() } else { words }
}
