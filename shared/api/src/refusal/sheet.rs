//! Refusals of reading a 公示表 and of asking whether one holds.

use super::answer::Answer;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum SheetRefusal {
    /// The unit has not made a table yet.
    NotGenerated,
    /// No sheet bears this code.
    UnknownCode,
    TooManyChecks,
}

impl SheetRefusal {
    pub(super) fn answer(&self) -> Answer {
        match self {
            Self::NotGenerated => Answer::conflict("E_TABLE_MISSING"),
            Self::UnknownCode => Answer::new(404, "E_CODE_UNKNOWN"),
            Self::TooManyChecks => Answer::too_many(),
        }
    }
}
