//! Dates and fees of a cycle. A batch without fees or with deadlines out of order does not open.

use api::organisations::Batches;
use domain::batch::{Batch, BatchFault};
use domain::workflow::{Office, Stage};
use lambda_http::Request;
use platform::{ApiError, ApiResult, App, Caller, Reply};
use std::sync::Arc;

/// Public: applicants see the dates before they register. Each batch names the pack that a new application is
/// started under.
pub(crate) async fn list(app: Arc<App>, _request: Request) -> ApiResult<Reply> {
    let mut batches = app.store.batches().await?;
    for batch in &mut batches {
        if let Ok(newest) = app.policies.newest_version(&batch.policy) {
            batch.policy.clone_from(&newest.id);
        }
    }
    platform::ok(&Batches { batches })
}

pub(crate) async fn set(app: Arc<App>, request: Request) -> ApiResult<Reply> {
    require_series_office(&app.caller(&request).await?)?;
    let id = platform::parameter(&request, "batch")?;
    let batch: Batch = platform::body(&request)?;
    if batch.policy != id {
        return Err(ApiError::invalid("/policy", "批次编号与地址不一致"));
    }
    let first = app.policies.batch_id(&id);
    if first != id {
        return Err(ApiError::invalid("/policy", format!("这是{first}的修订版，批次日期请在{first}中设置")));
    }
    batch
        .check(&*app.policies.newest_version(&id)?)
        .map_err(|fault| ApiError::invalid(pointer(&fault), fault.to_string()))?;
    app.store.set_batch(&batch).await?;
    platform::ok(&batch)
}

fn pointer(fault: &BatchFault) -> &'static str {
    match fault {
        BatchFault::DatesOutOfOrder | BatchFault::Calendar(_) => "/personal_deadline",
        BatchFault::NoTimeForPublicity(_) => "/unit_deadline",
        BatchFault::FeeMissing(_) => "/fees_fen",
    }
}

fn require_series_office(caller: &Caller) -> ApiResult<()> {
    match caller.officer() {
        Some((_, Stage::Office(Office::Series))) => Ok(()),
        Some((
            _,
            Stage::Unit
            | Stage::Office(Office::Supervisor)
            | Stage::Office(Office::CountyTitle)
            | Stage::Office(Office::CountyIndustry),
        ))
        | None => Err(ApiError::not_found()),
    }
}
