//! One-time codes and how often something may be tried.

use super::error::is_made;
use super::item::{built, number, number_of, text, with_doc, with_key};
use super::outbox::OutboxEntry;
use super::{Store, StoreError, Stored, keys};
use aws_sdk_dynamodb::types::{Put, TransactWriteItem};
use chrono::{DateTime, Duration, FixedOffset};
use serde::{Deserialize, Serialize};

const LIFE: Duration = Duration::minutes(5);
const PAUSE: Duration = Duration::seconds(60);
const MAX_ATTEMPTS: u64 = 5;

#[derive(Serialize, Deserialize)]
struct Code {
    hash: String,
    sent_at: DateTime<FixedOffset>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerifiedCode {
    Right,
    Wrong,
    /// Expired, used, or tried too often.
    Gone,
}

impl Store {
    /// Returns whether a minute has passed since the last code to `mobile`.
    pub async fn is_code_pause_over(
        &self,
        mobile: &str,
        purpose: &str,
        now: DateTime<FixedOffset>,
    ) -> Stored<bool> {
        let last: Option<Code> = self.get(keys::code(&self.identity_hash(mobile), purpose)).await?;
        Ok(last.is_none_or(|last| last.sent_at <= now - PAUSE))
    }

    /// Stores `code` together with the `message` that carries it: a code exists only if it is sent.
    ///
    /// Returns false if the last one was sent less than a minute ago.
    pub async fn send_code(
        &self,
        mobile: &str,
        purpose: &str,
        code: &str,
        message: &OutboxEntry,
    ) -> Stored<bool> {
        let mobile_hash = self.identity_hash(mobile);
        let code = Code { hash: self.code_hash(&mobile_hash, code), sent_at: message.created_at };
        let put = self.put_after_pause(keys::code(&mobile_hash, purpose), &code, 0)?;
        is_made(self.transact(vec![put, self.put_new(message.item()?)?]).await)
    }

    /// Starts the pause after a code that is not sent, so that the answers do not tell who has an account. What is
    /// stored has no guess left.
    ///
    /// Returns false if a pause runs already.
    pub async fn pause_codes(&self, mobile: &str, purpose: &str, now: DateTime<FixedOffset>) -> Stored<bool> {
        let key = keys::code(&self.identity_hash(mobile), purpose);
        let nothing = Code { hash: String::new(), sent_at: now };
        is_made(self.transact(vec![self.put_after_pause(key, &nothing, MAX_ATTEMPTS)?]).await)
    }

    /// A put of a transaction that replaces a code once the pause after it is over.
    fn put_after_pause(&self, key: keys::Key, code: &Code, attempts: u64) -> Stored<TransactWriteItem> {
        let mut item = with_doc(key, code)?;
        item.insert("attempts".into(), number(attempts));
        item.insert("sent_at".into(), number(code.sent_at.timestamp()));
        item.insert("expires_at".into(), number((code.sent_at + LIFE).timestamp()));
        let put = Put::builder()
            .table_name(&self.table)
            .set_item(Some(item))
            .condition_expression("attribute_not_exists(pk) OR sent_at <= :before")
            .expression_attribute_values(":before", number((code.sent_at - PAUSE).timestamp()));
        Ok(TransactWriteItem::builder().put(built(put.build())?).build())
    }

    /// Counts the attempt before it compares, so that guesses made at the same time are counted too. A right
    /// code is used up.
    pub async fn verify_code(
        &self,
        mobile: &str,
        purpose: &str,
        code: &str,
        now: DateTime<FixedOffset>,
    ) -> Stored<VerifiedCode> {
        let mobile_hash = self.identity_hash(mobile);
        let key = keys::code(&mobile_hash, purpose);
        let update = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(with_key(key.clone())))
            .update_expression("SET attempts = attempts + :one")
            .condition_expression("attribute_exists(pk) AND attempts < :most AND expires_at > :now")
            .expression_attribute_values(":one", number(1))
            .expression_attribute_values(":most", number(MAX_ATTEMPTS))
            .expression_attribute_values(":now", number(now.timestamp()))
            .return_values(aws_sdk_dynamodb::types::ReturnValue::AllNew);
        let item = match update.send().await.map_err(StoreError::of) {
            Ok(updated) => updated.attributes.unwrap_or_default(),
            Err(StoreError::Changed) => return Ok(VerifiedCode::Gone),
            Err(error) => return Err(error),
        };
        let stored: Code = super::item::doc(&item)?;
        if stored.hash != self.code_hash(&mobile_hash, code) {
            let is_last = number_of(&item, "attempts") >= MAX_ATTEMPTS;
            return Ok(if is_last { VerifiedCode::Gone } else { VerifiedCode::Wrong });
        }
        self.use_up(key, &stored.hash).await
    }

    /// Uses the code up; of two requests with the same right code one finds it gone.
    async fn use_up(&self, key: keys::Key, hash: &str) -> Stored<VerifiedCode> {
        let delete = self
            .client
            .delete_item()
            .table_name(&self.table)
            .set_key(Some(with_key(key)))
            .condition_expression("doc.#hash = :hash")
            .expression_attribute_names("#hash", "hash")
            .expression_attribute_values(":hash", text(hash));
        match delete.send().await.map_err(StoreError::of) {
            Ok(_) => Ok(VerifiedCode::Right),
            Err(StoreError::Changed) => Ok(VerifiedCode::Gone),
            Err(error) => Err(error),
        }
    }

    fn code_hash(&self, mobile_hash: &str, code: &str) -> String {
        self.identity_hash(&format!("{mobile_hash}#{code}"))
    }

    /// Counts one use of `what` by `whose`; false once `most` were made in this window.
    pub async fn count_use(
        &self,
        what: &str,
        whose: &str,
        most: u64,
        window: Duration,
        now: DateTime<FixedOffset>,
    ) -> Stored<bool> {
        let seconds = window.num_seconds();
        let number_of_window = now.timestamp() / seconds;
        let update = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(with_key(keys::limit(what, whose, number_of_window))))
            .update_expression("SET expires_at = :end ADD uses :one")
            .condition_expression("attribute_not_exists(uses) OR uses < :most")
            .expression_attribute_values(":one", number(1))
            .expression_attribute_values(":most", number(most))
            .expression_attribute_values(":end", number((number_of_window + 2) * seconds));
        is_made(update.send().await.map_err(StoreError::of))
    }
}
