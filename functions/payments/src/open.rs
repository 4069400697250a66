//! 缴费: the order with what its QR code holds (R70).

use crate::Payments;
use api::payments::{OrderState, PaymentOrder};
use api::refusal::PaymentRefusal;
use api::routes::Route;
use domain::ids::ApplicationId;
use domain::workflow::{Application, Ending, State};
use lambda_http::Request;
use platform::{ApiError, ApiResult, Order, Relation, Reply};
use std::sync::Arc;

pub(crate) async fn open(state: Arc<Payments>, request: Request) -> ApiResult<Reply> {
    let (application, mut order) = own_order(&state, &request).await?;
    if application.state == State::Over(Ending::Expired) {
        return Err(PaymentRefusal::NothingDue.into());
    }
    if order.state == OrderState::Created && order.pay_url.is_empty() {
        let origin = &state.app.config.site_origin;
        let notify_url = format!("{origin}{}", Route::PaymentCallback.path());
        let return_url = format!("{origin}/applications/{}/payment", application.id);
        let subject = "职称评审费";
        order.pay_url =
            state.gateway.open(&order.id, order.amount_fen, subject, notify_url, return_url).await?;
        order.revision += 1;
        state.app.store.put_order(&order, order.revision - 1).await?;
    }
    platform::ok(&PaymentOrder {
        order: order.id,
        amount_fen: order.amount_fen,
        state: order.state,
        deadline: state.app.due(&application).await?,
        pay_url: order.pay_url,
    })
}

/// The applicant's own, once the series office has passed the application.
pub(crate) async fn own_order(state: &Payments, request: &Request) -> ApiResult<(Application, Order)> {
    let app = &state.app;
    let caller = app.caller(request).await?;
    let id = ApplicationId::new(platform::parameter(request, "application")?);
    let (application, relation) = app.application_for(&caller, &id).await?;
    if relation != Relation::Applicant {
        return Err(ApiError::not_found());
    }
    let order = app.order_of(&application).await?.ok_or(PaymentRefusal::NothingDue)?;
    Ok((application, order))
}
