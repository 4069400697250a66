//! A step as it is asked for, and as it is decided.

use super::log::LogEntry;
use super::moves::Action;
use super::returns::ReturnItem;
use super::{Application, State};
use crate::form::Problem;
use crate::messages::Message;
use crate::pack::FilledBy;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A step as it is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    pub action: Action,
    /// The opinion, or the reason of a refusal.
    #[serde(default)]
    pub opinion: String,
    /// The basis of a refusal, one of the pack's.
    #[serde(default)]
    pub basis: String,
    /// The reasons of a return.
    #[serde(default)]
    pub reasons: Vec<ReturnItem>,
    /// The answers of a resubmission: one for each reason, in order.
    #[serde(default)]
    pub answers: Vec<String>,
}

impl Step {
    /// A step that says nothing.
    pub fn silent(action: Action) -> Self {
        Self {
            action,
            opinion: String::new(),
            basis: String::new(),
            reasons: Vec::new(),
            answers: Vec::new(),
        }
    }
}

/// Everything that one transaction writes.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    pub application: Application,
    pub entry: LogEntry,
    pub messages: Vec<Message>,
    /// The answers and applications as they are become version `application.version`.
    pub freezes_version: bool,
    /// A payment order of this amount is created.
    pub order_fen: Option<u32>,
}

/// The reason why a step is not taken. Its words are in [`words`](crate::words).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Refusal {
    NotPossible {
        state: State,
        action: Action,
    },
    NotYours,
    Incomplete {
        part: FilledBy,
        problems: Vec<Problem>,
    },
    /// The pack asks for this many working days of publicity.
    NotPublicised {
        days: u32,
    },
    PublicityOutdated,
    ReasonsMissing,
    ReasonsElsewhere,
    AnswersMissing,
    OpinionMissing,
    BasisMissing,
    /// The pack asks for this many characters.
    RefusalUnexplained {
        min: u32,
    },
    TableMissing,
    NotRecommended,
    UnitNotRecommended,
    ObjectionUpheld,
    FeeMissing,
    TooLate {
        deadline: NaiveDate,
    },
}

impl Refusal {
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotPossible { .. } => "E_STEP_NOT_POSSIBLE",
            Self::NotYours => "E_NOT_YOURS",
            Self::Incomplete { .. } => "E_INCOMPLETE",
            Self::NotPublicised { .. } => "E_NOT_PUBLICISED",
            Self::PublicityOutdated => "E_PUBLICITY_OUTDATED",
            Self::ReasonsMissing => "E_REASONS_MISSING",
            Self::ReasonsElsewhere => "E_REASONS_ELSEWHERE",
            Self::AnswersMissing => "E_ANSWERS_MISSING",
            Self::OpinionMissing => "E_OPINION_MISSING",
            Self::BasisMissing => "E_BASIS_MISSING",
            Self::RefusalUnexplained { .. } => "E_REFUSAL_UNEXPLAINED",
            Self::TableMissing => "E_TABLE_MISSING",
            Self::NotRecommended => "E_NOT_RECOMMENDED",
            Self::UnitNotRecommended => "E_UNIT_NOT_RECOMMENDED",
            Self::ObjectionUpheld => "E_OBJECTION_UPHELD",
            Self::FeeMissing => "E_FEE_MISSING",
            Self::TooLate { .. } => "E_TOO_LATE",
        }
    }
}
