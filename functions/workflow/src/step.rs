//! One step of the process: who → load → decide → commit → answer.

use api::workflow::{StepTaken, TakeStep};
use domain::ids::ApplicationId;
use domain::workflow::Action;
use lambda_http::Request;
use platform::{ApiError, ApiResult, App, Reply};
use std::sync::Arc;

/// Conditional on the revision that the person saw: of two who decide at once, one is told so.
pub(crate) async fn take(app: Arc<App>, request: Request) -> ApiResult<Reply> {
    let caller = app.caller(&request).await?;
    let id = ApplicationId::new(platform::parameter(&request, "application")?);
    let TakeStep { step, revision } = platform::body(&request)?;
    let (file, relation) = app.file_for(&caller, &id).await?;
    let by = relation.acts_as()?;
    if file.revision != revision {
        return Err(ApiError::conflict("E_FILE_MOVED", "该申报已被处理或更新，请刷新页面查看最新状态"));
    }
    if step.action == Action::VerifyPayment {
        return Err(ApiError::conflict("E_STEP_NOT_POSSIBLE", "请在缴费页面点击“缴费验证”"));
    }
    let file = app.take_step(&file, &step, by, None).await?;
    platform::ok(&StepTaken { state: file.state, revision: file.revision })
}
