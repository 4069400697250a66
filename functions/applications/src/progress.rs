//! 职称申报进度 (R65) and 查看进度 (R97): the same timeline for the applicant and for every office on its way.

use api::applications::{PaymentNotice, Progress, Summary};
use domain::ids::ApplicationId;
use domain::workflow;
use lambda_http::Request;
use platform::{ApiResult, App, Reply};
use std::sync::Arc;

pub(crate) async fn read(app: Arc<App>, request: Request) -> ApiResult<Reply> {
    let caller = app.caller(&request).await?;
    let id = ApplicationId::new(platform::parameter(&request, "application")?);
    let (application, relation) = app.application_for(&caller, &id).await?;
    let application = relation.view(application);
    let pack = app.packs.get(&application.pack)?;
    let log = app.store.log(&id).await?;
    let is_senior = pack.is_senior(&application.target_title);
    let order = match &application.order {
        Some(order) => app.store.order(order).await?,
        None => None,
    };
    let due = app.due(&application).await?;
    platform::ok(&Progress {
        summary: Summary::of(&application, due),
        steps: workflow::progress(&application, &log, is_senior, due),
        history: workflow::history(&log),
        payment: order.map(|order| PaymentNotice { amount_fen: order.amount_fen, deadline: due }),
    })
}
