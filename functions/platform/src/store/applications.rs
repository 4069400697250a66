//! Heads, their contents and who may find them.

use super::commit::head_item;
use super::item::{Item, doc, number, text, with_doc};
use super::sections::stored;
use super::{Store, StoreError, Stored, keys};
use api::applications::StoredSection;
use aws_sdk_dynamodb::types::{AttributeValue, TransactWriteItem};
use domain::form::{Answers, Attachment};
use domain::ids::{AccountId, ApplicationId, OrganisationId};
use domain::named::basic_info;
use domain::pack::{FilledBy, Pack};
use domain::workflow::{CaseFile, LogEntry};
use std::collections::BTreeMap;

/// The most sections, scans and pending uploads of one application: more than any form has.
const MOST_PARTS: usize = 2_000;
const MOST_LISTED: usize = 100;

impl Store {
    pub async fn file(&self, id: &ApplicationId) -> Stored<Option<CaseFile>> {
        self.get(keys::head(id)).await
    }

    /// Stores a new application. `Changed`: the person has a live one in this cycle (X9).
    pub async fn start(&self, file: &CaseFile, pack: &Pack, answers: &Answers) -> Stored<()> {
        let mut writes = vec![
            self.put_new(head_item(file)?)?,
            self.put_new(with_doc(keys::live(&file.applicant, file.cycle_year), &file.id)?)?,
            self.put(with_doc(keys::own_application(&file.applicant, &file.id), &file.id)?)?,
        ];
        for section in &pack.sections {
            let data = answers.get(&section.id).cloned().unwrap_or_default();
            let mut item = with_doc(keys::section(&file.id, &section.id), &data)?;
            item.insert("revision".into(), number(0));
            item.insert("frozen".into(), AttributeValue::Bool(section.filled_by != FilledBy::Applicant));
            writes.push(self.put_new(item)?);
        }
        self.transact(writes).await
    }

    /// Every section and every confirmed scan, in one query a kind.
    pub async fn contents(
        &self,
        id: &ApplicationId,
    ) -> Stored<(BTreeMap<String, StoredSection>, Vec<Attachment>)> {
        let pk = keys::head(id).0;
        let mut sections = BTreeMap::new();
        for item in self.query(&pk, "SECTION#", MOST_PARTS).await? {
            sections.insert(suffix(&item)?, stored(&item)?);
        }
        let files = self.query(&pk, "FILE#", MOST_PARTS).await?;
        let mut files: Vec<Attachment> = files.iter().map(doc).collect::<Stored<_>>()?;
        files.sort_by_key(|file| file.uploaded_at);
        Ok((sections, files))
    }

    pub async fn log(&self, id: &ApplicationId) -> Stored<Vec<LogEntry>> {
        let items = self.query(&keys::head(id).0, "LOG#", MOST_PARTS).await?;
        items.iter().map(doc).collect()
    }

    pub async fn applications_of(&self, account: &AccountId) -> Stored<Vec<CaseFile>> {
        self.heads(&keys::account(account).0).await
    }

    /// Returns the applications that have reached the organisation.
    pub async fn applications_seen_by(&self, organisation: &OrganisationId) -> Stored<Vec<CaseFile>> {
        self.heads(&keys::organisation(organisation).0).await
    }

    async fn heads(&self, pk: &str) -> Stored<Vec<CaseFile>> {
        let mut files: Vec<CaseFile> = Vec::new();
        for item in self.query(pk, "APP#", MOST_LISTED).await? {
            files.extend(self.file(&doc(&item)?).await?);
        }
        files.sort_by_key(|file| std::cmp::Reverse(file.updated_at));
        Ok(files)
    }

    /// Returns the applications that wait for the organisation, by the next deadline.
    pub async fn waiting_for(&self, organisation: &OrganisationId) -> Stored<Vec<CaseFile>> {
        let query = self.client.query().table_name(&self.table).index_name("waiting");
        let page = query
            .key_condition_expression("waiting_pk = :pk")
            .expression_attribute_values(":pk", text(keys::organisation(organisation).0))
            .limit(i32::try_from(MOST_LISTED).unwrap_or(i32::MAX))
            .send()
            .await
            .map_err(StoreError::of)?;
        page.items.unwrap_or_default().iter().map(doc).collect()
    }

    /// A change of the head that is no step: conditional on the revision before it.
    pub async fn replace_file(&self, file: &CaseFile, files_revision: u64) -> Stored<()> {
        self.transact(vec![self.replace_head(file.revision - 1, file, files_revision)?]).await
    }

    /// The head and `basic_info` of a choice of committee, together.
    pub async fn choose(&self, file: &CaseFile, seen: u64, basic_info: &StoredSection) -> Stored<()> {
        let mut section = with_doc(keys::section(&file.id, basic_info::ID), &basic_info.data)?;
        section.insert("revision".into(), number(basic_info.revision + 1));
        section.insert("frozen".into(), AttributeValue::Bool(false));
        if let Some(saved_at) = basic_info.saved_at {
            section.insert("saved_at".into(), text(saved_at.to_rfc3339()));
        }
        let files_revision = self.files_revision(&file.id).await?;
        let head = self.replace_head(seen, file, files_revision)?;
        let section = self.replace(section, "revision", basic_info.revision)?;
        self.transact(vec![head, section]).await
    }

    /// A put that succeeds only over the version that was read.
    pub(super) fn replace(&self, item: Item, attribute: &str, seen: u64) -> Stored<TransactWriteItem> {
        let put = aws_sdk_dynamodb::types::Put::builder()
            .table_name(&self.table)
            .set_item(Some(item))
            .condition_expression("#seen = :seen")
            .expression_attribute_names("#seen", attribute)
            .expression_attribute_values(":seen", number(seen));
        Ok(TransactWriteItem::builder().put(super::item::built(put.build())?).build())
    }
}

/// Returns `education` of `SECTION#education`.
fn suffix(item: &Item) -> Stored<String> {
    let sk = item.get("sk").and_then(|value| value.as_s().ok());
    let suffix = sk.and_then(|sk| sk.split_once('#')).map(|(_, suffix)| suffix.to_owned());
    suffix.ok_or_else(|| StoreError::Failed("section without a name".into()))
}
