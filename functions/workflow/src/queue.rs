//! Lists what waits for the officer's organisation, and what it has seen (R97).

use api::applications::Summary;
use api::workflow::Queue;
use domain::workflow::Application;
use lambda_http::Request;
use platform::{ApiError, ApiResult, App, Reply};
use std::sync::Arc;

pub(crate) async fn read(app: Arc<App>, request: Request) -> ApiResult<Reply> {
    let caller = app.caller(&request).await?;
    let (organisation, _) = caller.officer().ok_or_else(ApiError::not_found)?;
    let waiting = app.store.waiting_for(organisation).await?;
    let seen = app.store.applications_seen_by(organisation).await?;
    // A committee that was chosen anew takes the application off the way of an office that has seen it.
    let others = seen.iter().filter(|application| application.is_visible_to(organisation));
    let others = others.filter(|application| !waiting.iter().any(|other| other.id == application.id));
    let due = app.due_dates().await?;
    let summary = |application: &Application| Summary::of(&application.as_submitted(), due.of(application));
    let mut waiting: Vec<Summary> = waiting.iter().map(summary).collect();
    waiting.sort_by_key(|summary| summary.due);
    platform::ok(&Queue { waiting, others: others.map(summary).collect() })
}
