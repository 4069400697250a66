//! Due dates, derived from the batches when they are read.

use crate::app::App;
use crate::error::{ApiError, ApiResult};
use crate::packs::Packs;
use chrono::NaiveDate;
use domain::batch::Batch;
use domain::workflow::Application;
use std::collections::BTreeMap;

/// The batches as they are now, for any number of applications.
pub struct DueDates<'a> {
    packs: &'a Packs,
    batches: BTreeMap<String, Batch>,
}

impl App {
    pub async fn due_dates(&self) -> ApiResult<DueDates<'_>> {
        let batches = self.store.batches().await?;
        let batches = batches.into_iter().map(|batch| (batch.pack.clone(), batch)).collect();
        Ok(DueDates { packs: &self.packs, batches })
    }

    /// Returns the batch of an application.
    pub async fn batch_of(&self, application: &Application) -> ApiResult<Batch> {
        let batch = self.store.batch(self.packs.batch_id(&application.pack)).await?;
        batch.ok_or_else(|| ApiError::internal("an application without a batch"))
    }

    /// Returns the last day for whoever holds the application.
    pub async fn due(&self, application: &Application) -> ApiResult<Option<NaiveDate>> {
        let batch = self.batch_of(application).await?;
        Ok(application.due(&*self.packs.get(&application.pack)?, &batch))
    }
}

impl DueDates<'_> {
    /// Returns the batch of the pack, which its later versions share.
    pub fn batch(&self, pack: &str) -> Option<&Batch> {
        self.batches.get(self.packs.batch_id(pack))
    }

    pub fn of(&self, application: &Application) -> Option<NaiveDate> {
        let pack = self.packs.get(&application.pack).ok()?;
        application.due(&pack, self.batch(&pack.id)?)
    }
}
