//! The state that a function holds from its first request to its last.

use crate::caller::{Caller, Relation};
use crate::clock::Clock;
use crate::config::Config;
use crate::error::{ApiError, ApiResult};
use crate::loaded::Loaded;
use crate::packs::Packs;
use crate::store::{Order, Store, StoreError};
use api::refusal::ApiRefusal;
use domain::ids::ApplicationId;
use domain::workflow::Application;
use lambda_http::Request;

pub struct App {
    pub config: Config,
    pub store: Store,
    pub packs: Packs,
    pub clock: Clock,
}

impl App {
    pub async fn start() -> Self {
        let config = Config::from_environment();
        let store = Store::connect(&config).await;
        let packs = Packs::load(&config.packs_dir);
        let clock = Clock::new(config.clock_file.clone());
        Self { config, store, packs, clock }
    }

    /// Returns the caller; nobody is an error.
    pub async fn caller(&self, request: &Request) -> ApiResult<Caller> {
        self.caller_or_nobody(request).await?.ok_or_else(|| ApiRefusal::SignedOut.into())
    }

    pub async fn caller_or_nobody(&self, request: &Request) -> ApiResult<Option<Caller>> {
        crate::caller::find(&self.store, request, self.clock.now()).await
    }

    /// The application if the caller may know of it, and how he stands to it. Whoever holds it has opened it by that.
    pub async fn application_for(
        &self,
        caller: &Caller,
        id: &ApplicationId,
    ) -> ApiResult<(Application, Relation)> {
        loop {
            let application = self.store.application(id).await?.ok_or_else(ApiError::not_found)?;
            let relation = caller.relation_to(&application).ok_or_else(ApiError::not_found)?;
            if application.opened || !relation.holds(&application) {
                return Ok((application, relation));
            }
            match self.store.open(&application, self.clock.now()).await {
                Ok(()) | Err(StoreError::Changed) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// Returns the order of the fee; none before the series office has passed the application.
    pub async fn order_of(&self, application: &Application) -> ApiResult<Option<Order>> {
        let Some(id) = &application.order else { return Ok(None) };
        let order = self.store.order(id).await?;
        order.map(Some).ok_or_else(|| ApiError::internal("an application names an order that does not exist"))
    }

    pub async fn load(&self, application: &Application) -> ApiResult<Loaded> {
        let scans_revision = self.store.scans_revision(&application.id).await?;
        let (sections, scans) = self.store.contents(&application.id).await?;
        Ok(Loaded {
            pack: self.packs.get(&application.pack)?,
            batch: self.batch_of(application).await?,
            revisions: sections.iter().map(|(id, stored)| (id.clone(), stored.revision)).collect(),
            answers: sections.into_iter().map(|(id, stored)| (id, stored.data)).collect(),
            scans,
            scans_revision,
            today: self.clock.today(),
        })
    }
}
