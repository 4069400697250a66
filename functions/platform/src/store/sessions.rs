//! Server-side sessions, by the hash of their token.

use super::item::{number, text, with_doc, with_key};
use super::{Store, StoreError, Stored, keys};
use chrono::{DateTime, FixedOffset};
use domain::ids::AccountId;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Session {
    pub(crate) account: AccountId,
    pub(crate) last_used_at: DateTime<FixedOffset>,
    pub(crate) ends_at: DateTime<FixedOffset>,
}

impl Store {
    pub async fn open_session(
        &self,
        token_hash: &str,
        account: &AccountId,
        now: DateTime<FixedOffset>,
        ends_at: DateTime<FixedOffset>,
    ) -> Stored<()> {
        let session = Session { account: account.clone(), last_used_at: now, ends_at };
        let mut item = with_doc(keys::session(token_hash), &session)?;
        item.insert("expires_at".into(), number(ends_at.timestamp()));
        let put = self.client.put_item().table_name(&self.table).set_item(Some(item));
        put.send().await.map_err(StoreError::of)?;
        Ok(())
    }

    pub(crate) async fn session(&self, token_hash: &str) -> Stored<Option<Session>> {
        self.get(keys::session(token_hash)).await
    }

    pub(crate) async fn touch_session(&self, token_hash: &str, now: DateTime<FixedOffset>) -> Stored<()> {
        let update = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(with_key(keys::session(token_hash))))
            .update_expression("SET doc.last_used_at = :now")
            .condition_expression("attribute_exists(pk)")
            .expression_attribute_values(":now", text(now.to_rfc3339()));
        match update.send().await.map_err(StoreError::of) {
            Ok(_) | Err(StoreError::Changed) => Ok(()),
            Err(error) => Err(error),
        }
    }

    pub async fn close_session(&self, token_hash: &str) -> Stored<()> {
        let delete = self.client.delete_item().table_name(&self.table);
        let delete = delete.set_key(Some(with_key(keys::session(token_hash))));
        delete.send().await.map_err(StoreError::of)?;
        Ok(())
    }
}
