//! A step of an application: load → decide → commit.

use crate::app::App;
use crate::error::{ApiError, ApiResult};
use crate::route;
use crate::store::{Commit, Order};
use domain::workflow::{Action, Application, By, Circumstances, Step, decide};

impl App {
    /// Takes a step and returns the application after it. `order` changes with the step: as it is to be, and the
    /// revision that was read.
    ///
    /// # Errors
    ///
    /// The refusal of `decide`; `E_APPLICATION_MOVED` where something that the decision read has changed since.
    pub async fn take_step(
        &self,
        application: &Application,
        step: &Step,
        by: By,
        order: Option<(&Order, u64)>,
    ) -> ApiResult<Application> {
        let loaded = self.load(application).await?;
        let batch = self.store.batch(self.packs.batch_id(&application.pack)).await?;
        let batch = batch.ok_or_else(|| ApiError::internal("an application without a batch"))?;
        let submits = step.action == Action::Submit;
        let route = if submits { route::compute(self, application, &loaded).await? } else { Vec::new() };
        let at = Circumstances {
            case: loaded.case(application),
            batch: &batch,
            route: &route,
            now: self.clock.now(),
        };
        let decision = decide(application, step, by, &at)?;
        Ok(self.store.commit(Commit { before: application, decision, loaded: &loaded, order }).await?)
    }
}
