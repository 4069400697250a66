//! The records and keys in IndexedDB.

use idb::builder::{DatabaseBuilder, ObjectStoreBuilder};
use idb::{Database, KeyRange, ObjectStore, Query, Transaction, TransactionMode};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::CryptoKey;

use crate::journal::seal;
use crate::state::journal::{Record, RecordKey};

const DATABASE: &str = "drafts";
const VERSION: u32 = 1;
/// Account id → its key.
const KEYS: &str = "keys";
/// `RecordKey` as text → a sealed `Record`.
const RECORDS: &str = "records";

/// Nothing was kept or read: the browser refuses its store, or nobody is signed in.
#[derive(Debug)]
pub(super) struct Unkept;

impl From<idb::Error> for Unkept {
    fn from(_: idb::Error) -> Self {
        Self
    }
}

impl From<JsValue> for Unkept {
    fn from(_: JsValue) -> Self {
        Self
    }
}

thread_local! {
    static OPEN: RefCell<Option<Rc<Database>>> = const { RefCell::new(None) };
}

async fn database() -> Result<Rc<Database>, Unkept> {
    if let Some(open) = OPEN.with_borrow(Clone::clone) {
        return Ok(open);
    }
    let builder = DatabaseBuilder::new(DATABASE)
        .version(VERSION)
        .add_object_store(ObjectStoreBuilder::new(KEYS))
        .add_object_store(ObjectStoreBuilder::new(RECORDS));
    let open = Rc::new(builder.build().await?);
    OPEN.set(Some(open.clone()));
    Ok(open)
}

/// A connection that the browser closed is opened anew the next time.
async fn transaction(mode: TransactionMode) -> Result<Transaction, Unkept> {
    let database = database().await?;
    database.transaction(&[KEYS, RECORDS], mode).map_err(|error| {
        OPEN.set(None);
        error.into()
    })
}

/// From here on, until it signs out, this machine keeps what the account types.
pub async fn begin(account: &str) -> bool {
    begin_or_fail(account).await.is_ok()
}

async fn begin_or_fail(account: &str) -> Result<(), Unkept> {
    let reading = transaction(TransactionMode::ReadOnly).await?;
    if key(&reading, account).await?.is_some() {
        return Ok(());
    }
    let new = seal::new_key().await?;
    let writing = transaction(TransactionMode::ReadWrite).await?;
    // Another tab may have been quicker.
    if key(&writing, account).await?.is_none() {
        writing.object_store(KEYS)?.put(new.as_ref(), Some(&account.into()))?.await?;
    }
    writing.await?;
    Ok(())
}

async fn key(transaction: &Transaction, account: &str) -> Result<Option<CryptoKey>, Unkept> {
    let found = transaction.object_store(KEYS)?.get(JsValue::from(account))?.await?;
    Ok(found.and_then(|key| key.dyn_into().ok()))
}

/// Fails after the sign-out: without a key nothing is kept.
pub(super) async fn write(place: &RecordKey, record: &Record) -> Result<(), Unkept> {
    let reading = transaction(TransactionMode::ReadOnly).await?;
    let key_now = key(&reading, &place.account).await?.ok_or(Unkept)?;
    let text = place.text();
    let plain = serde_json::to_vec(record).map_err(|_| Unkept)?;
    let sealed = seal::seal(&key_now, &text, &plain).await?;
    let writing = transaction(TransactionMode::ReadWrite).await?;
    if key(&writing, &place.account).await?.is_none() {
        return Err(Unkept);
    }
    writing.object_store(RECORDS)?.put(&sealed, Some(&text.into()))?.await?;
    writing.await?;
    Ok(())
}

pub(super) async fn remove(places: &[RecordKey]) -> Result<(), Unkept> {
    let writing = transaction(TransactionMode::ReadWrite).await?;
    let records = writing.object_store(RECORDS)?;
    for place in places {
        records.delete(JsValue::from(place.text()))?.await?;
    }
    writing.await?;
    Ok(())
}

/// The account's records of one application. One that cannot be opened is nobody's.
pub(super) async fn read(account: &str, application: &str) -> Result<Vec<(RecordKey, Record)>, Unkept> {
    let reading = transaction(TransactionMode::ReadOnly).await?;
    let Some(key) = key(&reading, account).await? else { return Ok(Vec::new()) };
    let records = reading.object_store(RECORDS)?;
    let mut sealed = Vec::new();
    for place in keys_from(&records, &RecordKey::prefix(account, application)).await? {
        if let Some(whole) = records.get(place.clone())?.await? {
            sealed.push((place, whole));
        }
    }
    let mut opened = Vec::new();
    for (place, whole) in sealed {
        let text = place.as_string().unwrap_or_default();
        let plain = seal::open(&key, &text, &whole).await.ok();
        let record = plain.and_then(|plain| serde_json::from_slice(&plain).ok());
        opened.extend(RecordKey::parse(&text).zip(record));
    }
    Ok(opened)
}

async fn keys_from(store: &ObjectStore, prefix: &str) -> Result<Vec<JsValue>, Unkept> {
    Ok(store.get_all_keys(Some(all_from(prefix)?), None)?.await?)
}

fn all_from(prefix: &str) -> Result<Query, Unkept> {
    let last = format!("{prefix}\u{ffff}");
    Ok(KeyRange::bound(&prefix.into(), &last.into(), None, None)?.into())
}

/// Where something that the account typed is on this machine alone.
pub async fn places_of(account: &str) -> Vec<RecordKey> {
    let keys = keys_of(account).await.unwrap_or_default();
    keys.iter().filter_map(|key| RecordKey::parse(&key.as_string()?)).collect()
}

async fn keys_of(account: &str) -> Result<Vec<JsValue>, Unkept> {
    let reading = transaction(TransactionMode::ReadOnly).await?;
    keys_from(&reading.object_store(RECORDS)?, &format!("{account}/")).await
}

/// At sign-out: the key goes, and with it every way to read what may be left.
pub async fn wipe(account: &str) -> bool {
    wipe_or_fail(account).await.is_ok()
}

async fn wipe_or_fail(account: &str) -> Result<(), Unkept> {
    let writing = transaction(TransactionMode::ReadWrite).await?;
    writing.object_store(KEYS)?.delete(JsValue::from(account))?.await?;
    writing.object_store(RECORDS)?.delete(all_from(&format!("{account}/"))?)?.await?;
    writing.await?;
    Ok(())
}
