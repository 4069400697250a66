//! Announced uploads and confirmed scans.

use super::item::{built, doc, number, with_doc, with_key};
use super::{Store, Stored, keys};
use aws_sdk_dynamodb::types::{AttributeValue, Delete, TransactWriteItem, Update};
use chrono::{DateTime, Duration, FixedOffset};
use domain::form::{Place, Scan};
use domain::ids::{ApplicationId, ScanId};
use domain::pack::FilledBy;
use serde::{Deserialize, Serialize};

/// The life of an announced upload: longer than the link's, so that a late confirmation still finds it.
const LIFE: Duration = Duration::hours(2);

/// A scan that was announced and signed and has not arrived yet.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PendingUpload {
    pub scan: ScanId,
    pub place: Place,
    pub file_name: String,
    pub media_type: String,
    pub bytes: u64,
    pub sha256: String,
}

impl Store {
    pub async fn announce(
        &self,
        id: &ApplicationId,
        upload: &PendingUpload,
        now: DateTime<FixedOffset>,
    ) -> Stored<()> {
        let mut item = with_doc(keys::upload(id, &upload.scan), upload)?;
        item.insert("expires_at".into(), number((now + LIFE).timestamp()));
        self.transact(vec![self.put_new(item)?]).await
    }

    pub async fn announced(&self, id: &ApplicationId, scan: &ScanId) -> Stored<Option<PendingUpload>> {
        self.get(keys::upload(id, scan)).await
    }

    pub async fn scan(&self, id: &ApplicationId, scan: &ScanId) -> Stored<Option<Scan>> {
        self.get(keys::scan(id, scan)).await
    }

    /// An upload is claimed once, and only while the form is open.
    pub async fn confirm(&self, id: &ApplicationId, scan: &Scan, by: FilledBy) -> Stored<()> {
        let announced = Delete::builder()
            .table_name(&self.table)
            .set_key(Some(with_key(keys::upload(id, &scan.id))))
            .condition_expression("attribute_exists(pk)");
        self.transact(vec![
            TransactWriteItem::builder().delete(built(announced.build())?).build(),
            self.put_new(with_doc(keys::scan(id, &scan.id), scan)?)?,
            self.count_scan_change(id, by)?,
        ])
        .await
    }

    pub async fn describe(&self, id: &ApplicationId, scan: &Scan, by: FilledBy) -> Stored<()> {
        let put = aws_sdk_dynamodb::types::Put::builder()
            .table_name(&self.table)
            .set_item(Some(with_doc(keys::scan(id, &scan.id), scan)?))
            .condition_expression("attribute_exists(pk)");
        let put = TransactWriteItem::builder().put(built(put.build())?).build();
        self.transact(vec![put, self.count_scan_change(id, by)?]).await
    }

    /// The object stays: a submitted version may show it.
    pub async fn remove_scan(&self, id: &ApplicationId, scan: &ScanId, by: FilledBy) -> Stored<()> {
        let delete = Delete::builder()
            .table_name(&self.table)
            .set_key(Some(with_key(keys::scan(id, scan))))
            .condition_expression("attribute_exists(pk)");
        let delete = TransactWriteItem::builder().delete(built(delete.build())?).build();
        self.transact(vec![delete, self.count_scan_change(id, by)?]).await
    }

    /// A step names the count that it saw, so that no scan slips in or out between reading and writing.
    fn count_scan_change(&self, id: &ApplicationId, by: FilledBy) -> Stored<TransactWriteItem> {
        let open = match by {
            FilledBy::Applicant => "open_to_applicant",
            FilledBy::Unit => "open_to_unit",
        };
        let update = Update::builder()
            .table_name(&self.table)
            .set_key(Some(with_key(keys::application(id))))
            .update_expression("ADD files_revision :one")
            .condition_expression("#open = :yes")
            .expression_attribute_names("#open", open)
            .expression_attribute_values(":one", number(1))
            .expression_attribute_values(":yes", AttributeValue::Bool(true));
        Ok(TransactWriteItem::builder().update(built(update.build())?).build())
    }

    /// Returns the scans' revision. Read before the scans: a change in between makes the step fail, not pass.
    pub(crate) async fn scans_revision(&self, id: &ApplicationId) -> Stored<u64> {
        let head = self.get_item(keys::application(id)).await?.unwrap_or_default();
        Ok(super::item::number_of(&head, "files_revision"))
    }

    /// Returns the bytes of all confirmed scans of an application.
    pub async fn bytes_of(&self, id: &ApplicationId) -> Stored<u64> {
        const MOST: usize = 2_000;
        let items = self.query(&keys::application(id).0, "FILE#", MOST).await?;
        items.iter().map(|item| Ok(doc::<Scan>(item)?.bytes)).sum()
    }
}
