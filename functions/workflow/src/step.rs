//! One step of the process: who → load → decide → commit → answer.

use api::refusal::ApplicationRefusal;
use api::workflow::{StepTaken, TakeStep};
use domain::ids::ApplicationId;
use domain::workflow::Action;
use lambda_http::Request;
use platform::{ApiResult, App, AskedStep, Reply};
use std::sync::Arc;

/// Takes a step at the revision that the person saw: of two who decide at once, one is told so.
pub(crate) async fn take(app: Arc<App>, request: Request) -> ApiResult<Reply> {
    let caller = app.caller(&request).await?;
    let id = ApplicationId::new(platform::parameter(&request, "application")?);
    let TakeStep { step, revision, seen } = platform::body(&request)?;
    let (application, relation) = app.application_for(&caller, &id).await?;
    if application.revision != revision {
        return Err(ApplicationRefusal::Overtaken.into());
    }
    if step.action == Action::VerifyPayment {
        return Err(ApplicationRefusal::VerifiedElsewhere.into());
    }
    let by = if step.action == Action::TakeBack {
        caller.takes_back(&application)?
    } else {
        relation.acts_as(&application)?
    };
    let received = app.clock.received(&request);
    let asked = AskedStep { step: &step, by, received, seen: Some(&seen), order: None };
    let application = app.take_step(&application, asked).await?;
    platform::ok(&StepTaken { state: application.state, revision: application.revision })
}
