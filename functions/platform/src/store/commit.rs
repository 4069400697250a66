//! The transaction of a step: head, log, frozen forms, version, messages and order, all or nothing.

use super::item::{Item, built, number, text, with_doc, with_key};
use super::outbox::{OutboxEntry, OutboxTarget};
use super::{Order, Store, Stored, keys};
use crate::loaded::Loaded;
use aws_sdk_dynamodb::types::{AttributeValue, Delete, TransactWriteItem, Update};
use domain::form::{Attachment, material};
use domain::ids::OrderId;
use domain::messages::Recipient;
use domain::pack::FilledBy;
use domain::workflow::{CaseFile, Decision, State};

/// A decision, and the state on which it was made.
pub struct Commit<'a> {
    pub before: &'a CaseFile,
    pub decision: Decision,
    pub loaded: &'a Loaded,
    /// An order whose state changes with the step, as it is to be and as it was read.
    pub order: Option<(&'a Order, u64)>,
}

impl Store {
    /// Writes a step, on condition of every revision that the decision read: the application's, and those of
    /// the forms that it closes. Returns the new application, with the id of a new order in it.
    pub async fn commit(&self, commit: Commit<'_>) -> Stored<CaseFile> {
        let Commit { before, decision, loaded, order } = commit;
        let mut file = decision.file.clone();
        let mut writes = Vec::new();
        if let Some(amount_fen) = decision.order_fen {
            let id = OrderId::new(crate::secrets::new_id());
            writes.push(self.put_new(Order::new(id.clone(), &file, amount_fen).item()?)?);
            file.order = Some(id);
        }
        if let Some((order, seen)) = order {
            writes.push(self.replace(order.item()?, "revision", seen)?);
        }
        writes.push(self.replace_head(before.revision, &file, loaded.files_revision)?);
        writes.push(self.put_new(with_doc(keys::log(&file.id, decision.entry.seq), &decision.entry)?)?);
        writes.extend(self.freeze(before, &file, loaded)?);
        if decision.freezes_version {
            writes.extend(self.version(&file, loaded)?);
        }
        writes.extend(self.followers(before, &file)?);
        for entry in self.messages(&file, &decision).await? {
            writes.push(self.put_new(entry.item()?)?);
        }
        self.transact(writes).await?;
        Ok(file)
    }

    pub(super) fn replace_head(
        &self,
        seen: u64,
        file: &CaseFile,
        files_revision: u64,
    ) -> Stored<TransactWriteItem> {
        let mut item = head_item(file)?;
        item.insert("files_revision".into(), number(files_revision));
        let put = aws_sdk_dynamodb::types::Put::builder()
            .table_name(&self.table)
            .set_item(Some(item))
            .condition_expression("revision = :seen AND files_revision = :files")
            .expression_attribute_values(":seen", number(seen))
            .expression_attribute_values(":files", number(files_revision));
        Ok(TransactWriteItem::builder().put(built(put.build())?).build())
    }

    /// Opens and closes the forms as the new state says. A form that was open must be as it was read.
    fn freeze(&self, before: &CaseFile, file: &CaseFile, loaded: &Loaded) -> Stored<Vec<TransactWriteItem>> {
        let mut writes = Vec::new();
        for section in &loaded.pack.sections {
            let was_open = is_open(before.state, section.filled_by);
            let opens = is_open(file.state, section.filled_by);
            if !was_open && !opens {
                continue;
            }
            let revision = loaded.revisions.get(&section.id).copied().unwrap_or_default();
            let update = Update::builder()
                .table_name(&self.table)
                .set_key(Some(with_key(keys::section(&file.id, &section.id))))
                .update_expression("SET frozen = :frozen")
                .condition_expression("revision = :seen")
                .expression_attribute_values(":frozen", AttributeValue::Bool(!opens))
                .expression_attribute_values(":seen", number(revision));
            writes.push(TransactWriteItem::builder().update(built(update.build())?).build());
        }
        Ok(writes)
    }

    fn version(&self, file: &CaseFile, loaded: &Loaded) -> Stored<Vec<TransactWriteItem>> {
        let key = |part: &str| keys::version(&file.id, file.version, part);
        let case = loaded.case(file);
        let files: Vec<&Attachment> = material(&case, FilledBy::Applicant).collect();
        let mut writes = vec![self.put_new(with_doc(key("FILES"), &files)?)?];
        for section in loaded.pack.sections_of(FilledBy::Applicant) {
            let data = loaded.answers.get(&section.id).cloned().unwrap_or_default();
            writes.push(self.put_new(with_doc(key(&section.id), &data)?)?);
        }
        Ok(writes)
    }

    /// Returns the writes for organisations that now see it, and for the live slot once it is over.
    fn followers(&self, before: &CaseFile, file: &CaseFile) -> Stored<Vec<TransactWriteItem>> {
        let mut writes = Vec::new();
        let first_visit = before.version == 0 && file.version > 0;
        let known = if first_visit { 0 } else { before.reached + 1 };
        for station in file.route.iter().take(file.reached + 1).skip(known) {
            writes.push(self.put(with_doc(keys::seen(&station.organisation, &file.id), &file.id)?)?);
        }
        if file.state.frees_cycle() {
            let key = with_key(keys::live(&file.applicant, file.cycle_year));
            let delete = built(Delete::builder().table_name(&self.table).set_key(Some(key)).build())?;
            writes.push(TransactWriteItem::builder().delete(delete).build());
        }
        Ok(writes)
    }

    /// One entry a recipient. The id of M4 is the order's: an order has exactly one.
    async fn messages(&self, file: &CaseFile, decision: &Decision) -> Stored<Vec<OutboxEntry>> {
        let mut entries = Vec::new();
        for message in &decision.messages {
            let targets = match (message.recipient(), file.waits_for()) {
                (Recipient::Applicant, _) => vec![OutboxTarget::Applicant(file.id.clone())],
                (Recipient::Station, Some(organisation)) => {
                    self.officers(organisation).await?.into_iter().map(OutboxTarget::Account).collect()
                }
                (Recipient::Station, None) => Vec::new(),
            };
            let source = match (&file.order, decision.order_fen) {
                (Some(order), Some(_)) => order.to_string(),
                (Some(_) | None, _) => format!("{}-{}", file.id, decision.entry.seq),
            };
            entries.extend(targets.into_iter().enumerate().map(|(i, target)| OutboxEntry {
                id: format!("{source}-{}-{i}", message.in_pack()),
                pack: file.pack.clone(),
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
pub(super) fn head_item(file: &CaseFile) -> Stored<Item> {
    let mut item = with_doc(keys::head(&file.id), file)?;
    item.insert("revision".into(), number(file.revision));
    item.insert("files_revision".into(), number(0));
    item.insert("open_to_applicant".into(), AttributeValue::Bool(is_open(file.state, FilledBy::Applicant)));
    item.insert("open_to_unit".into(), AttributeValue::Bool(is_open(file.state, FilledBy::Unit)));
    if let Some(organisation) = file.waits_for() {
        let due = file.due.map(|due| due.to_string()).unwrap_or_default();
        item.insert("waiting_pk".into(), text(keys::organisation(organisation).0));
        item.insert("waiting_sk".into(), text(format!("{due}#{}", file.id)));
    }
    Ok(item)
}
