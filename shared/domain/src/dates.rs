//! Dates of day or month precision as they are typed: `2015-06-20`, `2015-06`.

use chrono::{Months, NaiveDate};

/// 至今: the end of what goes on.
pub const NOW: &str = "now";

pub fn parse_day(text: &str) -> Option<NaiveDate> {
    if text.len() == 10 { text.parse().ok() } else { None }
}

/// The first day of a month, or the day itself.
pub fn first_day(text: &str) -> Option<NaiveDate> {
    match text.len() {
        7 => format!("{text}-01").parse().ok(),
        10 => text.parse().ok(),
        _ => None,
    }
}

/// The last day of a month, or the day itself: a month may be its last day, in the applicant's favour
/// (domain.md §7, case 15).
pub fn last_day(text: &str) -> Option<NaiveDate> {
    let first = first_day(text)?;
    if text.len() == 10 { Some(first) } else { first.checked_add_months(Months::new(1))?.pred_opt() }
}

pub fn is_year_month(text: &str) -> bool {
    text.len() == 7 && first_day(text).is_some()
}

/// `2020年8月3日`.
pub fn in_chinese(day: NaiveDate) -> String {
    day.format("%Y年%-m月%-d日").to_string()
}

/// `2020年2月` of `2020-02`; what is no month stays as it is.
pub fn month_in_chinese(month: &str) -> String {
    first_day(month).map_or_else(|| month.to_owned(), |day| day.format("%Y年%-m月").to_string())
}
