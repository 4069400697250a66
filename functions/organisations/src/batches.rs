//! Dates and fees of a cycle. A batch without fees or with deadlines out of order does not open.

use api::organisations::Batches;
use api::refusal::OrganisationRefusal;
use domain::batch::Batch;
use domain::workflow::{Office, Stage};
use lambda_http::Request;
use platform::{ApiError, ApiResult, App, Caller, Reply};
use std::sync::Arc;

/// Lists the batches, publicly: applicants see the dates before they register. Each names the pack that a new
/// application is started under.
pub(crate) async fn list(app: Arc<App>, _request: Request) -> ApiResult<Reply> {
    let mut batches = app.store.batches().await?;
    for batch in &mut batches {
        if let Ok(newest) = app.packs.newest_version(&batch.pack) {
            batch.pack.clone_from(&newest.id);
        }
    }
    platform::ok(&Batches { batches })
}

pub(crate) async fn set(app: Arc<App>, request: Request) -> ApiResult<Reply> {
    require_series_office(&app.caller(&request).await?)?;
    let id = platform::parameter(&request, "batch")?;
    let batch: Batch = platform::body(&request)?;
    if batch.pack != id {
        return Err(OrganisationRefusal::OtherBatch.into());
    }
    let first = app.packs.batch_id(&id);
    if first != id {
        return Err(OrganisationRefusal::RevisedPack { first: first.to_owned() }.into());
    }
    batch.check(&*app.packs.newest_version(&id)?).map_err(OrganisationRefusal::Batch)?;
    app.store.set_batch(&batch).await?;
    platform::ok(&batch)
}

fn require_series_office(caller: &Caller) -> ApiResult<()> {
    match caller.officer() {
        Some((_, Stage::Office(Office::Series))) => Ok(()),
        Some((
            _,
            Stage::Unit | Stage::Office(Office::Supervisor | Office::CountyTitle | Office::CountyIndustry),
        ))
        | None => Err(ApiError::not_found()),
    }
}
