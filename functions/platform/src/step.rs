//! A step of an application: load → decide → commit.

use crate::app::App;
use crate::error::ApiResult;
use crate::route;
use crate::store::{Commit, Order};
use api::refusal::ApplicationRefusal;
use chrono::{DateTime, FixedOffset};
use domain::form::Case;
use domain::workflow::{Action, Application, By, Circumstances, Step, decide};
use std::collections::BTreeMap;

/// A step as it is asked for.
pub struct AskedStep<'a> {
    pub step: &'a Step,
    pub by: By,
    /// The moment that decides what is in time.
    pub received: DateTime<FixedOffset>,
    /// The revisions of the sections that the decision rests on in the eyes of whoever takes it.
    pub seen: Option<&'a BTreeMap<String, u64>>,
    /// Changes with the step: as it is to be, and the revision that was read.
    pub order: Option<(&'a Order, u64)>,
}

impl App {
    /// Takes a step and returns the application after it.
    ///
    /// # Errors
    ///
    /// The refusal of `decide`; `E_FORMS_MOVED` where a section is not what was seen; `E_APPLICATION_MOVED` where
    /// something that the decision read has changed since.
    pub async fn take_step(&self, application: &Application, asked: AskedStep<'_>) -> ApiResult<Application> {
        let AskedStep { step, by, received, seen, order } = asked;
        let loaded = self.load(application).await?;
        let revision = |section: &String| loaded.revisions.get(section).copied().unwrap_or_default();
        if seen.into_iter().flatten().any(|(section, seen)| revision(section) != *seen) {
            return Err(ApplicationRefusal::FormsOvertaken.into());
        }
        let submits = step.action == Action::Submit;
        let route = if submits { route::compute(self, application, &loaded).await? } else { Vec::new() };
        let at = Circumstances {
            case: Case { today: received.date_naive(), ..loaded.case(application) },
            batch: &loaded.batch,
            route: &route,
            now: received,
        };
        let decision = decide(application, step, by, &at)?;
        Ok(self.store.commit(Commit { before: application, decision, loaded: &loaded, order }).await?)
    }
}
