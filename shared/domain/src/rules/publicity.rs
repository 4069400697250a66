//! The unit's publicity (R75–R77).

use crate::dates;
use crate::form::{Case, Problem, Spot, UnitFault};
use crate::named::{defense, deliberation, publicity, unit_recommendation};
use crate::publicity::{first_and_last_day, was_posted_before};

/// Nothing hangs out before it was printed (R75); paper that was posted before it was entered not before the version
/// that it shows was submitted, and whoever judges it is told.
pub(super) fn period_begins_with_the_table(case: &Case<'_>, found: &mut Vec<Problem>) {
    let (Some((start, _)), Some(posted)) = (first_and_last_day(case), case.filing.posted) else { return };
    let (generated, submitted) = (posted.generated_on, posted.submitted_on);
    let fault = match was_posted_before(case) {
        true if start < submitted => UnitFault::EPublicityBeforeVersion { submitted },
        true => UnitFault::WPublicityPostedBefore { generated },
        false if start < generated => UnitFault::EPublicityBeforeTable { generated },
        false => return,
    };
    found.push(Problem::new(fault, Spot::field(publicity::ID, publicity::START_DATE), "R75"));
}

pub(super) fn period_has_enough_working_days(case: &Case<'_>, found: &mut Vec<Problem>) {
    let Some((start, end)) = first_and_last_day(case) else { return };
    let batch = &case.pack.batch;
    let (min, calendar) = (batch.min_publicity_working_days, case.calendar());
    let spot = Spot::field(publicity::ID, publicity::END_DATE);
    let counted = calendar.working_days(start, end, batch.count_first_day);
    match (counted, calendar.earliest_end(start, min, batch.count_first_day)) {
        (Ok(n_days), Ok(earliest)) if n_days < min => {
            let fault = UnitFault::EPublicityTooShort { min, found: n_days, earliest };
            found.push(Problem::new(fault, spot, "R75"));
        }
        (Err(missing), _) | (_, Err(missing)) => {
            found.push(Problem::new(UnitFault::ECalendarMissing { year: missing.year }, spot, "R75"));
        }
        (Ok(_), Ok(_)) => {}
    }
}

/// The outcome is recorded after the last day has passed: the day itself counts to 24:00. Until then the plan stands
/// alone.
pub(super) fn outcome_waits_for_the_end(case: &Case<'_>, found: &mut Vec<Problem>) {
    let Some((_, end)) = first_and_last_day(case).filter(|(_, end)| *end >= case.today) else { return };
    let filled = [publicity::HAS_OBJECTION, publicity::CONCLUSION]
        .into_iter()
        .find(|id| !case.value(publicity::ID, id).is_empty());
    found.push(match filled {
        Some(early) => {
            Problem::new(UnitFault::EPublicityNotOver { end }, Spot::field(publicity::ID, early), "R76")
        }
        None => Problem::new(
            UnitFault::WPublicityRuns { end },
            Spot::field(publicity::ID, publicity::END_DATE),
            "R76",
        ),
    });
}

/// An objection is dismissed or upheld; without one there is nothing to conclude (§4.16 U1).
pub(super) fn conclusion_fits_the_objection(case: &Case<'_>, found: &mut Vec<Problem>) {
    let [objection, conclusion] =
        [publicity::HAS_OBJECTION, publicity::CONCLUSION].map(|field| case.value(publicity::ID, field));
    let fits = match (objection, conclusion) {
        ("", _) | (_, "") => true,
        ("true", conclusion) => conclusion != publicity::NO_OBJECTION,
        (_, conclusion) => conclusion == publicity::NO_OBJECTION,
    };
    if !fits {
        let spot = Spot::field(publicity::ID, publicity::CONCLUSION);
        found.push(Problem::new(UnitFault::EPublicityConclusion, spot, "R76"));
    }
}

pub(super) fn defense_follows(case: &Case<'_>, found: &mut Vec<Problem>) {
    follows(case, Spot::field(defense::ID, defense::DATE), Meeting::MayBegin, found);
}

pub(super) fn deliberation_follows(case: &Case<'_>, found: &mut Vec<Problem>) {
    follows(case, Spot::field(deliberation::ID, deliberation::DATE), Meeting::MayBegin, found);
}

pub(super) fn recommendation_follows(case: &Case<'_>, found: &mut Vec<Problem>) {
    let spot = Spot::field(unit_recommendation::ID, unit_recommendation::DATE);
    follows(case, spot, Meeting::Waits, found);
}

/// Whether something may be held while the publicity runs.
#[derive(PartialEq)]
enum Meeting {
    /// Panel and group may meet during the first publicity, and whoever judges is told (§5.6). After a change that was
    /// posted anew they have judged something else, and meet again.
    MayBegin,
    Waits,
}

fn follows(case: &Case<'_>, spot: Spot, meeting: Meeting, found: &mut Vec<Problem>) {
    let held = spot.field.as_deref().and_then(|field| dates::parse_day(case.value(&spot.section, field)));
    let (Some(held), Some((_, end))) = (held, first_and_last_day(case)) else { return };
    if held > end {
        return;
    }
    let is_first = case.filing.posted.is_none_or(|posted| posted.table_version == 1);
    let fault = match meeting {
        Meeting::MayBegin if is_first => UnitFault::WDuringPublicity { end },
        Meeting::MayBegin | Meeting::Waits => UnitFault::EBeforePublicity { end },
    };
    found.push(Problem::new(fault, spot, "R77"));
}
