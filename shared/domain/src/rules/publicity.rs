//! The unit's publicity (R75–R77).

use crate::dates;
use crate::form::{Case, Code, Problem, Spot};
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
            let message = format!(
                "公示期不能少于{min}个工作日（双休日和节假日不计入），现为{n_days}个工作日，最早应公示至{}",
                dates::in_chinese(earliest)
            );
            found.push(Problem::error(Code::EPublicityTooShort, spot, "R75", message));
        }
        (Err(missing), _) | (_, Err(missing)) => {
            found.push(Problem::error(Code::ECalendarMissing, spot, "R75", missing.to_string()));
        }
        (Ok(_), Ok(_)) => {}
    }
}

/// The outcome is recorded after the last day has passed: the day itself counts to 24:00. Until then the plan stands
/// alone.
pub(super) fn outcome_waits_for_the_end(case: &Case<'_>, found: &mut Vec<Problem>) {
    let Some((_, end)) = period(case).filter(|(_, end)| *end >= case.today) else { return };
    let message = format!("公示至{}24时结束，结束后再填写有无异议和公示结论", dates::in_chinese(end));
    let filled =
        ["has_objection", "conclusion"].into_iter().find(|id| !case.value("publicity", id).is_empty());
    found.push(match filled {
        Some(early) => {
            Problem::error(Code::EPublicityNotOver, Spot::field("publicity", early), "R76", message)
        }
        None => Problem::warning(Code::WPublicityRuns, Spot::field("publicity", "end_date"), "R76", message),
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
        let message = "“公示结论”与“有无异议”不符，请核对后重新选择";
        let spot = Spot::field("publicity", "conclusion");
        found.push(Problem::error(Code::EPublicityConclusion, spot, "R76", message));
    }
}
