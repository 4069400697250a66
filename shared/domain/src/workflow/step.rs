//! A step as it is asked for, and as it is decided.

use super::log::LogEntry;
use super::moves::Action;
use super::returns::ReturnItem;
use super::{Application, State};
use crate::form::{Answers, Problem};
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
    /// The part whose answers and scans, as they are, become its next version.
    pub hands_on: Option<FilledBy>,
    /// Those of the unit's forms that change with the step, as they are to be.
    pub unit_forms: Answers,
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
    /// The sheet that hangs out names another place or time.
    PlanChanged,
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
    /// The application has been opened for review, and is no longer withdrawn without consent.
    Opened,
    /// The applicant has asked to withdraw, and has to be answered first.
    WithdrawalPending,
    WithdrawalNotAsked,
    /// The step was taken more than these minutes ago, or somebody has opened what it handed on.
    StepStands {
        minutes: u32,
    },
    TooLate {
        deadline: NaiveDate,
    },
    /// Nothing expires before its deadline is over.
    NotLate {
        deadline: NaiveDate,
    },
    /// The last day on which corrections are taken is over.
    NoTimeToCorrect {
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
            Self::PlanChanged => "E_PLAN_CHANGED",
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
            Self::Opened => "E_OPENED",
            Self::WithdrawalPending => "E_WITHDRAWAL_PENDING",
            Self::WithdrawalNotAsked => "E_WITHDRAWAL_NOT_ASKED",
            Self::StepStands { .. } => "E_STEP_STANDS",
            Self::TooLate { .. } => "E_TOO_LATE",
            Self::NotLate { .. } => "E_NOT_LATE",
            Self::NoTimeToCorrect { .. } => "E_NO_TIME_TO_CORRECT",
        }
    }
}
