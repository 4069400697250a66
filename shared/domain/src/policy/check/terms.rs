//! Terms in days leave time for what has to happen in them; the calendar knows the year.

use super::{Faults, PackFault};
use crate::policy::Policy;

/// A correction can force a second publicity (R77), and nobody should have less time to pay than to read.
pub(super) fn terms_leave_time_for_a_publicity(policy: &Policy, found: &mut Faults) {
    let needed = policy.batch.min_publicity_working_days;
    let terms =
        [("correction_days", policy.batch.correction_days), ("payment_days", policy.batch.payment_days)];
    for (key, days) in terms {
        let working = fewest_working_days(days);
        if working < needed {
            let what = format!(
                "{days} days that begin before a weekend hold {working} working days, and a publicity (公示) takes {needed}"
            );
            let enough = (days..).find(|days| fewest_working_days(*days) >= needed).unwrap_or(days);
            found.push(PackFault::new(format!("batch.{key}"), what, format!("write {enough} or more")));
        }
    }
}

/// In an ordinary week: holidays come on top, and the calendar judges them on the day itself.
fn fewest_working_days(days: u32) -> u32 {
    days / 7 * 5 + (days % 7).saturating_sub(2)
}

pub(super) fn the_calendar_has_a_first_layer(policy: &Policy, found: &mut Faults) {
    if policy.calendar.layers.is_empty() {
        let remedy = "write `calendars = [\"state-council\", …]` in policy.toml";
        found.push(PackFault::new("calendar", "without a calendar no working day can be counted", remedy));
    }
}

pub(super) fn the_cycle_s_year_has_a_table(policy: &Policy, found: &mut Faults) {
    let year = policy.cycle_year;
    for layer in policy.calendar.layers.iter().filter(|layer| layer.county.is_none() && !layer.holds(year)) {
        let name = &layer.name;
        let what = format!(
            "the calendar of {name} has no table of {year}: working days of {year} are not counted (E_CALENDAR_MISSING)"
        );
        let remedy = format!(
            "add the year to the calendar when {name} publishes it, with empty lists if it changes no day"
        );
        found.push(PackFault::new("cycle_year", what, remedy));
    }
}

pub(super) fn a_county_s_days_are_of_a_county_of_the_pack(policy: &Policy, found: &mut Faults) {
    for (n, layer) in policy.calendar.layers.iter().enumerate() {
        let Some(code) = layer.county.as_deref().filter(|code| policy.county(code).is_none()) else {
            continue;
        };
        let codes: Vec<&str> = policy.counties.iter().map(|county| county.code.as_str()).collect();
        let what = format!("no county `{code}`: the days of {} would hold nowhere", layer.name);
        let remedy = format!("write one of {}", codes.join(", "));
        found.push(PackFault::new(format!("calendar.layers.{n}.county"), what, remedy));
    }
}
