//! Lists what waits for the officer's organisation, and what it has seen (R97).

use api::applications::Summary;
use api::workflow::Queue;
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
    platform::ok(&Queue {
        waiting: waiting.iter().map(Summary::of).collect(),
        others: others.map(Summary::of).collect(),
    })
}
