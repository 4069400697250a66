//! An order turns paid once, whoever brings the news: the callback, the query or the clock.

use crate::app::App;
use crate::error::ApiResult;
use crate::gateway::GatewayOrder;
use crate::step::AskedStep;
use crate::store::Order;
use api::payments::OrderState;
use api::refusal::PaymentRefusal;
use chrono::{DateTime, FixedOffset};
use domain::workflow::{Action, Application, By, Ending, State, Step};

/// The gateway's word on a paid order.
pub struct Receipt {
    pub amount_fen: u32,
    pub transaction_id: String,
    pub paid_at: Option<DateTime<FixedOffset>>,
}

impl From<GatewayOrder> for Receipt {
    fn from(told: GatewayOrder) -> Self {
        let transaction_id = told.transaction_id.unwrap_or_default();
        Self { amount_fen: told.amount_fen, transaction_id, paid_at: told.paid_at }
    }
}

impl App {
    /// Records that the order is paid, and takes the step that follows from it.
    ///
    /// # Errors
    ///
    /// `E_AMOUNT` if another amount was paid than the order's; those of [`take_step`](Self::take_step).
    pub async fn record_payment(
        &self,
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
        // Money that came too late (§5.7) is on record; what becomes of it the office decides.
        if application.state == State::Over(Ending::Expired) {
            tracing::warn!(order = %order.id, "paid after the application had expired");
            self.store.put_order(&paid, order.revision).await?;
            return Ok(application.clone());
        }
        let step = Step::silent(Action::RecordPaid);
        let order = Some((&paid, order.revision));
        let received = self.clock.now();
        let asked = AskedStep { step: &step, by: By::Gateway, received, seen: None, order };
        self.take_step(application, asked).await
    }
}
