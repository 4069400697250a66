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
    /// The applicant's wish to withdraw is answered.
    WithdrawalAnswered,
    /// An ended application waits again, for the applicant or an organisation.
    Reopened,
}

/// The messages that no step sends: time does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeMessage {
    /// The applicant's last day is near.
    Reminder,
    /// The last day of the organisation that holds the application is near.
    StationReminder,
    PublicityOver,
    /// An application has waited as long as the pack says.
    LongWaiting,
    /// The organisation's last day is over.
    Overdue,
}

impl TimeMessage {
    pub const ALL: [Self; 5] =
        [Self::Reminder, Self::StationReminder, Self::PublicityOver, Self::LongWaiting, Self::Overdue];
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
    Reminder { name: String, deadline: NaiveDate },
    PublicityOver { deadline: NaiveDate },
    LongWaiting { days: u32 },
    Overdue { deadline: NaiveDate },
    WithdrawalAnswered { name: String, stage: Stage },
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
            Self::Reminder { .. } => "M8",
            Self::Waiting { .. } => "M9",
            Self::ReturnedToUnit { .. } => "M10",
            Self::PublicityOver { .. } => "M11",
            Self::LongWaiting { .. } => "M12",
            Self::Overdue { .. } => "M13",
            Self::WithdrawalAnswered { .. } => "M14",
        }
    }

    /// Returns who gets the message; a code goes to the number that asked for it.
    pub fn recipient(&self) -> Recipient {
        match self {
            Self::Waiting { .. }
            | Self::ReturnedToUnit { .. }
            | Self::PublicityOver { .. }
            | Self::LongWaiting { .. }
            | Self::Overdue { .. } => Recipient::Station,
            Self::Code { .. }
            | Self::Submitted { .. }
            | Self::Returned { .. }
            | Self::Refused { .. }
            | Self::PaymentDue { .. }
            | Self::PaymentVerified { .. }
            | Self::Expired { .. }
            | Self::WithdrawalAnswered { .. }
            | Self::Reminder { .. } => Recipient::Applicant,
        }
    }
}
