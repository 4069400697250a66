//! One-time codes and how often something may be tried.

use super::item::{Item, number, number_of, text, with_doc, with_key};
use super::outbox::OutboxEntry;
use super::{Store, StoreError, Stored, keys};
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
        let now = message.created_at;
        let hash = self.code_hash(&self.identity_hash(mobile), code);
        let item = self.code_item(mobile, purpose, &Code { hash, sent_at: now }, 0)?;
        let before = (now - PAUSE).timestamp();
        let writes = vec![self.put_if_sent_before(item, before)?, self.put_new(message.item()?)?];
        is_unchanged(self.transact(writes).await)
    }

    /// Starts the pause after a code that is not sent, so that the answers do not tell who has an account. What is
    /// stored has no guess left.
    ///
    /// Returns false if a pause runs already.
    pub async fn pause_codes(&self, mobile: &str, purpose: &str, now: DateTime<FixedOffset>) -> Stored<bool> {
        let nothing = Code { hash: String::new(), sent_at: now };
        let item = self.code_item(mobile, purpose, &nothing, MAX_ATTEMPTS)?;
        let writes = vec![self.put_if_sent_before(item, (now - PAUSE).timestamp())?];
        is_unchanged(self.transact(writes).await)
    }

    fn code_item(&self, mobile: &str, purpose: &str, code: &Code, attempts: u64) -> Stored<Item> {
        let mut item = with_doc(keys::code(&self.identity_hash(mobile), purpose), code)?;
        item.insert("attempts".into(), number(attempts));
        item.insert("sent_at".into(), number(code.sent_at.timestamp()));
        item.insert("expires_at".into(), number((code.sent_at + LIFE).timestamp()));
        Ok(item)
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

    /// Two requests with the same right code: one of them finds it gone.
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
        match update.send().await.map_err(StoreError::of) {
            Ok(_) => Ok(true),
            Err(StoreError::Changed) => Ok(false),
            Err(error) => Err(error),
        }
    }
}

fn is_unchanged(written: Stored<()>) -> Stored<bool> {
    match written {
        Ok(()) => Ok(true),
        Err(StoreError::Changed) => Ok(false),
        Err(error) => Err(error),
    }
}
