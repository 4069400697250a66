//! One step of the process: who → load → decide → commit → answer.

use api::refusal::ApplicationRefusal;
use api::workflow::{StepTaken, TakeStep};
use domain::ids::ApplicationId;
use domain::workflow::Action;
use lambda_http::Request;
use platform::{ApiResult, App, Reply};
use std::sync::Arc;

/// Takes a step at the revision that the person saw: of two who decide at once, one is told so.
pub(crate) async fn take(app: Arc<App>, request: Request) -> ApiResult<Reply> {
    let caller = app.caller(&request).await?;
    let id = ApplicationId::new(platform::parameter(&request, "application")?);
    let TakeStep { step, revision } = platform::body(&request)?;
    let (application, relation) = app.application_for(&caller, &id).await?;
    let by = relation.acts_as()?;
    if application.revision != revision {
        return Err(ApplicationRefusal::Overtaken.into());
    }
    if step.action == Action::VerifyPayment {
        return Err(ApplicationRefusal::VerifiedElsewhere.into());
    }
    let application = app.take_step(&application, &step, by, None).await?;
    platform::ok(&StepTaken { state: application.state, revision: application.revision })
}
