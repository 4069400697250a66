//! The periods of 主要经历 follow each other without a gap and reach the present (R42).

use crate::dates;
use crate::form::{Case, EvidenceFault, Problem, Row, Spot};
use crate::named::career_history;
use chrono::{Datelike, Months, NaiveDate};

const LONGEST_GAP_MONTHS: u32 = 3;

/// A row's time, from the first day of the first month to the last day of the last.
struct Period<'a> {
    row: &'a Row,
    from: NaiveDate,
    to: NaiveDate,
}

/// Points out overlaps and gaps: study and work may overlap, and a gap has its reasons.
pub(super) fn periods_follow_each_other(case: &Case<'_>, found: &mut Vec<Problem>) {
    let rows = case.rows(career_history::ID, career_history::rows::ID);
    let mut periods: Vec<Period<'_>> = rows.iter().filter_map(|row| period(case, row)).collect();
    periods.sort_by_key(|period| period.from);
    let Some((first, later)) = periods.split_first() else { return };
    let spot =
        |row: &Row, field| Spot::field(career_history::ID, field).in_row(career_history::rows::ID, &row.id);
    // Who studied beside the work is covered by the work: the latest end so far counts.
    let mut latest = first;
    for period in later {
        let organisation = period.row.value(career_history::rows::ORGANISATION).to_owned();
        if period.from < first_of_month(latest.to) {
            let fault = EvidenceFault::WCareerOverlap { organisation };
            found.push(Problem::new(fault, spot(period.row, career_history::rows::START), "R42"));
        } else if is_gap(latest.to, period.from) {
            let fault = EvidenceFault::WCareerGap { organisation, months: LONGEST_GAP_MONTHS };
            found.push(Problem::new(fault, spot(period.row, career_history::rows::START), "R42"));
        }
        if period.to > latest.to {
            latest = period;
        }
    }
    if latest.to < case.cutoff() {
        found.push(Problem::new(
            EvidenceFault::WCareerNotToPresent,
            spot(latest.row, career_history::rows::END),
            "R42",
        ));
    }
}

fn period<'a>(case: &Case<'_>, row: &'a Row) -> Option<Period<'a>> {
    let from = dates::first_day(row.value(career_history::rows::START))?;
    let to = match row.value(career_history::rows::END) {
        dates::NOW => case.today,
        end => dates::last_day(end)?,
    };
    Some(Period { row, from, to: to.max(from) })
}

/// One period may begin in the month in which the other ends.
fn first_of_month(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

/// Whether more than the longest gap lies between the day after `end` and `start`.
fn is_gap(end: NaiveDate, start: NaiveDate) -> bool {
    let longest = end.succ_opt().and_then(|free| free.checked_add_months(Months::new(LONGEST_GAP_MONTHS)));
    longest.is_some_and(|latest| start > latest)
}
