//! Messages that exist because a step does, and what became of each.

use super::error::is_made;
use super::item::{Item, doc, number, text, with_doc, with_key};
use super::{Store, StoreError, Stored, keys};
use chrono::{DateTime, Duration, FixedOffset};
use domain::ids::{AccountId, ApplicationId};
use domain::messages::Message;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OutboxEntry {
    pub id: String,
    /// The pack whose words are sent.
    pub pack: String,
    pub message: Message,
    pub target: OutboxTarget,
    pub created_at: DateTime<FixedOffset>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum OutboxTarget {
    Account(AccountId),
    /// The number that the applicant gave in 个人基本信息 (R17).
    Applicant(ApplicationId),
    /// A code goes to a number that may have no account yet.
    Mobile(String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutboxState {
    Sent,
    /// The provider may have taken it; somebody has to look, nobody sends it again.
    Unknown,
    Failed,
}

const MAX_ATTEMPTS: u64 = 5;
/// The time after which a claim is void: longer than a sender lives.
const CLAIM: Duration = Duration::minutes(2);

impl OutboxEntry {
    pub(super) fn item(&self) -> Stored<Item> {
        let mut item = with_doc(keys::outbox(&self.id), self)?;
        item.insert("state".into(), text("Pending"));
        item.insert("attempts".into(), number(0));
        item.insert("claimed_at".into(), number(0));
        item.insert("unsent_pk".into(), text(keys::UNSENT));
        item.insert("unsent_sk".into(), text(self.created_at.to_rfc3339()));
        Ok(item)
    }
}

impl Store {
    /// Returns the ids of entries that the stream may have lost.
    pub async fn unsent(&self) -> Stored<Vec<String>> {
        let query = self.client.query().table_name(&self.table).index_name("unsent");
        let page = query
            .key_condition_expression("unsent_pk = :pk")
            .expression_attribute_values(":pk", text(keys::UNSENT))
            .limit(100)
            .send()
            .await
            .map_err(StoreError::of)?;
        let pks = page.items.unwrap_or_default().into_iter().filter_map(|mut item| item.remove("pk"));
        Ok(pks.filter_map(|pk| Some(pk.as_s().ok()?.strip_prefix("OUTBOX#")?.to_owned())).collect())
    }

    /// The right to send one entry, for one sender. None: sent, being sent, or tried too often.
    pub async fn claim(&self, id: &str, now: DateTime<FixedOffset>) -> Stored<Option<OutboxEntry>> {
        let update = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(with_key(keys::outbox(id))))
            .update_expression("SET #state = :sending, claimed_at = :now ADD attempts :one")
            .condition_expression("#state = :pending AND attempts < :most")
            .expression_attribute_names("#state", "state")
            .expression_attribute_values(":sending", text("Sending"))
            .expression_attribute_values(":pending", text("Pending"))
            .expression_attribute_values(":now", number(now.timestamp()))
            .expression_attribute_values(":one", number(1))
            .expression_attribute_values(":most", number(MAX_ATTEMPTS))
            .return_values(aws_sdk_dynamodb::types::ReturnValue::AllNew);
        match update.send().await.map_err(StoreError::of) {
            Ok(updated) => updated.attributes.as_ref().map(doc).transpose(),
            Err(StoreError::Changed) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// A sender died between claim and answer: the provider may have taken it.
    pub async fn abandon_stale(&self, id: &str, now: DateTime<FixedOffset>) -> Stored<bool> {
        let before = (now - CLAIM).timestamp();
        is_made(self.settle_if(id, "Sending", "Unknown", "", Some(before)).await)
    }

    /// Takes an entry out of the index of unsent ones; a code's digits are not kept.
    pub async fn settle(&self, id: &str, state: OutboxState, provider_id: &str) -> Stored<()> {
        let state = match state {
            OutboxState::Sent => "Sent",
            OutboxState::Unknown => "Unknown",
            OutboxState::Failed => "Failed",
        };
        self.settle_if(id, "Sending", state, provider_id, None).await
    }

    async fn settle_if(
        &self,
        id: &str,
        from: &str,
        to: &str,
        provider_id: &str,
        claimed_before: Option<i64>,
    ) -> Stored<()> {
        let update = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(with_key(keys::outbox(id))))
            .update_expression(
                "SET #state = :to, provider_id = :provider REMOVE unsent_pk, unsent_sk, doc.message.code",
            )
            .condition_expression("#state = :from AND claimed_at < :before")
            .expression_attribute_names("#state", "state")
            .expression_attribute_values(":from", text(from))
            .expression_attribute_values(":to", text(to))
            .expression_attribute_values(":provider", text(provider_id))
            .expression_attribute_values(":before", number(claimed_before.unwrap_or(i64::MAX)));
        update.send().await.map_err(StoreError::of)?;
        Ok(())
    }

    /// Gives back an entry that is certainly not sent, for the sweep. False once it was tried often enough.
    pub async fn give_back(&self, id: &str) -> Stored<bool> {
        let update = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(with_key(keys::outbox(id))))
            .update_expression("SET #state = :pending")
            .condition_expression("#state = :sending AND attempts < :most")
            .expression_attribute_names("#state", "state")
            .expression_attribute_values(":pending", text("Pending"))
            .expression_attribute_values(":sending", text("Sending"))
            .expression_attribute_values(":most", number(MAX_ATTEMPTS));
        is_made(update.send().await.map_err(StoreError::of))
    }
}
