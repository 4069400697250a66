//! Letters to be signed by hand (R62), with what is known of the applicant filled in.

use crate::form::{Case, Here};
use crate::named::basic_info;
use crate::pack::Letter;
use crate::placeholders::{Misfit, fill};

type Value = fn(&Case<'_>) -> String;

/// The gaps that a letter may have, and the value that fills each.
const FILLED: [(&str, Value); 5] = [
    ("name", |case| in_words(case, basic_info::NAME)),
    ("unit", |case| in_words(case, basic_info::UNIT_NAME)),
    ("year", |case| case.pack.cycle_year.to_string()),
    ("title", |case| in_words(case, basic_info::TARGET_TITLE)),
    ("specialty", |case| in_words(case, basic_info::SPECIALTY)),
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

fn in_words(case: &Case<'_>, field: &str) -> String {
    let here = Here { section: basic_info::ID, row: None };
    let section = case.pack.section(here.section);
    let field = section.and_then(|section| section.fields.iter().find(|one| one.id == field));
    field.map(|field| case.in_words(here, field)).unwrap_or_default()
}
