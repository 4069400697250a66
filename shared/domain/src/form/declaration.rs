//! The declaration covers what was there when it was made (§4.15): a later change asks for it again.

use super::edit::tidy_text;
use super::{Answers, Case, CopyKind, Place, Scan, SectionData, Values, material};
use crate::named::declaration;
use crate::pack::{Field, FieldKind, FilledBy, Section};
use crate::publicity::sha256_hex;
use chrono::{DateTime, FixedOffset};
use std::collections::BTreeMap;

/// Returns true if the pack's declaration is tied to the content, was made, and no longer covers it.
pub fn is_outdated(case: &Case<'_>) -> bool {
    let made = case.section(declaration::ID).is_some_and(|data| !data.is_empty());
    made && is_tied(case) && case.value(declaration::ID, declaration::CONTENT_DIGEST) != digest(case)
}

fn is_tied(case: &Case<'_>) -> bool {
    case.pack
        .section(declaration::ID)
        .is_some_and(|section| section.field(declaration::CONTENT_DIGEST).is_some())
}

/// Returns the declaration's changes when `field` is set to `value`: an outdated one is begun again.
pub fn declare(case: &Case<'_>, field: &str, value: String) -> Values {
    let mut changes = Values::new();
    if !is_tied(case) {
        changes.insert(field.to_owned(), value);
        return changes;
    }
    if is_outdated(case) {
        let fields = case.pack.section(declaration::ID).map_or(&[][..], |section| &section.fields);
        let declared = fields.iter().filter(|field| is_declared(field));
        changes.extend(declared.map(|field| (field.id.clone(), String::new())));
    }
    changes.insert(field.to_owned(), value);
    changes.insert(declaration::CONTENT_DIGEST.to_owned(), digest(case));
    changes
}

/// Whether an outdated declaration begins this field of it again.
pub fn is_declared(field: &Field) -> bool {
    field.kind == FieldKind::Tick || field.required
}

/// `data` with the time at which the declaration was made, by the clock of whoever stores it; one that says something
/// else is made anew. The field is locked, so `data` bears what is stored (`accept`).
#[must_use]
pub fn dated(
    case: &Case<'_>,
    section: &Section,
    mut data: SectionData,
    now: DateTime<FixedOffset>,
) -> SectionData {
    if section.id != declaration::ID || section.field(declaration::DECLARED_AT).is_none() {
        return data;
    }
    let mut required = section.fields.iter().filter(|field| field.required);
    let is_made = required.all(|field| !data.value(&field.id).is_empty());
    if !is_made {
        data.values.remove(declaration::DECLARED_AT);
    } else if data.value(declaration::DECLARED_AT).is_empty() || case.section(declaration::ID) != Some(&data)
    {
        data.values.insert(declaration::DECLARED_AT.to_owned(), now.format("%Y-%m-%d %H:%M").to_string());
    }
    data
}

/// Returns the hash of every other section and every scan, in hexadecimal.
fn digest(case: &Case<'_>) -> String {
    let sections = case.pack.sections_of(FilledBy::Applicant).filter(|section| section.id != declaration::ID);
    digest_of(case, sections, |_| true)
}

/// Returns the hash of what one section says and of its scans, in hexadecimal.
pub(crate) fn section_digest(case: &Case<'_>, section: &Section) -> String {
    digest_of(case, std::iter::once(section), |scan| scan.place.section == section.id)
}

/// Blanks at the ends of a text do not count, so that browser and server agree before and after a save.
fn digest_of<'p>(
    case: &Case<'_>,
    sections: impl Iterator<Item = &'p Section>,
    counts: impl Fn(&Scan) -> bool,
) -> String {
    let answers: Answers = sections
        .filter_map(|section| Some((section.id.clone(), tidy(case.section(&section.id)?))))
        .filter(|(_, data)| !data.is_empty())
        .collect();
    let mut scans: Vec<&Scan> = material(case, FilledBy::Applicant).filter(|scan| counts(scan)).collect();
    scans.sort_unstable_by_key(|scan| &scan.id);
    let scans: Vec<_> = scans.into_iter().map(declared_of).collect();
    sha256_hex(&serde_json::to_vec(&(answers, scans)).unwrap_or_default())
}

/// The scan, where it belongs, and what the applicant says of it.
fn declared_of(scan: &Scan) -> (&str, &str, &Place, &CopyKind, &str, &str, bool) {
    let Scan { id, place, sha256, copy_kind, kind, description, marked, .. } = scan;
    (id.as_str(), sha256, place, copy_kind, kind, description, *marked)
}

fn tidy(data: &SectionData) -> SectionData {
    let values = |values: &Values| -> Values {
        let tidy = values.iter().map(|(id, text)| (id.clone(), tidy_text(text)));
        tidy.filter(|(_, text)| !text.is_empty()).collect()
    };
    let groups = data.groups.iter().filter(|(_, rows)| !rows.is_empty());
    let groups = groups.map(|(id, rows)| {
        let rows = rows.iter().map(|row| super::Row { id: row.id.clone(), values: values(&row.values) });
        (id.clone(), rows.collect())
    });
    SectionData { values: values(&data.values), groups: groups.collect::<BTreeMap<_, _>>() }
}
