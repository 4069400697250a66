//! Messages that exist because a step does, and what became of each.

use super::error::is_made;
use super::item::{Item, built, doc, number, text, with_doc, with_key};
use super::{Store, StoreError, Stored, keys};
use aws_sdk_dynamodb::types::{ConditionCheck, Delete, TransactWriteItem, Update};
use chrono::{DateTime, Duration, FixedOffset};
use domain::ids::{AccountId, ApplicationId};
use domain::messages::{Message, Recipient};
use domain::workflow::Application;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OutboxEntry {
    pub id: String,
    /// The pack whose words are sent.
    pub pack: String,
    pub message: Message,
    pub target: OutboxTarget,
    pub created_at: DateTime<FixedOffset>,
    /// The instant from which it is sent: as long as its step can be taken back, it waits.
    pub not_before: DateTime<FixedOffset>,
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
        item.insert("not_before".into(), number(self.not_before.timestamp()));
        item.insert("unsent_sk".into(), text(self.not_before.to_rfc3339()));
        Ok(item)
    }
}

/// Returns the id of the entry for the `i`th recipient.
fn of_occasion(occasion: &str, i: usize) -> String {
    format!("{occasion}-{i}")
}

impl Store {
    /// Returns to whom a message about the application goes.
    pub(super) async fn targets(
        &self,
        application: &Application,
        message: &Message,
    ) -> Stored<Vec<OutboxTarget>> {
        Ok(match (message.recipient(), application.waits_for()) {
            (Recipient::Applicant, _) => vec![OutboxTarget::Applicant(application.id.clone())],
            (Recipient::Station, Some(organisation)) => {
                self.officers(organisation).await?.into_iter().map(OutboxTarget::Account).collect()
            }
            (Recipient::Station, None) => Vec::new(),
        })
    }

    /// Returns whether a message that no step sends is in the outbox for this occasion.
    pub async fn is_told(&self, occasion: &str) -> Stored<bool> {
        Ok(self.get_item(keys::outbox(&of_occasion(occasion, 0))).await?.is_some())
    }

    /// Puts a message that no step sends into the outbox, once for its `occasion`, and only as long as the
    /// application is as it was read.
    pub async fn tell(
        &self,
        application: &Application,
        message: &Message,
        occasion: &str,
        now: DateTime<FixedOffset>,
    ) -> Stored<()> {
        let targets = self.targets(application, message).await?;
        let entries = targets.into_iter().enumerate().map(|(i, target)| OutboxEntry {
            id: of_occasion(occasion, i),
            pack: application.pack.clone(),
            message: message.clone(),
            target,
            created_at: now,
            not_before: now,
        });
        let mut writes = vec![self.still_at(application)?];
        for entry in entries {
            writes.push(self.put_new(entry.item()?)?);
        }
        if writes.len() == 1 { Ok(()) } else { self.transact(writes).await }
    }

    /// Returns the write that takes a message back which nobody has begun to send.
    pub(super) fn unsend(&self, id: &str) -> Stored<TransactWriteItem> {
        let delete = Delete::builder()
            .table_name(&self.table)
            .set_key(Some(with_key(keys::outbox(id))))
            .condition_expression("#state = :pending")
            .expression_attribute_names("#state", "state")
            .expression_attribute_values(":pending", text("Pending"));
        Ok(TransactWriteItem::builder().delete(built(delete.build())?).build())
    }

    /// Returns the write that lets a message go which still waits.
    pub(super) fn release(&self, id: &str, now: DateTime<FixedOffset>) -> Stored<TransactWriteItem> {
        let update = Update::builder()
            .table_name(&self.table)
            .set_key(Some(with_key(keys::outbox(id))))
            .update_expression("SET not_before = :now, unsent_sk = :due")
            .condition_expression("#state = :pending")
            .expression_attribute_names("#state", "state")
            .expression_attribute_values(":pending", text("Pending"))
            .expression_attribute_values(":now", number(now.timestamp()))
            .expression_attribute_values(":due", text(now.to_rfc3339()));
        Ok(TransactWriteItem::builder().update(built(update.build())?).build())
    }

    /// Checks in a transaction that nothing has happened to the application since it was read.
    fn still_at(&self, application: &Application) -> Stored<TransactWriteItem> {
        let check = ConditionCheck::builder()
            .table_name(&self.table)
            .set_key(Some(with_key(keys::application(&application.id))))
            .condition_expression("revision = :seen")
            .expression_attribute_values(":seen", number(application.revision));
        Ok(TransactWriteItem::builder().condition_check(built(check.build())?).build())
    }

    /// Returns the ids of entries that are due: those that had to wait, and those that the stream may have lost.
    pub async fn unsent(&self, now: DateTime<FixedOffset>) -> Stored<Vec<String>> {
        let query = self.client.query().table_name(&self.table).index_name("unsent");
        let page = query
            .key_condition_expression("unsent_pk = :pk AND unsent_sk <= :now")
            .expression_attribute_values(":pk", text(keys::UNSENT))
            .expression_attribute_values(":now", text(now.to_rfc3339()))
            .limit(100)
            .send()
            .await
            .map_err(StoreError::of)?;
        let pks = page.items.unwrap_or_default().into_iter().filter_map(|mut item| item.remove("pk"));
        Ok(pks.filter_map(|pk| Some(pk.as_s().ok()?.strip_prefix("OUTBOX#")?.to_owned())).collect())
    }

    /// The right to send one entry, for one sender. None: sent, being sent, taken back, not due yet, or tried too often.
    pub async fn claim(&self, id: &str, now: DateTime<FixedOffset>) -> Stored<Option<OutboxEntry>> {
        let update = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(with_key(keys::outbox(id))))
            .update_expression("SET #state = :sending, claimed_at = :now ADD attempts :one")
            .condition_expression("#state = :pending AND attempts < :most AND not_before <= :now")
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
