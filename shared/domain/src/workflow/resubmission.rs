//! The part of the unit's work that a resubmission leaves standing: the publicity of the same payload, and the ticks
//! of the sections that did not change (§5.5 no. 4). A posting that is void leaves everything but itself.

use super::application::Application;
use super::posted::{PostedTable, SetAside};
use crate::form::{Answers, Case, Scan, SectionData, section_digest};
use crate::named::unit_check::rows;
use crate::named::{publicity, unit_check};
use crate::pack::FilledBy;
use crate::publicity::{OUTCOME, payload, payload_hash};
use std::collections::BTreeMap;

/// Returns the unit's forms that are to be others after this submission; `next` gets the tables that go with them.
///
/// A payload that no longer is the posted one empties the publicity's dates and outcome, and sets them aside with
/// their table. A payload that was posted before takes up its table and its form again.
pub(super) fn unit_forms(next: &mut Application, case: &Case<'_>) -> Answers {
    let publicity = posted_anew(next, case).map(|form| (publicity::ID.to_owned(), form));
    let sections = case.pack.sections_of(FilledBy::Applicant);
    let submitted = sections.map(|section| (section.id.clone(), section_digest(case, section))).collect();
    let before = std::mem::replace(&mut next.section_digests, submitted);
    let checks = unticked(&before, &next.section_digests, case).map(|form| (unit_check::ID.to_owned(), form));
    publicity.into_iter().chain(checks).collect()
}

/// Returns the publicity's form, if it is to be another one.
fn posted_anew(next: &mut Application, case: &Case<'_>) -> Option<SectionData> {
    let aside = aside(next, case);
    let hash = payload_hash(&payload(case));
    let posted = next.posted.as_mut()?;
    if posted.payload_hash == hash {
        return if posted.voided { None } else { posted.set_aside.take().map(|aside| aside.form) };
    }
    posted.set_aside.get_or_insert_with(|| aside.clone());
    let is_of_this = |table: &&mut PostedTable| table.payload_hash == hash && !table.voided;
    if let Some(known) = next.earlier_tables.iter_mut().find(is_of_this) {
        let restored = known.set_aside.take();
        let known = known.clone();
        next.post(known);
        return restored.map(|aside| aside.form);
    }
    Some(emptied(aside.form))
}

/// Returns the publicity's form after the posting that hangs out is void: dates and outcome are open again.
pub(super) fn voided(next: &mut Application, case: &Case<'_>) -> Answers {
    let aside = aside(next, case);
    if let Some(posted) = &mut next.posted {
        posted.voided = true;
        posted.set_aside.get_or_insert_with(|| aside.clone());
    }
    Answers::from([(publicity::ID.to_owned(), emptied(aside.form))])
}

/// Returns the form of the publicity that is filled in now, and the scans that prove it.
fn aside(application: &Application, case: &Case<'_>) -> SetAside {
    let filing = case.of(application).filing;
    let proves = |scan: &&Scan| scan.place.section == publicity::ID && !filing.sets_aside(&scan.id);
    SetAside {
        form: case.section(publicity::ID).cloned().unwrap_or_default(),
        scans: case.scans.iter().filter(proves).map(|scan| scan.id.clone()).collect(),
    }
}

/// Place, method and contacts stay: the next sheet will hang where the last one did.
fn emptied(mut form: SectionData) -> SectionData {
    let dated = [
        publicity::START_DATE,
        publicity::END_DATE,
        publicity::POSTED_BEFORE,
        publicity::POSTED_BEFORE_REASON,
    ];
    form.values.retain(|field, _| !dated.into_iter().chain(OUTCOME).any(|emptied| emptied == field));
    form
}

/// Returns the unit's check without the ticks of sections that changed, if there are any.
fn unticked(
    before: &BTreeMap<String, String>,
    now: &BTreeMap<String, String>,
    case: &Case<'_>,
) -> Option<SectionData> {
    let mut form = case.section(unit_check::ID)?.clone();
    let has_changed = |id: &str| before.get(id) != now.get(id);
    let changed = form.groups.get_mut(rows::ID)?.iter_mut().filter(|row| has_changed(row.id.as_str()));
    let mut is_other = false;
    for row in changed {
        for field in [rows::RESULT, rows::NOTE] {
            is_other |= row.values.remove(field).is_some();
        }
    }
    is_other.then_some(form)
}
