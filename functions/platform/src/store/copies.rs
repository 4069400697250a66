//! Several sections at once, all or none: what 一键复制 fills.

use super::item::{built, with_key};
use super::sections::{IF_OPEN_AS_SEEN, SAVE, saved};
use super::{Store, Stored, keys};
use aws_sdk_dynamodb::types::{TransactWriteItem, Update};
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
                .update_expression(SAVE)
                .condition_expression(IF_OPEN_AS_SEEN)
                .set_expression_attribute_values(Some(saved(*seen, data, now, None)?));
            Ok(TransactWriteItem::builder().update(built(update.build())?).build())
        });
        let writes: Vec<TransactWriteItem> = writes.collect::<Stored<_>>()?;
        if writes.is_empty() { Ok(()) } else { self.transact(writes).await }
    }
}
