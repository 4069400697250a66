//! The unit's publicity (R75–R77).

use crate::dates;
use crate::form::{Case, Problem, Spot, UnitFault};
use chrono::NaiveDate;

fn period(case: &Case<'_>) -> Option<(NaiveDate, NaiveDate)> {
    let day = |field| dates::parse_day(case.value("publicity", field));
    day("start_date").zip(day("end_date"))
}

pub(super) fn period_has_enough_working_days(case: &Case<'_>, found: &mut Vec<Problem>) {
    let Some((start, end)) = period(case) else { return };
    let batch = &case.policy.batch;
    let (min, calendar) = (batch.min_publicity_working_days, case.calendar());
    let spot = Spot::field("publicity", "end_date");
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
    let Some((_, end)) = period(case).filter(|(_, end)| *end >= case.today) else { return };
    let filled =
        ["has_objection", "conclusion"].into_iter().find(|id| !case.value("publicity", id).is_empty());
    found.push(match filled {
        Some(early) => {
            Problem::new(UnitFault::EPublicityNotOver { end }, Spot::field("publicity", early), "R76")
        }
        None => Problem::new(UnitFault::WPublicityRuns { end }, Spot::field("publicity", "end_date"), "R76"),
    });
}

/// An objection is dismissed or upheld; without one there is nothing to conclude (§4.16 U1).
pub(super) fn conclusion_fits_the_objection(case: &Case<'_>, found: &mut Vec<Problem>) {
    let [objection, conclusion] = ["has_objection", "conclusion"].map(|field| case.value("publicity", field));
    let fits = match (objection, conclusion) {
        ("", _) | (_, "") => true,
        ("true", conclusion) => conclusion != "NoObjection",
        (_, conclusion) => conclusion == "NoObjection",
    };
    if !fits {
        let spot = Spot::field("publicity", "conclusion");
        found.push(Problem::new(UnitFault::EPublicityConclusion, spot, "R76"));
    }
}
