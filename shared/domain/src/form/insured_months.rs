//! The months of social insurance that are asked for (R57).

use super::{Case, MonthRange};
use chrono::{Datelike, Months, NaiveDate};

/// M−1 … M−6 for an application in month M, the earliest first. M is the month of the first submission, so that
/// a correction in a later month asks for no other months (R57).
pub fn insurance_months(case: &Case<'_>) -> Vec<String> {
    let applied_on = case.filing.first_submitted_on.unwrap_or(case.today);
    (1..=case.pack.batch.social_insurance_months).rev().map(|back| month_before(applied_on, back)).collect()
}

/// The range of `months`, which has to be stated where they are asked for (R57).
pub(crate) fn month_range(months: &[String]) -> Option<MonthRange> {
    Some(MonthRange { first: months.first()?.clone(), last: months.last()?.clone() })
}

fn month_before(day: NaiveDate, back: u32) -> String {
    let first = day.with_day(1).unwrap_or(day);
    first.checked_sub_months(Months::new(back)).unwrap_or(first).format("%Y-%m").to_string()
}
