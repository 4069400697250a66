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
    /// The holiday for which the days are off; none where the layer is of another one.
    #[serde(default)]
    pub holiday: Option<Holiday>,
}

/// The holidays of the State Council's and the region's tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Holiday {
    NewYear,
    SpringFestival,
    Qingming,
    LabourDay,
    DragonBoat,
    MidAutumn,
    NationalDay,
    /// 壮族三月三.
    SanYueSan,
}

/// The reason why a day counts, or does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayKind {
    Working,
    /// A Saturday or Sunday that is worked (调休).
    MadeUp,
    Weekend,
    Off(Option<Holiday>),
}

/// A day of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CountedDay {
    pub day: NaiveDate,
    pub kind: DayKind,
    /// Its number among the days that count, from 1; none if it does not count.
    pub number: Option<u32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{year}年的节假日安排尚未发布，暂不能计算工作日，请联系平台管理员更新日历")]
pub struct CalendarMissing {
    pub year: i32,
}

/// Returns how many of the days, in their order from the first of a period, count.
pub fn n_counted<'d>(days: impl IntoIterator<Item = &'d CountedDay>) -> u32 {
    days.into_iter().filter_map(|day| day.number).max().unwrap_or_default()
}

fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

impl Layer {
    pub fn holds(&self, year: i32) -> bool {
        self.years.iter().any(|table| table.year == year)
    }

    fn says(&self, day: NaiveDate) -> Option<DayKind> {
        let covers = |span: &&Span| (span.from..=span.to).contains(&day);
        self.years.iter().find_map(|year| {
            if year.work.contains(&day) {
                return Some(if is_weekend(day) { DayKind::MadeUp } else { DayKind::Working });
            }
            year.off.iter().find(covers).map(|span| DayKind::Off(span.holiday))
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
    pub fn is_working_day(&self, day: NaiveDate) -> Result<bool, CalendarMissing> {
        Ok(matches!(self.kind(day)?, DayKind::Working | DayKind::MadeUp))
    }

    /// A year that a shared layer does not hold is never guessed: its 三月三 may be off or worked.
    pub fn kind(&self, day: NaiveDate) -> Result<DayKind, CalendarMissing> {
        let mut shared = self.layers.iter().filter(|layer| layer.county.is_none()).peekable();
        if shared.peek().is_none() || !shared.all(|layer| layer.holds(day.year())) {
            return Err(CalendarMissing { year: day.year() });
        }
        let by_week = if is_weekend(day) { DayKind::Weekend } else { DayKind::Working };
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
        Ok(n_counted(&self.counted(start, end, count_first_day)?))
    }

    /// Every day from `start` to `end`, both included, with its number if it counts.
    pub fn counted(
        &self,
        start: NaiveDate,
        end: NaiveDate,
        count_first_day: bool,
    ) -> Result<Vec<CountedDay>, CalendarMissing> {
        let mut n_days = 0;
        let count = |day: NaiveDate| {
            let kind = self.kind(day)?;
            let counts =
                matches!(kind, DayKind::Working | DayKind::MadeUp) && (count_first_day || day > start);
            n_days += u32::from(counts);
            Ok(CountedDay { day, kind, number: counts.then_some(n_days) })
        };
        start.iter_days().take_while(|day| *day <= end).map(count).collect()
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
