//! 缴费验证 (R72): only the gateway's answer completes the payment.

use crate::Payments;
use crate::open::own_order;
use api::payments::{OrderState, PaymentVerified};
use api::refusal::PaymentRefusal;
use domain::workflow::{Action, Application, By, Payment, State, Step};
use lambda_http::Request;
use platform::{ApiError, ApiResult, AskedStep, GatewayState, Order, Reply};
use std::sync::Arc;

pub(crate) async fn verify(state: Arc<Payments>, request: Request) -> ApiResult<Reply> {
    let (application, order) = own_order(&state, &request).await?;
    if order.state == OrderState::Verified {
        return platform::ok(&PaymentVerified { state: application.state });
    }
    let (application, order) = paid_order(&state, application, order).await?;
    let verified = Order { state: OrderState::Verified, revision: order.revision + 1, ..order.clone() };
    let step = Step::silent(Action::VerifyPayment);
    let received = state.app.clock.received(&request);
    let order = Some((&verified, order.revision));
    let asked = AskedStep { step: &step, by: By::Applicant, received, seen: None, order };
    let application = state.app.take_step(&application, asked).await?;
    platform::ok(&PaymentVerified { state: application.state })
}

/// A lost callback is made good by asking.
async fn paid_order(
    state: &Payments,
    application: Application,
    order: Order,
) -> ApiResult<(Application, Order)> {
    if order.state == OrderState::Created && order.pay_url.is_empty() {
        return Err(PaymentRefusal::NotPaid.into());
    }
    let told = state.gateway.ask(&order.id).await?;
    if told.state != GatewayState::Paid {
        return Err(PaymentRefusal::NotPaid.into());
    }
    if order.state == OrderState::Paid && application.state == State::Payment(Payment::Paid) {
        return Ok((application, order));
    }
    let application = state.app.record_payment(&application, &order, told.into()).await?;
    let order = state.app.store.order(&order.id).await?;
    Ok((application, order.ok_or_else(|| ApiError::internal("a paid order vanished"))?))
}
