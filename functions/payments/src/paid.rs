//! An order turns paid once, whoever brings the news: the callback or the query.

use crate::Payments;
use api::payments::OrderState;
use api::refusal::PaymentRefusal;
use chrono::{DateTime, FixedOffset};
use domain::workflow::{Action, Application, By, Step};
use platform::{ApiResult, Order};

/// The gateway's word on a paid order.
pub(crate) struct Receipt {
    pub(crate) amount_fen: u32,
    pub(crate) transaction_id: String,
    pub(crate) paid_at: Option<DateTime<FixedOffset>>,
}

pub(crate) async fn record(
    state: &Payments,
    application: &Application,
    order: &Order,
    receipt: Receipt,
) -> ApiResult<Application> {
    if receipt.amount_fen != order.amount_fen {
        tracing::warn!(order = %order.id, "paid amount differs from the order");
        return Err(PaymentRefusal::Amount.into());
    }
    let paid = Order {
        state: OrderState::Paid,
        transaction_id: Some(receipt.transaction_id),
        paid_at: receipt.paid_at,
        revision: order.revision + 1,
        ..order.clone()
    };
    let step = Step::silent(Action::RecordPaid);
    state.app.take_step(application, &step, By::Gateway, Some((&paid, order.revision))).await
}
