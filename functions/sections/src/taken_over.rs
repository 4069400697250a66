//! Takes a register's answer over into its section (R27, R28, R32, R57).

use crate::registry::Answer;
use api::applications::LookupState;
use domain::form::{Answers, Case, Code, Problem, SectionData, Values, fields_of_register, section_problems};
use domain::named::{current_title, lookup, social_insurance};
use domain::pack::{Registry, Section};
use std::collections::BTreeSet;

/// Returns the answer that the person gets, and the section as it is to be stored.
///
/// Found locks what the register filled. It must therefore fill everything that is required there and hold up
/// under the rules of its fields; otherwise what it knows is only proposed, and the proof by scan is asked.
pub(crate) fn taken_over(case: &Case<'_>, section: &Section, answer: Answer) -> (LookupState, SectionData) {
    let had = case.section(&section.id).cloned().unwrap_or_default();
    let values = match answer {
        Answer::Found(values) => values,
        Answer::NotFound => Values::new(),
        Answer::ServiceDown => return (LookupState::ServiceDown, unanswered(case, section, had)),
    };
    let known = usable(case, section, &had, values);
    let hit = found(section, &had, &known);
    if !known.is_empty() && is_complete(section, &known) && proves(case, section, &known) {
        (LookupState::Found, hit)
    } else {
        (LookupState::NotFound, missed(section, had, known))
    }
}

/// Drops what the register must not fill, and texts that nobody could mend once they are locked.
fn usable(case: &Case<'_>, section: &Section, had: &SectionData, mut values: Values) -> Values {
    let ids: BTreeSet<&str> = fields_of_register(section).map(|field| field.id.as_str()).collect();
    values.retain(|id, text| {
        *text = text.trim().to_owned();
        ids.contains(id.as_str()) && !text.is_empty()
    });
    for unusable in faults(case, section, &found(section, had, &values)) {
        values.remove(&unusable);
    }
    values
}

/// Fields of the section whose text is not of their kind, against their limits, or somebody else's.
fn faults(case: &Case<'_>, section: &Section, data: &SectionData) -> Vec<String> {
    let mut answers: Answers = case.answers.clone();
    answers.insert(section.id.clone(), data.clone());
    let case = Case { answers: &answers, ..*case };
    let bad = |problem: &Problem| {
        problem.is_error()
            && problem.spot.row.is_none()
            && matches!(problem.code(), Code::EFormat | Code::EDate | Code::EInsuredPerson)
    };
    section_problems(&case, section)
        .into_iter()
        .filter(bad)
        .filter_map(|problem| problem.spot.field)
        .collect()
}

fn is_complete(section: &Section, known: &Values) -> bool {
    fields_of_register(section).filter(|field| field.required).all(|field| known.contains_key(&field.id))
}

/// R57: the register has answered only when it proves every month that is asked.
fn proves(case: &Case<'_>, section: &Section, known: &Values) -> bool {
    match section.lookup.as_ref().map(|lookup| lookup.registry) {
        Some(Registry::SocialInsurance) => {
            let paid: BTreeSet<&str> =
                known.get(social_insurance::MONTHS).map_or("", String::as_str).split(',').collect();
            domain::form::insurance_months(case).iter().all(|month| paid.contains(month.as_str()))
        }
        Some(Registry::Titles | Registry::CommonCourses) | None => true,
    }
}

fn found(section: &Section, had: &SectionData, known: &Values) -> SectionData {
    let mut data = cleared(section, had.clone());
    data.values.extend(known.clone());
    answered(section, data, lookup::FOUND, "Registry")
}

/// Returns what was typed by hand and gives way to the register: whoever typed it is told (§7, case 89).
pub(crate) fn replaced(section: &Section, had: &SectionData, now: &SectionData) -> Values {
    if was_found(had) {
        return Values::new();
    }
    let typed = fields_of_register(section).map(|field| (field.id.clone(), had.value(&field.id)));
    let gone = typed.filter(|(id, text)| !text.is_empty() && *text != now.value(id));
    gone.map(|(id, text)| (id, text.to_owned())).collect()
}

/// Removes what an earlier hit brought, keeps what was typed, and fills the gaps with what the register knows.
fn missed(section: &Section, had: SectionData, known: Values) -> SectionData {
    let mut data = if was_found(&had) { cleared(section, had) } else { had };
    for (id, text) in known {
        data.values.entry(id).or_insert(text);
    }
    answered(section, data, lookup::NOT_FOUND, "Typed")
}

/// A silent register takes back nothing that it said before (R30): not even a miss. Only what it said of months
/// that are no longer the ones asked becomes the person's own to mend (R57).
fn unanswered(case: &Case<'_>, section: &Section, had: SectionData) -> SectionData {
    let stands = match had.value(lookup::QUERY_STATE) {
        lookup::FOUND => proves(case, section, &had.values),
        lookup::NOT_FOUND => true,
        _ => false,
    };
    if stands { had } else { answered(section, had, lookup::SERVICE_DOWN, "Typed") }
}

fn was_found(had: &SectionData) -> bool {
    had.value(lookup::QUERY_STATE) == lookup::FOUND
}

fn cleared(section: &Section, mut data: SectionData) -> SectionData {
    for field in fields_of_register(section) {
        data.values.remove(&field.id);
    }
    data
}

fn answered(section: &Section, mut data: SectionData, state: &str, source: &str) -> SectionData {
    let here = |id: &str| section.fields.iter().any(|field| field.id == id);
    // Of the three only a title is said to be found or typed.
    data.values.extend(
        [(lookup::QUERY_STATE, state), (current_title::SOURCE, source)]
            .into_iter()
            .filter(|(id, _)| here(id))
            .map(|(id, text)| (id.to_owned(), text.to_owned())),
    );
    data
}
