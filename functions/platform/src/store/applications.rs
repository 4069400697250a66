//! Heads, their contents and who may find them.

use super::commit::application_item;
use super::item::{Item, built, doc, number, text, with_doc, with_key};
use super::sections::stored;
use super::{Store, StoreError, Stored, keys};
use api::applications::StoredSection;
use aws_sdk_dynamodb::types::{AttributeValue, TransactWriteItem, Update};
use chrono::{DateTime, FixedOffset};
use domain::form::{Answers, Scan};
use domain::ids::{AccountId, ApplicationId, OrganisationId};
use domain::named::basic_info;
use domain::pack::{FilledBy, Pack};
use domain::workflow::{Application, LogEntry};
use std::collections::BTreeMap;

/// The most sections, scans and pending uploads of one application: more than any form has.
pub(super) const MOST_PARTS: usize = 2_000;
const MOST_LISTED: usize = 100;

impl Store {
    pub async fn application(&self, id: &ApplicationId) -> Stored<Option<Application>> {
        self.get(keys::application(id)).await
    }

    /// Stores a new application. `Changed`: the person has a live one in this cycle (X9).
    pub async fn start(&self, application: &Application, pack: &Pack, answers: &Answers) -> Stored<()> {
        let mut writes = vec![
            self.put_new(application_item(application)?)?,
            self.put_new(with_doc(
                keys::live(&application.applicant, application.cycle_year),
                &application.id,
            )?)?,
            self.put(with_doc(
                keys::own_application(&application.applicant, &application.id),
                &application.id,
            )?)?,
        ];
        for section in &pack.sections {
            let data = answers.get(&section.id).cloned().unwrap_or_default();
            let mut item = with_doc(keys::section(&application.id, &section.id), &data)?;
            item.insert("revision".into(), number(0));
            item.insert("frozen".into(), AttributeValue::Bool(section.filled_by != FilledBy::Applicant));
            writes.push(self.put_new(item)?);
        }
        self.transact(writes).await
    }

    /// Every section and every confirmed scan, in one query a kind.
    pub async fn contents(&self, id: &ApplicationId) -> Stored<(BTreeMap<String, StoredSection>, Vec<Scan>)> {
        let pk = keys::application(id).0;
        let mut sections = BTreeMap::new();
        for item in self.query(&pk, "SECTION#", MOST_PARTS).await? {
            sections.insert(suffix(&item)?, stored(&item)?);
        }
        let scans = self.query(&pk, "FILE#", MOST_PARTS).await?;
        let mut scans: Vec<Scan> = scans.iter().map(doc).collect::<Stored<_>>()?;
        scans.sort_by_key(|scan| scan.uploaded_at);
        Ok((sections, scans))
    }

    /// Records that whoever holds the application has opened it: from then on its last step stands, and what that step
    /// has to tell is told.
    ///
    /// # Errors
    ///
    /// `Changed` if something has happened to the application since it was read.
    pub async fn open(&self, application: &Application, now: DateTime<FixedOffset>) -> Stored<()> {
        let update = Update::builder()
            .table_name(&self.table)
            .set_key(Some(with_key(keys::application(&application.id))))
            .update_expression("SET doc.opened = :true, doc.revision = :next, revision = :next")
            .condition_expression("revision = :seen")
            .expression_attribute_values(":true", AttributeValue::Bool(true))
            .expression_attribute_values(":next", number(application.revision + 1))
            .expression_attribute_values(":seen", number(application.revision));
        let mut writes = vec![TransactWriteItem::builder().update(built(update.build())?).build()];
        for message in application.revocable(now).iter().flat_map(|last| &last.messages) {
            writes.push(self.release(message, now)?);
        }
        self.transact(writes).await
    }

    pub async fn log(&self, id: &ApplicationId) -> Stored<Vec<LogEntry>> {
        let items = self.query(&keys::application(id).0, "LOG#", MOST_PARTS).await?;
        items.iter().map(doc).collect()
    }

    pub async fn applications_of(&self, account: &AccountId) -> Stored<Vec<Application>> {
        self.heads(&keys::account(account).0).await
    }

    /// Returns the applications that have reached the organisation.
    pub async fn applications_seen_by(&self, organisation: &OrganisationId) -> Stored<Vec<Application>> {
        self.heads(&keys::organisation(organisation).0).await
    }

    async fn heads(&self, pk: &str) -> Stored<Vec<Application>> {
        let mut applications: Vec<Application> = Vec::new();
        for item in self.query(pk, "APP#", MOST_LISTED).await? {
            applications.extend(self.application(&doc(&item)?).await?);
        }
        applications.sort_by_key(|application| std::cmp::Reverse(application.updated_at));
        Ok(applications)
    }

    /// Returns the applications that wait for the organisation, by the day of their arrival.
    pub async fn waiting_for(&self, organisation: &OrganisationId) -> Stored<Vec<Application>> {
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

    /// The head and `basic_info` of a choice of committee, together.
    pub async fn choose(
        &self,
        application: &Application,
        seen: u64,
        basic_info: &StoredSection,
    ) -> Stored<()> {
        let mut section = with_doc(keys::section(&application.id, basic_info::ID), &basic_info.data)?;
        section.insert("revision".into(), number(basic_info.revision + 1));
        section.insert("frozen".into(), AttributeValue::Bool(false));
        if let Some(saved_at) = basic_info.saved_at {
            section.insert("saved_at".into(), text(saved_at.to_rfc3339()));
        }
        let scans_revision = self.scans_revision(&application.id).await?;
        let head = self.put_over(seen, application, scans_revision)?;
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
        Ok(TransactWriteItem::builder().put(built(put.build())?).build())
    }
}

/// Returns `education` of `SECTION#education`.
fn suffix(item: &Item) -> Stored<String> {
    let sk = item.get("sk").and_then(|value| value.as_s().ok());
    let suffix = sk.and_then(|sk| sk.split_once('#')).map(|(_, suffix)| suffix.to_owned());
    suffix.ok_or_else(|| StoreError::Failed("section without a name".into()))
}
