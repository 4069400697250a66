//! One write of one item, conditional on the revision that the browser saw.

use crate::Sections;
use api::applications::{SaveSection, Saved};
use domain::form::accept;
use domain::ids::ApplicationId;
use domain::workflow::CaseFile;
use lambda_http::Request;
use platform::{ApiError, ApiResult, App, Caller, Loaded, Reply, Save};
use std::sync::Arc;

pub(crate) async fn save(state: Arc<Sections>, request: Request) -> ApiResult<Reply> {
    let app = &state.app;
    let caller = app.caller(&request).await?;
    let SaveSection { revision, data } = platform::body(&request)?;
    let (file, loaded, section) = open_section(app, &caller, &request).await?;
    let section = loaded.policy.section(&section).ok_or_else(ApiError::not_found)?;
    let case = loaded.case();
    let data =
        accept(&case, section, data).map_err(|refusal| ApiError::invalid("/data", refusal.to_string()))?;
    let now = app.clock.now();
    match app.store.save_section(&file.id, &section.id, revision, &data, now).await? {
        Save::Done { revision } => platform::ok(&Saved { revision, saved_at: now }),
        Save::Stale(current) => Err(ApiError::stale(*current)),
        Save::Frozen => Err(frozen()),
    }
}

/// The section of the path, if the caller fills it and it is open.
pub(crate) async fn open_section(
    app: &App,
    caller: &Caller,
    request: &Request,
) -> ApiResult<(CaseFile, Loaded, String)> {
    let id = ApplicationId::new(platform::parameter(request, "application")?);
    let section = platform::parameter(request, "section")?;
    let (file, relation) = app.file_for(caller, &id).await?;
    let policy = app.policies.get(&file.policy)?;
    let filled_by = policy.section(&section).ok_or_else(ApiError::not_found)?.filled_by;
    if !relation.fills(filled_by) {
        return Err(ApiError::not_found());
    }
    let loaded = app.load(&file).await?;
    Ok((file, loaded, section))
}

pub(crate) fn frozen() -> ApiError {
    ApiError::conflict("E_NOT_EDITABLE", "材料已提交或已上报，目前不能修改，请刷新页面查看最新进度")
}
