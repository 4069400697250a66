//! Working days by layers: county, region, State Council, week (domain.md Appendix A).

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

/// Layers from the weakest to the strongest. The first is the State Council's: a year it does not hold is
/// never guessed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Calendar {
    pub layers: Vec<Layer>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Layer {
    pub name: String,
    pub years: Vec<Year>,
}

/// The days of one year that differ from the plain week.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Year {
    pub year: i32,
    pub off: Vec<Span>,
    pub work: Vec<NaiveDate>,
    #[serde(default)]
    pub source: String,
}

/// A run of days, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Span {
    pub from: NaiveDate,
    pub to: NaiveDate,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{year}年的节假日安排尚未发布，暂不能计算工作日，请联系平台管理员更新日历")]
pub struct CalendarMissing {
    pub year: i32,
}

impl Layer {
    fn says(&self, day: NaiveDate) -> Option<bool> {
        let covers = |span: &Span| (span.from..=span.to).contains(&day);
        self.years.iter().find_map(|year| {
            if year.work.contains(&day) {
                Some(true)
            } else if year.off.iter().any(covers) {
                Some(false)
            } else {
                None
            }
        })
    }
}

impl Calendar {
    pub fn is_working_day(&self, day: NaiveDate) -> Result<bool, CalendarMissing> {
        let missing = CalendarMissing { year: day.year() };
        let national = self.layers.first().ok_or(missing)?;
        if !national.years.iter().any(|year| year.year == day.year()) {
            return Err(missing);
        }
        let by_week = !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        Ok(self.layers.iter().rev().find_map(|layer| layer.says(day)).unwrap_or(by_week))
    }

    /// Working days from `start` to `end`, both included; the first day only if `count_first_day`.
    pub fn working_days(
        &self,
        start: NaiveDate,
        end: NaiveDate,
        count_first_day: bool,
    ) -> Result<u32, CalendarMissing> {
        let first = if count_first_day { start } else { start + Days::new(1) };
        let mut n_days = 0;
        for day in first.iter_days().take_while(|day| *day <= end) {
            n_days += u32::from(self.is_working_day(day)?);
        }
        Ok(n_days)
    }

    /// The day on which the `n_days`-th working day since `start` ends.
    pub fn earliest_end(
        &self,
        start: NaiveDate,
        n_days: u32,
        count_first_day: bool,
    ) -> Result<NaiveDate, CalendarMissing> {
        let mut day = if count_first_day { start } else { start + Days::new(1) };
        let mut left = n_days;
        loop {
            left = left.saturating_sub(u32::from(self.is_working_day(day)?));
            if left == 0 {
                return Ok(day);
            }
            day = day + Days::new(1);
        }
    }
}
