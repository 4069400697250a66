//! What a function holds from its first request to its last.

use crate::caller::{Caller, Relation};
use crate::clock::Clock;
use crate::config::Config;
use crate::error::{ApiError, ApiResult};
use crate::policies::Policies;
use crate::store::Store;
use aws_config::{BehaviorVersion, SdkConfig};
use chrono::NaiveDate;
use domain::form::{Answers, Attachment, Case};
use domain::ids::ApplicationId;
use domain::policy::Policy;
use domain::workflow::CaseFile;
use lambda_http::Request;
use std::collections::BTreeMap;
use std::sync::Arc;

pub struct App {
    pub config: Config,
    pub store: Store,
    pub policies: Policies,
    pub clock: Clock,
}

/// An application with everything that the rules read.
pub struct Loaded {
    pub policy: Arc<Policy>,
    pub answers: Answers,
    pub revisions: BTreeMap<String, u64>,
    pub files: Vec<Attachment>,
    /// Counts every change of the files.
    pub files_revision: u64,
    pub today: NaiveDate,
}

impl App {
    pub async fn start() -> Self {
        let config = Config::from_environment();
        let store = Store::connect(&config).await;
        let policies = Policies::load(&config.policies_dir);
        let clock = Clock::new(config.clock_file.clone());
        Self { config, store, policies, clock }
    }

    /// Who asks; nobody is an error.
    pub async fn caller(&self, request: &Request) -> ApiResult<Caller> {
        self.caller_or_nobody(request).await?.ok_or_else(ApiError::signed_out)
    }

    pub async fn caller_or_nobody(&self, request: &Request) -> ApiResult<Option<Caller>> {
        crate::caller::find(&self.store, request, self.clock.now()).await
    }

    /// The file if the caller may know of it, and how he stands to it.
    pub async fn file_for(&self, caller: &Caller, id: &ApplicationId) -> ApiResult<(CaseFile, Relation)> {
        let file = self.store.file(id).await?.ok_or_else(ApiError::not_found)?;
        let relation = caller.relation_to(&file).ok_or_else(ApiError::not_found)?;
        Ok((file, relation))
    }

    pub async fn load(&self, file: &CaseFile) -> ApiResult<Loaded> {
        let files_revision = self.store.files_revision(&file.id).await?;
        let (sections, files) = self.store.contents(&file.id).await?;
        Ok(Loaded {
            policy: self.policies.get(&file.policy)?,
            revisions: sections.iter().map(|(id, stored)| (id.clone(), stored.revision)).collect(),
            answers: sections.into_iter().map(|(id, stored)| (id, stored.data)).collect(),
            files,
            files_revision,
            today: self.clock.today(),
        })
    }
}

impl Loaded {
    pub fn case<'a>(&'a self, file: &'a CaseFile) -> Case<'a> {
        Case::new(&self.policy, &self.answers, &self.files, self.today).of(file)
    }
}

pub(crate) async fn sdk_config() -> SdkConfig {
    use aws_smithy_http_client::tls::{Provider, rustls_provider::CryptoMode};
    let https =
        aws_smithy_http_client::Builder::new().tls_provider(Provider::Rustls(CryptoMode::Ring)).build_https();
    aws_config::defaults(BehaviorVersion::latest()).http_client(https).load().await
}
