//! The surroundings of a decision.

use super::route::Station;
use crate::batch::Batch;
use crate::form::Case;
use chrono::{DateTime, FixedOffset};

/// Everything that a decision reads besides the application and the step.
#[derive(Clone, Copy, Debug)]
pub struct Circumstances<'a> {
    pub case: Case<'a>,
    pub batch: &'a Batch,
    /// The route as it would be frozen now; only a submission looks at it.
    pub route: &'a [Station],
    pub now: DateTime<FixedOffset>,
}
