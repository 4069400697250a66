//! The transaction of a step: head, log, frozen forms, version, messages and order, all or nothing.

use super::item::{Item, built, number, text, with_doc, with_key};
use super::outbox::{OutboxEntry, OutboxTarget};
use super::{Order, Store, Stored, keys};
use crate::loaded::Loaded;
use aws_sdk_dynamodb::types::{AttributeValue, Delete, TransactWriteItem, Update};
use domain::form::{Scan, material};
use domain::ids::OrderId;
use domain::messages::Recipient;
use domain::pack::FilledBy;
use domain::workflow::{Application, Decision, State};

/// A decision, and the state on which it was made.
pub struct Commit<'a> {
    pub before: &'a Application,
    pub decision: Decision,
    pub loaded: &'a Loaded,
    /// An order whose state changes with the step, as it is to be and as it was read.
    pub order: Option<(&'a Order, u64)>,
}

impl Store {
    /// Writes a step, on condition of every revision that the decision read: the application's, and those of
    /// the forms that it closes. Returns the new application, with the id of a new order in it.
    pub async fn commit(&self, commit: Commit<'_>) -> Stored<Application> {
        let Commit { before, decision, loaded, order } = commit;
        let mut application = decision.application.clone();
        let mut writes = Vec::new();
        if let Some(amount_fen) = decision.order_fen {
            let id = OrderId::new(crate::secrets::new_id());
            writes.push(self.put_new(Order::new(id.clone(), &application, amount_fen).item()?)?);
            application.order = Some(id);
        }
        if let Some((order, seen)) = order {
            writes.push(self.replace(order.item()?, "revision", seen)?);
        }
        writes.push(self.put_over(before.revision, &application, loaded.scans_revision)?);
        writes
            .push(self.put_new(with_doc(keys::log(&application.id, decision.entry.seq), &decision.entry)?)?);
        writes.extend(self.freeze(before, &application, loaded)?);
        if decision.freezes_version {
            writes.extend(self.version(&application, loaded)?);
        }
        writes.extend(self.followers(before, &application)?);
        for entry in self.messages(&application, &decision).await? {
            writes.push(self.put_new(entry.item()?)?);
        }
        self.transact(writes).await?;
        Ok(application)
    }

    pub(super) fn put_over(
        &self,
        seen: u64,
        application: &Application,
        scans_revision: u64,
    ) -> Stored<TransactWriteItem> {
        let mut item = application_item(application)?;
        item.insert("files_revision".into(), number(scans_revision));
        let put = aws_sdk_dynamodb::types::Put::builder()
            .table_name(&self.table)
            .set_item(Some(item))
            .condition_expression("revision = :seen AND files_revision = :files")
            .expression_attribute_values(":seen", number(seen))
            .expression_attribute_values(":files", number(scans_revision));
        Ok(TransactWriteItem::builder().put(built(put.build())?).build())
    }

    /// Opens and closes the forms as the new state says. A form that was open must be as it was read.
    fn freeze(
        &self,
        before: &Application,
        application: &Application,
        loaded: &Loaded,
    ) -> Stored<Vec<TransactWriteItem>> {
        let mut writes = Vec::new();
        for section in &loaded.pack.sections {
            let was_open = is_open(before.state, section.filled_by);
            let opens = is_open(application.state, section.filled_by);
            if !was_open && !opens {
                continue;
            }
            let revision = loaded.revisions.get(&section.id).copied().unwrap_or_default();
            let update = Update::builder()
                .table_name(&self.table)
                .set_key(Some(with_key(keys::section(&application.id, &section.id))))
                .update_expression("SET frozen = :frozen")
                .condition_expression("revision = :seen")
                .expression_attribute_values(":frozen", AttributeValue::Bool(!opens))
                .expression_attribute_values(":seen", number(revision));
            writes.push(TransactWriteItem::builder().update(built(update.build())?).build());
        }
        Ok(writes)
    }

    fn version(&self, application: &Application, loaded: &Loaded) -> Stored<Vec<TransactWriteItem>> {
        let key = |part: &str| keys::version(&application.id, application.version, part);
        let case = loaded.case(application);
        let scans: Vec<&Scan> = material(&case, FilledBy::Applicant).collect();
        let mut writes = vec![self.put_new(with_doc(key("FILES"), &scans)?)?];
        for section in loaded.pack.sections_of(FilledBy::Applicant) {
            let data = loaded.answers.get(&section.id).cloned().unwrap_or_default();
            writes.push(self.put_new(with_doc(key(&section.id), &data)?)?);
        }
        Ok(writes)
    }

    /// Returns the writes for organisations that now see it, and for the live slot once it is over.
    fn followers(&self, before: &Application, application: &Application) -> Stored<Vec<TransactWriteItem>> {
        let mut writes = Vec::new();
        let first_visit = before.version == 0 && application.version > 0;
        let known = if first_visit { 0 } else { before.reached + 1 };
        for station in application.route.iter().take(application.reached + 1).skip(known) {
            writes.push(
                self.put(with_doc(keys::seen(&station.organisation, &application.id), &application.id)?)?,
            );
        }
        if application.state.frees_cycle() {
            let key = with_key(keys::live(&application.applicant, application.cycle_year));
            let delete = built(Delete::builder().table_name(&self.table).set_key(Some(key)).build())?;
            writes.push(TransactWriteItem::builder().delete(delete).build());
        }
        Ok(writes)
    }

    /// One entry a recipient. The id of M4 is the order's: an order has exactly one.
    async fn messages(&self, application: &Application, decision: &Decision) -> Stored<Vec<OutboxEntry>> {
        let mut entries = Vec::new();
        for message in &decision.messages {
            let targets = match (message.recipient(), application.waits_for()) {
                (Recipient::Applicant, _) => vec![OutboxTarget::Applicant(application.id.clone())],
                (Recipient::Station, Some(organisation)) => {
                    self.officers(organisation).await?.into_iter().map(OutboxTarget::Account).collect()
                }
                (Recipient::Station, None) => Vec::new(),
            };
            let source = match (&application.order, decision.order_fen) {
                (Some(order), Some(_)) => order.to_string(),
                (Some(_) | None, _) => format!("{}-{}", application.id, decision.entry.seq),
            };
            entries.extend(targets.into_iter().enumerate().map(|(i, target)| OutboxEntry {
                id: format!("{source}-{}-{i}", message.in_pack()),
                pack: application.pack.clone(),
                message: message.clone(),
                target,
                created_at: decision.entry.at,
            }));
        }
        Ok(entries)
    }
}

pub(super) fn is_open(state: State, filled_by: FilledBy) -> bool {
    match filled_by {
        FilledBy::Applicant => state.is_editable(),
        FilledBy::Unit => state.is_with_unit(),
    }
}

/// The head, with the attributes that conditions and the queue need beside the document.
pub(super) fn application_item(application: &Application) -> Stored<Item> {
    let mut item = with_doc(keys::application(&application.id), application)?;
    item.insert("revision".into(), number(application.revision));
    item.insert("files_revision".into(), number(0));
    item.insert(
        "open_to_applicant".into(),
        AttributeValue::Bool(is_open(application.state, FilledBy::Applicant)),
    );
    item.insert("open_to_unit".into(), AttributeValue::Bool(is_open(application.state, FilledBy::Unit)));
    if let Some(organisation) = application.waits_for() {
        let due = application.due.map(|due| due.to_string()).unwrap_or_default();
        item.insert("waiting_pk".into(), text(keys::organisation(organisation).0));
        item.insert("waiting_sk".into(), text(format!("{due}#{}", application.id)));
    }
    Ok(item)
}
