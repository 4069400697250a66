//! The unit's opinion of the applicant (R88, R89).

use crate::form::{Case, Here, Problem, Spot, UnitFault};
use crate::named::unit_recommendation;

/// The aspects: 思想品德, 工作成绩, 专业水平, 业务能力, 工作态度.
const ASPECTS: [&str; 5] = [
    unit_recommendation::MORAL,
    unit_recommendation::RESULTS,
    unit_recommendation::LEVEL,
    unit_recommendation::ABILITY,
    unit_recommendation::ATTITUDE,
];

/// R88: five aspects; R89: not just 同意推荐, and not five times the same words.
pub(super) fn opinion_speaks_to_five_aspects(case: &Case<'_>, found: &mut Vec<Problem>) {
    let text = |field: &str| case.value(unit_recommendation::ID, field);
    for (i, field) in ASPECTS.into_iter().enumerate() {
        let spot = Spot::field(unit_recommendation::ID, field);
        if text(field).is_empty() {
            continue;
        }
        if says_only_consent(case, field, text(field)) {
            found.push(Problem::new(UnitFault::ETrivialOpinion, spot, "R89"));
        } else if ASPECTS[..i].iter().any(|earlier| words(text(earlier)) == words(text(field))) {
            found.push(Problem::new(UnitFault::ESameOpinion, spot, "R89"));
        }
    }
}

/// Whether too little for the field is left without the pack's `trivial_opinions`.
fn says_only_consent(case: &Case<'_>, field: &str, text: &str) -> bool {
    let here = Here { section: unit_recommendation::ID, row: None };
    let field = case.pack.section(unit_recommendation::ID).and_then(|section| section.field(field));
    let least = field.and_then(|field| case.min_chars(here, field)).unwrap_or(1);
    let words = words(text);
    let rest = without(&words, &case.pack.batch.trivial_opinions);
    let is_padded = rest.len() < words.len() || words.is_empty();
    is_padded && rest.chars().count() < least
}

/// The longer phrase goes first: 同意推荐申报 is not 申报 after 同意推荐.
fn without(words: &str, phrases: &[String]) -> String {
    let mut phrases: Vec<String> = phrases.iter().map(|phrase| self::words(phrase)).collect();
    phrases.retain(|phrase| !phrase.is_empty());
    phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
    phrases.iter().fold(words.to_owned(), |rest, phrase| rest.replace(phrase, ""))
}

/// The Chinese characters alone: digits, letters, punctuation and blanks of any width only pad.
fn words(text: &str) -> String {
    text.chars().filter(|c| matches!(c, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')).collect()
}
