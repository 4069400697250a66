//! 缴费验证 (R72): only the gateway's answer completes the payment.

use crate::Payments;
use crate::open::own_order;
use crate::paid::{self, Receipt};
use api::payments::{OrderState, PaymentVerified};
use api::refusal::PaymentRefusal;
use domain::workflow::{Action, Application, By, Step};
use lambda_http::Request;
use platform::{ApiError, ApiResult, GatewayState, Order, Reply};
use std::sync::Arc;

pub(crate) async fn verify(state: Arc<Payments>, request: Request) -> ApiResult<Reply> {
    let (application, order) = own_order(&state, &request).await?;
    if order.state == OrderState::Verified {
        return platform::ok(&PaymentVerified { state: application.state });
    }
    let (application, order) = paid_order(&state, application, order).await?;
    let verified = Order { state: OrderState::Verified, revision: order.revision + 1, ..order.clone() };
    let step = Step::silent(Action::VerifyPayment);
    let application =
        state.app.take_step(&application, &step, By::Applicant, Some((&verified, order.revision))).await?;
    platform::ok(&PaymentVerified { state: application.state })
}

/// A lost callback is made good by asking.
async fn paid_order(
    state: &Payments,
    application: Application,
    order: Order,
) -> ApiResult<(Application, Order)> {
    if order.pay_url.is_empty() {
        return Err(PaymentRefusal::NotPaid.into());
    }
    let told = state.gateway.ask(&order.id).await?;
    if told.state != GatewayState::Paid {
        return Err(PaymentRefusal::NotPaid.into());
    }
    if order.state == OrderState::Paid {
        return Ok((application, order));
    }
    let receipt = Receipt {
        amount_fen: told.amount_fen,
        transaction_id: told.transaction_id.unwrap_or_default(),
        paid_at: told.paid_at,
    };
    let application = paid::record(state, &application, &order, receipt).await?;
    let order = state.app.store.order(&order.id).await?;
    Ok((application, order.ok_or_else(|| ApiError::internal("a paid order vanished"))?))
}
