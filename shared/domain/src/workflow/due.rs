//! The last day of each state, derived where it is read: when the office moves a date of the batch, it moves too
//! (§5.6, §5.7).

use super::application::Application;
use super::state::{Filling, Payment, State, UnitWork};
use crate::batch::Batch;
use crate::pack::Pack;
use chrono::{Days, NaiveDate};

impl Application {
    /// Returns the last day for whoever holds the application, to its end in Asia/Shanghai; none where it is over.
    pub fn due(&self, pack: &Pack, batch: &Batch) -> Option<NaiveDate> {
        due(self.state, self.arrived_on, pack, batch)
    }

    /// The application with the dates that the rules read of it as the batch has them now.
    #[must_use]
    pub fn under(self, batch: &Batch) -> Self {
        Self {
            material_deadline: Some(batch.personal_deadline),
            review_deadline: Some(batch.series_deadline),
            ..self
        }
    }
}

/// Returns the last day in `state` of an application that came to its holder on `arrived_on`.
///
/// For the same state it is never earlier for a later arrival.
pub(super) fn due(state: State, arrived_on: NaiveDate, pack: &Pack, batch: &Batch) -> Option<NaiveDate> {
    let after = |days: u32| arrived_on + Days::new(days.into());
    let correction = after(pack.batch.correction_days);
    // What comes after the batch's date was corrected, and leaves as many days as a correction does.
    let by = |deadline: NaiveDate| if arrived_on <= deadline { deadline } else { correction };
    match state {
        State::Filling(Filling::Draft) => Some(batch.personal_deadline),
        State::Filling(Filling::Returned) | State::Unit(UnitWork::Correcting) => {
            Some(correction.min(batch.final_correction_deadline))
        }
        State::Unit(UnitWork::Review | UnitWork::Publicity | UnitWork::Recommend) => {
            Some(by(batch.unit_deadline))
        }
        State::Office(office) => Some(by(batch.deadline_of(office))),
        // A late pass must leave time for the payment.
        State::Payment(Payment::Due | Payment::Paid) => {
            Some(batch.payment_deadline.max(after(pack.batch.payment_days)))
        }
        State::Over(_) => None,
    }
}
