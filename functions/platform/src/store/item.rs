//! Reading and writing items: keys, a document under `doc`, and the few attributes that conditions need.

use super::keys::Key;
use super::{Store, StoreError, Stored};
use aws_sdk_dynamodb::types::{AttributeValue, Put, TransactWriteItem};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::HashMap;

pub(super) type Item = HashMap<String, AttributeValue>;

pub(super) fn text(value: impl Into<String>) -> AttributeValue {
    AttributeValue::S(value.into())
}

pub(super) fn number(value: impl ToString) -> AttributeValue {
    AttributeValue::N(value.to_string())
}

pub(super) fn with_key((pk, sk): Key) -> Item {
    HashMap::from([("pk".into(), text(pk)), ("sk".into(), text(sk))])
}

pub(super) fn with_doc(key: Key, doc: &impl Serialize) -> Stored<Item> {
    let mut item = with_key(key);
    item.insert("doc".into(), serde_dynamo::to_attribute_value(doc).map_err(failed)?);
    Ok(item)
}

pub(super) fn doc<T: DeserializeOwned>(item: &Item) -> Stored<T> {
    let doc = item.get("doc").ok_or_else(|| StoreError::Failed("item without doc".into()))?;
    serde_dynamo::from_attribute_value(doc.clone()).map_err(failed)
}

pub(super) fn number_of(item: &Item, attribute: &str) -> u64 {
    let value = item.get(attribute).and_then(|value| value.as_n().ok());
    value.and_then(|value| value.parse().ok()).unwrap_or_default()
}

pub(super) fn failed(error: impl std::fmt::Display) -> StoreError {
    StoreError::Failed(error.to_string())
}

pub(super) fn built<T, E: std::fmt::Display>(result: Result<T, E>) -> Stored<T> {
    result.map_err(failed)
}

impl Store {
    /// A put of a transaction that must not overwrite anything.
    pub(super) fn put_new(&self, item: Item) -> Stored<TransactWriteItem> {
        let put = Put::builder().table_name(&self.table).set_item(Some(item));
        let put = built(put.condition_expression("attribute_not_exists(pk)").build())?;
        Ok(TransactWriteItem::builder().put(put).build())
    }

    pub(super) fn put(&self, item: Item) -> Stored<TransactWriteItem> {
        let put = built(Put::builder().table_name(&self.table).set_item(Some(item)).build())?;
        Ok(TransactWriteItem::builder().put(put).build())
    }

    pub(super) async fn get_item(&self, key: Key) -> Stored<Option<Item>> {
        let get =
            self.client.get_item().table_name(&self.table).set_key(Some(with_key(key))).consistent_read(true);
        Ok(get.send().await.map_err(StoreError::of)?.item)
    }

    pub(super) async fn get<T: DeserializeOwned>(&self, key: Key) -> Stored<Option<T>> {
        self.get_item(key).await?.map(|item| doc(&item)).transpose()
    }

    /// Returns the items of one partition, at most `limit`.
    pub(super) async fn query_all(&self, pk: &str, limit: usize) -> Stored<Vec<Item>> {
        self.query_where("pk = :pk", HashMap::from([(":pk".into(), text(pk))]), limit).await
    }

    /// Items of one partition whose sort key begins with `prefix`, at most `limit`. DynamoDB refuses an empty
    /// `prefix`.
    pub(super) async fn query(&self, pk: &str, prefix: &str, limit: usize) -> Stored<Vec<Item>> {
        let values = HashMap::from([(":pk".into(), text(pk)), (":prefix".into(), text(prefix))]);
        self.query_where("pk = :pk AND begins_with(sk, :prefix)", values, limit).await
    }

    async fn query_where(&self, condition: &str, values: Item, limit: usize) -> Stored<Vec<Item>> {
        let mut items: Vec<Item> = Vec::new();
        let mut start = None;
        loop {
            let query = self.client.query().table_name(&self.table).consistent_read(true);
            let page = query
                .key_condition_expression(condition)
                .set_expression_attribute_values(Some(values.clone()))
                .limit(i32::try_from(limit - items.len()).unwrap_or(i32::MAX))
                .set_exclusive_start_key(start)
                .send()
                .await
                .map_err(StoreError::of)?;
            items.extend(page.items.unwrap_or_default());
            start = page.last_evaluated_key;
            if start.is_none() || items.len() >= limit {
                return Ok(items);
            }
        }
    }

    /// All or nothing. A conflict with another transaction is tried again; a failed condition is not.
    pub(super) async fn transact(&self, writes: Vec<TransactWriteItem>) -> Stored<()> {
        const ATTEMPTS: u64 = 4;
        let mut attempt = 1;
        loop {
            let sent =
                self.client.transact_write_items().set_transact_items(Some(writes.clone())).send().await;
            match sent.map_err(StoreError::of_transaction) {
                Ok(_) => return Ok(()),
                Err(StoreError::Busy) if attempt < ATTEMPTS => {
                    tokio::time::sleep(std::time::Duration::from_millis(40 << attempt)).await;
                    attempt += 1;
                }
                Err(error) => return Err(error),
            }
        }
    }
}
