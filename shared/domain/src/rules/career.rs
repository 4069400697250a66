//! Are the periods of 主要经历 without a gap, and do they reach the present (R42)?

use crate::dates;
use crate::form::{Case, Code, Problem, Row, Spot};
use chrono::{Months, NaiveDate};

const LONGEST_GAP_MONTHS: u32 = 3;

struct Period<'a> {
    row: &'a Row,
    from: NaiveDate,
    to: NaiveDate,
}

/// Advice: study and work may overlap, and a gap has its reasons.
pub(super) fn periods_follow_each_other(case: &Case<'_>, found: &mut Vec<Problem>) {
    let mut periods: Vec<Period<'_>> =
        case.rows("career_history", "rows").iter().filter_map(|row| period(case, row)).collect();
    periods.sort_by_key(|period| period.from);
    let spot = |row: &Row, field| Spot::field("career_history", field).in_row("rows", &row.id);
    for pair in periods.windows(2) {
        let [earlier, later] = pair else { continue };
        let name = later.row.value("organisation");
        if later.from < earlier.to {
            let message = format!("“{name}”的起始时间早于上一段的截止时间，两段重叠，请核对");
            found.push(Problem::warning(Code::WCareerOverlap, spot(later.row, "start"), "R42", message));
        } else if is_gap(earlier.to, later.from) {
            let message = format!("“{name}”与上一段之间间断超过{LONGEST_GAP_MONTHS}个月，请补充或核对");
            found.push(Problem::warning(Code::WCareerGap, spot(later.row, "start"), "R42", message));
        }
    }
    if let Some(last) = periods.iter().max_by_key(|period| period.to)
        && is_gap(last.to, case.cutoff())
    {
        let message = "主要经历应一直填到现在，请补充最近的经历，或将截止时间选为“至今”";
        found.push(Problem::warning(Code::WCareerNotToPresent, spot(last.row, "end"), "R42", message));
    }
}

fn period<'a>(case: &Case<'_>, row: &'a Row) -> Option<Period<'a>> {
    let from = dates::first_day(row.value("start"))?;
    let to = match row.value("end") {
        "" => case.today,
        end => dates::first_day(end)?,
    };
    Some(Period { row, from, to: to.max(from) })
}

fn is_gap(end: NaiveDate, start: NaiveDate) -> bool {
    end.checked_add_months(Months::new(LONGEST_GAP_MONTHS)).is_some_and(|latest| start > latest)
}
