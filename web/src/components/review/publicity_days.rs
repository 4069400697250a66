//! The days of a publicity: which count, which do not and why, and how far it has come.

use chrono::NaiveDate;
use domain::calendar::{CalendarMissing, CountedDay, n_counted};
use domain::dates;
use domain::form::Case;
use domain::named::publicity;
use domain::workflow::{State, UnitWork};
use std::rc::Rc;
use yew::prelude::*;

use crate::components::basic::{Notice, NoticeKind};
use crate::state::loaded::Loaded;
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct PublicityDaysProps {
    pub loaded: Rc<Loaded>,
}

/// Counted from the day that is entered, or from today while none is.
#[component]
pub fn PublicityDays(props: &PublicityDaysProps) -> Html {
    let is_up = props.loaded.view.application.state == State::Unit(UnitWork::Publicity);
    match props.loaded.with_case(Days::of) {
        Ok(days) => days.view(is_up),
        Err(missing) => html! { <Notice kind={NoticeKind::Warning}>{ missing.to_string() }</Notice> },
    }
}

struct Days {
    counted: Vec<CountedDay>,
    min: u32,
    earliest_end: NaiveDate,
    first_day_counts: bool,
    /// The working days of it that have begun.
    n_begun: u32,
}

impl Days {
    /// # Errors
    ///
    /// The year that the calendar does not hold.
    fn of(case: &Case<'_>) -> Result<Self, CalendarMissing> {
        let day = |field| dates::parse_day(case.value(publicity::ID, field));
        let (min, first_day_counts) =
            (case.pack.batch.min_publicity_working_days, case.pack.batch.count_first_day);
        let start = day(publicity::START_DATE).unwrap_or(case.today);
        let earliest_end = case.calendar().earliest_end(start, min, first_day_counts)?;
        let end = day(publicity::END_DATE).filter(|end| *end >= start).unwrap_or(earliest_end);
        let counted = case.calendar().counted(start, end, first_day_counts)?;
        let n_begun = n_counted(counted.iter().filter(|counted| counted.day <= case.today));
        Ok(Self { counted, min, earliest_end, first_day_counts, n_begun })
    }

    fn view(&self, is_up: bool) -> Html {
        let words = &texts().publicity;
        let day = texts().common.day;
        let start = self.counted.first().map(|first| day(first.day)).unwrap_or_default();
        let n_days = n_counted(&self.counted);
        html! {
            <section class="card" aria-labelledby="publicity-days">
                <h3 id="publicity-days">{ words.days }</h3>
                <p>
                    { (words.earliest)(self.min, &start, &day(self.earliest_end)) }
                    if !self.first_day_counts {
                        { words.first_day_not_counted }
                    }
                </p>
                if is_up {
                    <p><strong>{ (words.running)(self.n_begun, n_days) }</strong></p>
                }
                <table aria-labelledby="publicity-days">
                    <thead><tr><th scope="col">{ words.day }</th><th scope="col">{ words.counts }</th></tr></thead>
                    <tbody>{ self.counted.iter().map(row).collect::<Html>() }</tbody>
                </table>
            </section>
        }
    }
}

fn row(counted: &CountedDay) -> Html {
    let words = &texts().publicity;
    html! { <tr><td>{ (words.date)(counted.day) }</td><td>{ (words.counted)(counted) }</td></tr> }
}
