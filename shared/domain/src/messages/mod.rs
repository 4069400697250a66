//! Text messages: which there are and what fills them (§5.8).

mod text;

pub use text::{MAX_CHARS, text, values};

use crate::stage::Stage;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The messages that a row of the process names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepMessage {
    Submitted,
    Returned,
    Refused,
    PaymentDue,
    PaymentVerified,
    Expired,
    /// Something waits for the officers of an organisation.
    Waiting,
    ReturnedToUnit,
}

/// A message with the values that fill the gaps of its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "message")]
pub enum Message {
    Code { code: String },
    Submitted { name: String, title: String },
    Returned { name: String, stage: Stage, count: u32, deadline: NaiveDate },
    Refused { name: String, stage: Stage },
    PaymentDue { name: String, deadline: NaiveDate },
    PaymentVerified { name: String },
    Expired { name: String },
    Waiting { count: u32, deadline: NaiveDate },
    ReturnedToUnit { stage: Stage, count: u32, deadline: NaiveDate },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Recipient {
    Applicant,
    /// The officers of the organisation whose queue holds the application.
    Station,
}

impl Message {
    /// The id of the message's text in a pack: `M4`.
    pub fn in_pack(&self) -> &'static str {
        match self {
            Self::Code { .. } => "M0",
            Self::Submitted { .. } => "M1",
            Self::Returned { .. } => "M2",
            Self::Refused { .. } => "M3",
            Self::PaymentDue { .. } => "M4",
            Self::PaymentVerified { .. } => "M5",
            Self::Expired { .. } => "M6",
            Self::Waiting { .. } => "M9",
            Self::ReturnedToUnit { .. } => "M10",
        }
    }

    /// Returns who gets the message of a step; a code goes to the number that asked for it.
    pub fn recipient(&self) -> Recipient {
        match self {
            Self::Waiting { .. } | Self::ReturnedToUnit { .. } => Recipient::Station,
            Self::Code { .. }
            | Self::Submitted { .. }
            | Self::Returned { .. }
            | Self::Refused { .. }
            | Self::PaymentDue { .. }
            | Self::PaymentVerified { .. }
            | Self::Expired { .. } => Recipient::Applicant,
        }
    }
}
