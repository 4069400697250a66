//! The applications on which time may act, found by an index, and how far the clock has come with them.

use super::item::{built, doc, text, with_doc, with_key};
use super::{Store, StoreError, Stored, keys};
use chrono::NaiveDate;
use domain::ids::ApplicationId;
use domain::workflow::State;
use serde::{Deserialize, Serialize};

/// Precedes every position.
const START: &str = " ";

/// An application in the index `clock`: of one pack and state, by the day of its arrival there.
pub struct Timed {
    pub application: ApplicationId,
    pub arrived_on: NaiveDate,
    /// Its place in the index.
    pub position: String,
}

/// The place where a pass over the index goes on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClockCursor {
    pub pack: String,
    pub state: State,
    pub position: String,
}

impl Store {
    /// Returns the first applications behind `position`, or of all if there is none, at most `limit`.
    pub async fn timed(
        &self,
        pack: &str,
        state: State,
        position: Option<&str>,
        limit: usize,
    ) -> Stored<Vec<Timed>> {
        let query = self.client.query().table_name(&self.table).index_name("clock");
        let page = query
            .key_condition_expression("clock_pk = :pk AND clock_sk > :position")
            .expression_attribute_values(":pk", text(keys::clock(pack, state)))
            .expression_attribute_values(":position", text(position.unwrap_or(START)))
            .limit(i32::try_from(limit).unwrap_or(i32::MAX))
            .send()
            .await
            .map_err(StoreError::of)?;
        let positions = page.items.unwrap_or_default().into_iter().map(|mut item| item.remove("clock_sk"));
        let positions = positions.filter_map(|position| position?.as_s().ok().cloned());
        positions.map(timed_at).collect()
    }

    pub async fn clock_cursor(&self) -> Stored<Option<ClockCursor>> {
        self.get_item(keys::clock_cursor()).await?.map(|item| doc(&item)).transpose()
    }

    pub async fn set_clock_cursor(&self, cursor: &ClockCursor) -> Stored<()> {
        self.transact(vec![self.put(with_doc(keys::clock_cursor(), cursor)?)?]).await
    }

    /// Says that the pass is over.
    pub async fn clear_clock_cursor(&self) -> Stored<()> {
        let key = with_key(keys::clock_cursor());
        let delete = self.client.delete_item().table_name(&self.table).set_key(Some(key));
        delete.send().await.map_err(StoreError::of)?;
        Ok(())
    }
}

fn timed_at(position: String) -> Stored<Timed> {
    let (day, id) = position.split_once('#').unwrap_or_default();
    let application = ApplicationId::new(id);
    Ok(Timed { application, arrived_on: built(day.parse())?, position })
}
