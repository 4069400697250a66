//! Working days by layers: county, region, State Council, week (domain.md Appendix A).

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

/// Layers from the weakest to the strongest: the State Council's first, counties' last.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Calendar {
    pub layers: Vec<Layer>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Layer {
    pub name: String,
    /// The code of the county where alone it holds; its holidays need not be known for every year.
    #[serde(default)]
    pub county: Option<String>,
    pub years: Vec<Year>,
}

/// The calendar as it holds for one county.
#[derive(Clone, Copy, Debug)]
pub struct WorkingDays<'a> {
    layers: &'a [Layer],
    county: &'a str,
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

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{year}年的节假日安排尚未发布，暂不能计算工作日，请联系平台管理员更新日历")]
pub struct CalendarMissing {
    pub year: i32,
}

impl Layer {
    pub fn holds(&self, year: i32) -> bool {
        self.years.iter().any(|table| table.year == year)
    }

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
    pub fn of_county<'a>(&'a self, county: &'a str) -> WorkingDays<'a> {
        WorkingDays { layers: &self.layers, county }
    }

    /// Returns the working days without the days of any county.
    pub fn shared(&self) -> WorkingDays<'_> {
        self.of_county("")
    }
}

impl WorkingDays<'_> {
    /// A year that a shared layer does not hold is never guessed: its 三月三 may be off or worked.
    pub fn is_working_day(&self, day: NaiveDate) -> Result<bool, CalendarMissing> {
        let mut shared = self.layers.iter().filter(|layer| layer.county.is_none()).peekable();
        if shared.peek().is_none() || !shared.all(|layer| layer.holds(day.year())) {
            return Err(CalendarMissing { year: day.year() });
        }
        let by_week = !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        let here = |layer: &&Layer| layer.county.as_deref().is_none_or(|county| county == self.county);
        Ok(self.layers.iter().rev().filter(here).find_map(|layer| layer.says(day)).unwrap_or(by_week))
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
