//! One item a section: an autosave is one conditional write of one small item.

use super::item::{Item, doc, failed, number, number_of, text, with_key};
use super::{Store, StoreError, Stored, keys};
use api::applications::{Mark, StoredSection};
use aws_sdk_dynamodb::operation::update_item::UpdateItemError;
use aws_sdk_dynamodb::types::{AttributeValue, ReturnValuesOnConditionCheckFailure};
use chrono::{DateTime, FixedOffset};
use domain::form::SectionData;
use domain::ids::ApplicationId;

/// The outcome of a save.
pub enum Save {
    Done {
        revision: u64,
    },
    /// Somebody else saved meanwhile; this is what is stored.
    Stale(Box<StoredSection>),
    /// The application moved on: nobody may edit this form at present.
    Frozen,
}

impl Store {
    pub async fn section(&self, id: &ApplicationId, section: &str) -> Stored<Option<StoredSection>> {
        self.get_item(keys::section(id, section)).await?.map(|item| stored(&item)).transpose()
    }

    pub async fn save_section(
        &self,
        id: &ApplicationId,
        section: &str,
        seen: u64,
        data: &SectionData,
        now: DateTime<FixedOffset>,
        mark: Option<&Mark>,
    ) -> Stored<Save> {
        let update = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(with_key(keys::section(id, section))))
            .update_expression(SAVE)
            .condition_expression(IF_OPEN_AS_SEEN)
            .set_expression_attribute_values(Some(saved(seen, data, now, mark)?))
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld);
        match update.send().await {
            Ok(_) => Ok(Save::Done { revision: seen + 1 }),
            Err(error) => {
                let old = match error.as_service_error() {
                    Some(UpdateItemError::ConditionalCheckFailedException(failed)) => failed.item.clone(),
                    Some(_) | None => None,
                };
                match (StoreError::of(error), old) {
                    (StoreError::Changed, Some(old))
                        if old.get("frozen") == Some(&AttributeValue::Bool(true)) =>
                    {
                        Ok(Save::Frozen)
                    }
                    (StoreError::Changed, Some(old)) => Ok(Save::Stale(Box::new(stored(&old)?))),
                    (error, _) => Err(error),
                }
            }
        }
    }
}

pub(super) const SAVE: &str = "SET doc = :doc, revision = :next, saved_at = :now, mark = :mark";
pub(super) const IF_OPEN_AS_SEEN: &str = "revision = :seen AND frozen = :no";

/// Returns the values of `SAVE` and `IF_OPEN_AS_SEEN`.
pub(super) fn saved(
    seen: u64,
    data: &SectionData,
    now: DateTime<FixedOffset>,
    mark: Option<&Mark>,
) -> Stored<Item> {
    Ok(Item::from([
        (":doc".to_owned(), serde_dynamo::to_attribute_value(data).map_err(failed)?),
        (":next".to_owned(), number(seen + 1)),
        (":now".to_owned(), text(now.to_rfc3339())),
        (":mark".to_owned(), serde_dynamo::to_attribute_value(mark).map_err(failed)?),
        (":seen".to_owned(), number(seen)),
        (":no".to_owned(), AttributeValue::Bool(false)),
    ]))
}

pub(super) fn stored(item: &Item) -> Stored<StoredSection> {
    let saved_at = item.get("saved_at").and_then(|value| value.as_s().ok());
    Ok(StoredSection {
        revision: number_of(item, "revision"),
        data: doc(item)?,
        saved_at: saved_at.and_then(|text| DateTime::parse_from_rfc3339(text).ok()),
        mark: item.get("mark").and_then(|mark| serde_dynamo::from_attribute_value(mark.clone()).ok()),
    })
}
