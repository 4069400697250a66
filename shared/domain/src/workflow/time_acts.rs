//! The acts of time: what a day that comes, or goes by, asks of an application without anybody's step (§5.6, §5.8).

use super::application::Application;
use super::due::due;
use super::state::{Payment, State, UnitWork};
use crate::batch::Batch;
use crate::messages::{Message, TimeMessage};
use crate::pack::Pack;
use chrono::{DateTime, Days, Duration, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime};

/// Beijing is eight hours ahead of UTC the whole year.
const BEIJING: Duration = Duration::hours(8);

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TimeAct {
    /// 逾期视为放弃 (T21, T28).
    Expire,
    /// A message that is sent once for its day.
    Tell {
        told: TimeMessage,
        /// The day that the message is about: of the deadline, of the end of a publicity, of the arrival.
        day: NaiveDate,
    },
}

/// Returns what time asks of the application at `now`, the publicity's last day being `publicity_end`.
pub fn time_acts(
    application: &Application,
    publicity_end: Option<NaiveDate>,
    (pack, batch): (&Pack, &Batch),
    now: DateTime<FixedOffset>,
) -> Vec<TimeAct> {
    let now = in_beijing(now);
    let tell = |told, day| TimeAct::Tell { told, day };
    let Some(due) = application.due(pack, batch) else { return Vec::new() };
    let is_over = now.date() > due;
    let is_near = !is_over && now >= reminder(due, pack);
    if !waits_for_an_organisation(application.state) {
        let expires = is_over && can_expire(application.state);
        let reminded = is_near.then_some(tell(TimeMessage::Reminder, due));
        return expires.then_some(TimeAct::Expire).into_iter().chain(reminded).collect();
    }
    let is_posted = application.state == State::Unit(UnitWork::Publicity);
    let posted_until = publicity_end.filter(|end| is_posted && now.date() > *end);
    let arrived = application.arrived_on;
    // Nobody can do anything while a table hangs out.
    let waits = (!is_posted || posted_until.is_some()) && now.date() >= long_waited(arrived, pack);
    [
        posted_until.map(|end| tell(TimeMessage::PublicityOver, end)),
        is_near.then_some(tell(TimeMessage::StationReminder, due)),
        is_over.then_some(tell(TimeMessage::Overdue, due)),
        waits.then_some(tell(TimeMessage::LongWaiting, arrived)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Returns whether time may ask something, now or later, of an application in this state.
pub fn has_time_acts(state: State) -> bool {
    waits_for_an_organisation(state) || can_expire(state)
}

/// Returns whether time asks nothing yet of any application in `state` that arrived on `arrived_on` or later.
pub fn is_early(
    state: State,
    arrived_on: NaiveDate,
    (pack, batch): (&Pack, &Batch),
    now: DateTime<FixedOffset>,
) -> bool {
    let reminded = due(state, arrived_on, pack, batch).map(|due| reminder(due, pack));
    let waited = waits_for_an_organisation(state).then(|| midnight(long_waited(arrived_on, pack)));
    let posted = (state == State::Unit(UnitWork::Publicity)).then(|| {
        let days = pack.batch.min_publicity_working_days;
        midnight(arrived_on + Days::new(days.into()))
    });
    let first = [reminded, waited, posted].into_iter().flatten().min();
    first.is_none_or(|first| in_beijing(now) < first)
}

fn can_expire(state: State) -> bool {
    match state {
        State::Filling(_) | State::Payment(Payment::Due) => true,
        State::Unit(_) | State::Office(_) | State::Payment(Payment::Paid) | State::Over(_) => false,
    }
}

fn waits_for_an_organisation(state: State) -> bool {
    state.stage().is_some()
}

fn reminder(due: NaiveDate, pack: &Pack) -> NaiveDateTime {
    midnight(due + Days::new(1)) - Duration::hours(pack.batch.reminder_hours.into())
}

fn long_waited(arrived_on: NaiveDate, pack: &Pack) -> NaiveDate {
    arrived_on + Days::new(pack.batch.long_waiting_days.into())
}

fn midnight(day: NaiveDate) -> NaiveDateTime {
    day.and_time(NaiveTime::MIN)
}

fn in_beijing(now: DateTime<FixedOffset>) -> NaiveDateTime {
    now.naive_utc() + BEIJING
}

impl TimeMessage {
    /// The message for its day; `count` applications of the organisation have the same deadline.
    pub fn filled(self, application: &Application, day: NaiveDate, count: u32, pack: &Pack) -> Message {
        match self {
            Self::Reminder => Message::Reminder { name: application.short_name(), deadline: day },
            Self::StationReminder => Message::Waiting { count, deadline: day },
            Self::PublicityOver => Message::PublicityOver { deadline: day },
            Self::LongWaiting => Message::LongWaiting { days: pack.batch.long_waiting_days },
            Self::Overdue => Message::Overdue { deadline: day },
        }
    }
}
