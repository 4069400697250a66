//! An application together with everything that the rules read of it.

use chrono::NaiveDate;
use domain::form::{Answers, Attachment, Case};
use domain::pack::Pack;
use domain::workflow::CaseFile;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The pack, the answers and the scans of one application, as they were read, and today's date.
pub struct Loaded {
    pub pack: Arc<Pack>,
    pub answers: Answers,
    pub revisions: BTreeMap<String, u64>,
    pub files: Vec<Attachment>,
    /// Counts every change of the files.
    pub files_revision: u64,
    pub today: NaiveDate,
}

impl Loaded {
    pub fn case<'a>(&'a self, file: &'a CaseFile) -> Case<'a> {
        Case::new(&self.pack, &self.answers, &self.files, self.today).of(file)
    }
}
