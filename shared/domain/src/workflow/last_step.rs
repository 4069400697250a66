//! The step that can still be taken back.

use super::moves::Action;
use super::returns::OpenReturn;
use super::state::State;
use crate::ids::{OrderId, OrganisationId};
use crate::stage::Stage;
use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};

/// The step that was taken last, with everything that taking it back restores.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LastStep {
    pub action: Action,
    pub stage: Stage,
    /// The organisation that took it, and may take it back.
    pub organisation: OrganisationId,
    /// The instant from which it stands. Its messages wait until then.
    pub until: DateTime<FixedOffset>,
    /// The ids of its messages in the outbox.
    #[serde(default)]
    pub messages: Vec<String>,
    pub(super) state: State,
    pub(super) station: usize,
    pub(super) reached: usize,
    pub(super) unit_version: u32,
    pub(super) arrived_on: NaiveDate,
    pub(super) open_return: Option<OpenReturn>,
    pub(super) order: Option<OrderId>,
}
