//! An application together with everything that the rules read of it.

use chrono::NaiveDate;
use domain::batch::Batch;
use domain::form::{Answers, Case, Scan};
use domain::pack::Pack;
use domain::workflow::Application;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The pack, the batch, the answers and the scans of one application, as they were read, and today's date.
pub struct Loaded {
    pub pack: Arc<Pack>,
    pub batch: Batch,
    pub answers: Answers,
    pub revisions: BTreeMap<String, u64>,
    pub scans: Vec<Scan>,
    /// Counts every change of the scans.
    pub scans_revision: u64,
    pub today: NaiveDate,
}

impl Loaded {
    pub fn case<'a>(&'a self, application: &'a Application) -> Case<'a> {
        let mut case = Case::new(&self.pack, &self.answers, &self.scans, self.today).of(application);
        case.filing.material_deadline = Some(self.batch.personal_deadline);
        case.filing.review_deadline = Some(self.batch.series_deadline);
        case
    }
}
