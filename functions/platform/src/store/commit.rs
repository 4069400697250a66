//! The transaction of a step: head, log, frozen forms, version, messages and order, all or nothing.

use super::item::{Item, built, failed, number, text, with_doc, with_key};
use super::keys::Key;
use super::outbox::OutboxEntry;
use super::{Order, Store, Stored, keys};
use crate::loaded::Loaded;
use aws_sdk_dynamodb::types::{AttributeValue, Delete, TransactWriteItem, Update};
use domain::ids::OrderId;
use domain::pack::FilledBy;
use domain::workflow::{Action, Application, Decision, has_time_acts};

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
        let entries = self.messages(&application, &decision).await?;
        if let Some(last) = &mut application.last_step {
            last.messages = entries.iter().map(|entry| entry.id.clone()).collect();
        }
        for entry in &entries {
            writes.push(self.put_new(entry.item()?)?);
        }
        writes.push(self.put_over(before.revision, &application, loaded.scans_revision)?);
        writes
            .push(self.put_new(with_doc(keys::log(&application.id, decision.entry.seq), &decision.entry)?)?);
        writes.extend(self.freeze(before, &application, &decision, loaded)?);
        if let Some(part) = decision.hands_on {
            writes.extend(self.put_version(&application, loaded, part)?);
        }
        writes.extend(self.followers(before, &application)?);
        if decision.entry.action == Action::TakeBack {
            writes.extend(self.undo(before)?);
        }
        self.transact(writes).await?;
        Ok(application)
    }

    fn delete(&self, key: Key) -> Stored<TransactWriteItem> {
        let delete = Delete::builder().table_name(&self.table).set_key(Some(with_key(key)));
        Ok(TransactWriteItem::builder().delete(built(delete.build())?).build())
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

    /// Opens and closes the forms as the new state says, those that change with the step changed. A form that was open
    /// must be as it was read.
    fn freeze(
        &self,
        before: &Application,
        application: &Application,
        decision: &Decision,
        loaded: &Loaded,
    ) -> Stored<Vec<TransactWriteItem>> {
        let mut writes = Vec::new();
        for section in &loaded.pack.sections {
            let was_open = before.state.opens(section);
            let opens = application.state.opens(section);
            if !was_open && !opens {
                continue;
            }
            let revision = loaded.revisions.get(&section.id).copied().unwrap_or_default();
            let mut update = Update::builder()
                .table_name(&self.table)
                .set_key(Some(with_key(keys::section(&application.id, &section.id))))
                .update_expression("SET frozen = :frozen")
                .condition_expression("revision = :seen")
                .expression_attribute_values(":frozen", AttributeValue::Bool(!opens))
                .expression_attribute_values(":seen", number(revision));
            if let Some(data) = decision.unit_forms.get(&section.id) {
                update = update
                    .update_expression("SET frozen = :frozen, doc = :doc, revision = :next, saved_at = :now")
                    .expression_attribute_values(
                        ":doc",
                        serde_dynamo::to_attribute_value(data).map_err(failed)?,
                    )
                    .expression_attribute_values(":next", number(revision + 1))
                    .expression_attribute_values(":now", text(decision.entry.at.to_rfc3339()));
            }
            writes.push(TransactWriteItem::builder().update(built(update.build())?).build());
        }
        Ok(writes)
    }

    /// Returns the writes for organisations that now see it, and for the live slot once it is over.
    fn followers(&self, before: &Application, application: &Application) -> Stored<Vec<TransactWriteItem>> {
        let mut writes = Vec::new();
        let first_visit = before.version == 0 && application.version > 0;
        let known = if first_visit { 0 } else { before.reached + 1 };
        // The series office may reopen what never came to it.
        let reopening = application.route.last().filter(|_| application.state.can_be_reopened());
        let reached = application.route.iter().take(application.reached + 1).skip(known);
        for station in reached.chain(reopening) {
            writes.push(
                self.put(with_doc(keys::seen(&station.organisation, &application.id), &application.id)?)?,
            );
        }
        if application.frees_cycle() {
            writes.push(self.delete(keys::live(&application.applicant, application.cycle_year))?);
        }
        Ok(writes)
    }

    /// Returns the writes that undo what the last step made beside the head: its messages, which nobody may have begun
    /// to send, and its order.
    fn undo(&self, before: &Application) -> Stored<Vec<TransactWriteItem>> {
        let messages = before.last_step.iter().flat_map(|last| &last.messages);
        let mut writes: Vec<_> = messages.map(|id| self.unsend(id)).collect::<Stored<_>>()?;
        if let Some(order) = &before.order {
            writes.push(self.delete(keys::order(order))?);
        }
        Ok(writes)
    }

    /// One entry a recipient. The id of M4 is the order's: an order has exactly one.
    async fn messages(&self, application: &Application, decision: &Decision) -> Stored<Vec<OutboxEntry>> {
        let mut entries = Vec::new();
        for message in &decision.messages {
            let targets = self.targets(application, message).await?;
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
                not_before: application.last_step.as_ref().map_or(decision.entry.at, |last| last.until),
            }));
        }
        Ok(entries)
    }
}

/// The head, with the attributes that conditions, the queue and the clock need beside the document.
pub(super) fn application_item(application: &Application) -> Stored<Item> {
    let mut item = with_doc(keys::application(&application.id), application)?;
    item.insert("revision".into(), number(application.revision));
    item.insert("files_revision".into(), number(0));
    item.insert(
        "open_to_applicant".into(),
        AttributeValue::Bool(application.state.is_open_to(FilledBy::Applicant)),
    );
    item.insert("open_to_unit".into(), AttributeValue::Bool(application.state.is_open_to(FilledBy::Unit)));
    let arrival = format!("{}#{}", application.arrived_on, application.id);
    if let Some(organisation) = application.waits_for() {
        item.insert("waiting_pk".into(), text(keys::organisation(organisation).0));
        item.insert("waiting_sk".into(), text(arrival.clone()));
    }
    if has_time_acts(application.state) {
        item.insert("clock_pk".into(), text(keys::clock(&application.pack, application.state)));
        item.insert("clock_sk".into(), text(arrival));
    }
    Ok(item)
}
