//! Refusals of registering, signing in and setting a password.

use super::answer::Answer;
use domain::identifiers::IdNumberError;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum AccountRefusal {
    WrongCredentials,
    TooManySignIns {
        minutes: i64,
    },
    /// A code is on its way; the next one has to wait.
    CodeTooSoon,
    TooManyCodes,
    WrongCode,
    /// The code is used up, too old or was never sent.
    CodeGone,
    Name,
    NewPassword,
    Mobile,
    IdNumber(IdNumberError),
    /// The age in the ID number is no working age.
    Age,
    IdNumberTaken,
    MobileTaken,
    /// The mobile number of a new officer belongs to an account.
    OfficerMobileTaken,
    /// The platform has its first administrator.
    SetUpDone,
}

impl AccountRefusal {
    pub(super) fn answer(&self) -> Answer {
        match self {
            Self::WrongCredentials => Answer::new(401, "E_CREDENTIALS"),
            Self::TooManySignIns { .. } | Self::CodeTooSoon | Self::TooManyCodes => Answer::too_many(),
            Self::WrongCode | Self::CodeGone => Answer::invalid("/code"),
            Self::Name => Answer::invalid("/name"),
            Self::NewPassword => Answer::invalid("/password"),
            Self::Mobile | Self::MobileTaken | Self::OfficerMobileTaken => Answer::invalid("/mobile"),
            Self::IdNumber(_) | Self::Age | Self::IdNumberTaken => Answer::invalid("/id_number"),
            Self::SetUpDone => Answer::conflict("E_SET_UP_DONE"),
        }
    }
}
