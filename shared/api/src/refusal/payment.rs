//! Refusals of paying the fee and of verifying that it is paid.

use super::answer::Answer;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum PaymentRefusal {
    /// The application is not approved yet.
    NothingDue,
    NotPaid,
    /// The gateway holds another amount than the order.
    Amount,
    GatewayDown,
    /// A callback that the gateway did not sign.
    Signature,
}

impl PaymentRefusal {
    pub(super) fn answer(&self) -> Answer {
        match self {
            Self::NothingDue => Answer::conflict("E_NOTHING_TO_PAY"),
            Self::NotPaid => Answer::conflict("E_NOT_PAID"),
            Self::Amount => Answer::conflict("E_AMOUNT"),
            Self::GatewayDown => Answer::new(503, "E_GATEWAY_DOWN"),
            Self::Signature => Answer::new(401, "E_SIGNATURE"),
        }
    }
}
