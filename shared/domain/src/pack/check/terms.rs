//! Terms in days leave time for what has to happen in them; the calendar knows the year.

use super::{Faults, PackFault, one_of};
use crate::pack::Pack;

/// A correction can force a second publicity (R77), and nobody should have less time to pay than to read.
pub(super) fn terms_leave_time_for_a_publicity(pack: &Pack, found: &mut Faults) {
    let needed = pack.batch.min_publicity_working_days;
    let terms = [("correction_days", pack.batch.correction_days), ("payment_days", pack.batch.payment_days)];
    for (key, days) in terms {
        let working = fewest_working_days(days);
        if working < needed {
            let what = format!("从周末前起算的 {days} 天里只有 {working} 个工作日，而公示要 {needed} 个");
            let enough = (days..).find(|days| fewest_working_days(*days) >= needed).unwrap_or(days);
            found.push(PackFault::new(format!("batch.{key}"), what, format!("写 {enough} 或者更大")));
        }
    }
}

/// Counts without holidays: they come on top, and the calendar judges them on the day itself.
fn fewest_working_days(days: u32) -> u32 {
    days / 7 * 5 + (days % 7).saturating_sub(2)
}

pub(super) fn the_calendar_has_a_first_layer(pack: &Pack, found: &mut Faults) {
    if pack.calendar.layers.is_empty() {
        let remedy = "在 pack.toml 写 `calendars = [\"state-council\", …]`";
        found.push(PackFault::new("calendar", "没有日历，算不出工作日", remedy));
    }
}

pub(super) fn the_cycle_s_year_has_a_table(pack: &Pack, found: &mut Faults) {
    let year = pack.cycle_year;
    for layer in pack.calendar.layers.iter().filter(|layer| layer.county.is_none() && !layer.holds(year)) {
        let name = &layer.name;
        let what = format!("{name}的日历没有 {year} 年，算不出这一年的工作日（E_CALENDAR_MISSING）");
        let remedy = format!("{name}公布后在日历里加上这一年；没有调整的写两个空列表");
        found.push(PackFault::new("cycle_year", what, remedy));
    }
}

pub(super) fn a_county_s_days_are_of_a_county_of_the_pack(pack: &Pack, found: &mut Faults) {
    for (n, layer) in pack.calendar.layers.iter().enumerate() {
        let Some(code) = layer.county.as_deref().filter(|code| pack.county(code).is_none()) else {
            continue;
        };
        let codes: Vec<&str> = pack.counties.iter().map(|county| county.code.as_str()).collect();
        let what = format!("没有县区 `{code}`，{}的日子不会在任何地方生效", layer.name);
        let remedy = one_of(&codes);
        found.push(PackFault::new(format!("calendar.layers.{n}.county"), what, remedy));
    }
}
