//! Bodies of `functions/payments`.

use chrono::{DateTime, FixedOffset, NaiveDate};
use domain::ids::OrderId;
use domain::workflow::State;
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum OrderState {
    Created,
    Paid,
    Verified,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PaymentOrder {
    pub order: OrderId,
    pub amount_fen: u32,
    pub state: OrderState,
    pub deadline: Option<NaiveDate>,
    /// The address that the QR code holds, and the link on the phone that would otherwise scan it.
    pub pay_url: String,
}

/// The gateway's word that an order was paid.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PaymentCallback {
    pub order_id: OrderId,
    pub amount_fen: u32,
    pub transaction_id: String,
    pub paid_at: DateTime<FixedOffset>,
    pub state: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PaymentVerified {
    pub state: State,
}
