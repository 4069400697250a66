//! Payment orders.

use super::item::{Item, number, with_doc};
use super::{Store, Stored, keys};
use api::payments::OrderState;
use chrono::{DateTime, FixedOffset};
use domain::ids::{ApplicationId, OrderId};
use domain::workflow::Application;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Order {
    pub id: OrderId,
    pub application: ApplicationId,
    pub amount_fen: u32,
    pub state: OrderState,
    /// Empty until the gateway knows it.
    pub pay_url: String,
    pub transaction_id: Option<String>,
    pub paid_at: Option<DateTime<FixedOffset>>,
    pub revision: u64,
}

impl Order {
    pub(super) fn new(id: OrderId, application: &Application, amount_fen: u32) -> Self {
        Self {
            id,
            application: application.id.clone(),
            amount_fen,
            state: OrderState::Created,
            pay_url: String::new(),
            transaction_id: None,
            paid_at: None,
            revision: 0,
        }
    }

    pub(super) fn item(&self) -> Stored<Item> {
        let mut item = with_doc(keys::order(&self.id), self)?;
        item.insert("revision".into(), number(self.revision));
        Ok(item)
    }
}

impl Store {
    pub async fn order(&self, id: &OrderId) -> Stored<Option<Order>> {
        self.get(keys::order(id)).await
    }

    pub async fn put_order(&self, order: &Order, seen: u64) -> Stored<()> {
        self.transact(vec![self.replace(order.item()?, "revision", seen)?]).await
    }
}
