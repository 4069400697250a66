//! Several categories at once, all or none: what 一键复制 fills.

use super::item::{built, failed, number, text, with_key};
use super::{Store, Stored, keys};
use aws_sdk_dynamodb::types::{AttributeValue, TransactWriteItem, Update};
use chrono::{DateTime, FixedOffset};
use domain::form::SectionData;
use domain::ids::ApplicationId;

impl Store {
    /// Each with the revision that was read; `Changed` when one of them moved on or is frozen.
    pub async fn save_sections(
        &self,
        id: &ApplicationId,
        sections: &[(&str, u64, &SectionData)],
        now: DateTime<FixedOffset>,
    ) -> Stored<()> {
        let writes = sections.iter().map(|(section, seen, data)| {
            let update = Update::builder()
                .table_name(&self.table)
                .set_key(Some(with_key(keys::section(id, section))))
                .update_expression("SET doc = :doc, revision = :next, saved_at = :now")
                .condition_expression("revision = :seen AND frozen = :no")
                .expression_attribute_values(":doc", serde_dynamo::to_attribute_value(data).map_err(failed)?)
                .expression_attribute_values(":next", number(seen + 1))
                .expression_attribute_values(":now", text(now.to_rfc3339()))
                .expression_attribute_values(":seen", number(seen))
                .expression_attribute_values(":no", AttributeValue::Bool(false));
            Ok(TransactWriteItem::builder().update(built(update.build())?).build())
        });
        let writes: Vec<TransactWriteItem> = writes.collect::<Stored<_>>()?;
        if writes.is_empty() { Ok(()) } else { self.transact(writes).await }
    }
}
