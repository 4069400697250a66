//! The gateway tells that an order was paid. Told twice, it is recorded once.

use crate::Payments;
use api::payments::{OrderState, PaymentCallback};
use api::refusal::PaymentRefusal;
use api::routes::Route;
use lambda_http::Request;
use platform::{ApiError, ApiResult, Receipt, Reply};
use std::sync::Arc;

pub(crate) async fn receive(state: Arc<Payments>, request: Request) -> ApiResult<Reply> {
    let header =
        |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let (timestamp, signature) = (header("x-gateway-timestamp"), header("x-gateway-signature"));
    let path = Route::PaymentCallback.path();
    if !state.gateway.is_genuine(timestamp, signature, path, request.body().as_ref()) {
        return Err(PaymentRefusal::Signature.into());
    }
    let told: PaymentCallback = platform::body(&request)?;
    let order = state.app.store.order(&told.order_id).await?.ok_or_else(ApiError::not_found)?;
    if told.state != "paid" || order.state != OrderState::Created {
        return platform::no_content();
    }
    let application =
        state.app.store.application(&order.application).await?.ok_or_else(ApiError::not_found)?;
    let receipt = Receipt {
        amount_fen: told.amount_fen,
        transaction_id: told.transaction_id,
        paid_at: Some(told.paid_at),
    };
    state.app.record_payment(&application, &order, receipt).await?;
    platform::no_content()
}
