//! The applicant picks the unit by code or by a part of its name: typed names would differ by a blank.

use api::organisations::Units;
use api::refusal::OrganisationRefusal;
use lambda_http::Request;
use platform::{ApiResult, App, Reply};
use std::sync::Arc;

const MIN_QUERY_CHARS: usize = 2;
const MAX_QUERY_CHARS: usize = 60;

pub(crate) async fn find(app: Arc<App>, request: Request) -> ApiResult<Reply> {
    app.caller(&request).await?;
    let query = platform::query(&request, "q").trim().to_owned();
    if !(MIN_QUERY_CHARS..=MAX_QUERY_CHARS).contains(&query.chars().count()) {
        return Err(OrganisationRefusal::Query.into());
    }
    platform::ok(&Units { units: app.store.find_units(&query).await? })
}
