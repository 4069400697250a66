//! Whether a sheet still holds, for anybody who stands before one.

use crate::Publicity;
use api::refusal::SheetRefusal;
use api::workflow::CheckedSheet;
use chrono::Duration;
use domain::workflow::Application;
use lambda_http::Request;
use platform::{ApiResult, Reply, SheetOf};
use std::sync::Arc;

const CHECKS_PER_HOUR: u64 = 60;

/// Answers with version, day, standing and surname, and with nothing else. The code may be typed in groups.
pub(crate) async fn check(state: Arc<Publicity>, request: Request) -> ApiResult<Reply> {
    let (store, now) = (&state.app.store, state.app.clock.now());
    let address = platform::source_address(&request);
    if !store.count_use("check-address", &address, CHECKS_PER_HOUR, Duration::hours(1), now).await? {
        return Err(SheetRefusal::TooManyChecks.into());
    }
    let typed = platform::parameter(&request, "code")?;
    let code: String = typed.chars().filter(char::is_ascii_alphanumeric).collect();
    let sheet = store.sheet(&code.to_ascii_lowercase()).await?.ok_or(SheetRefusal::UnknownCode)?;
    let application = store.application(&sheet.application).await?;
    let checked = application.and_then(|application| checked(&application, &sheet));
    platform::ok(&checked.ok_or(SheetRefusal::UnknownCode)?)
}

fn checked(application: &Application, sheet: &SheetOf) -> Option<CheckedSheet> {
    let table = application.tables().find(|table| table.table_version == sheet.table_version)?;
    Some(CheckedSheet {
        surname: application.applicant_name.chars().take(1).collect(),
        table_version: table.table_version,
        generated_on: table.generated_on,
        standing: application.standing_of(table.table_version)?,
    })
}
