//! What goes into a decision and what comes out of it.

use super::{Action, By, CaseFile, ReturnItem, State};
use crate::form::Problem;
use crate::policy::FilledBy;
use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A step as it is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    pub action: Action,
    /// Opinion, or the reason of a refusal.
    #[serde(default)]
    pub opinion: String,
    /// Of a return.
    #[serde(default)]
    pub reasons: Vec<ReturnItem>,
    /// Of a resubmission: one answer for each reason, in order.
    #[serde(default)]
    pub answers: Vec<String>,
}

/// Everything that one transaction writes.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    pub file: CaseFile,
    pub entry: LogEntry,
    pub outgoing: Vec<Outgoing>,
    /// The answers and files as they are become version `file.version`.
    pub freezes_version: bool,
    /// A payment order of this amount is created.
    pub order_fen: Option<u32>,
}

/// One line of the hash-chained log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogEntry {
    pub seq: u64,
    pub at: DateTime<FixedOffset>,
    pub action: Action,
    pub by: By,
    pub organisation_name: String,
    pub from: State,
    pub to: State,
    pub version: u32,
    pub opinion: String,
    pub reasons: Vec<ReturnItem>,
    pub previous_hash: String,
    pub hash: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Recipient {
    Applicant,
    /// The officers of the organisation whose queue holds the file.
    Station,
}

/// A message that exists if and only if the step does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outgoing {
    /// `M4`.
    pub message: String,
    pub to: Recipient,
    pub values: BTreeMap<String, String>,
}

#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Refusal {
    #[error("当前状态“{}”不能进行“{}”，请刷新页面查看最新进度", .0.label(), .1.label())]
    NotPossible(State, Action),
    #[error("这一步不由您办理")]
    NotYours,
    #[error("{}尚有{}处需要完善", part(*.0), .1.len())]
    Incomplete(FilledBy, Vec<Problem>),
    #[error("未经公示的申报材料一律不予受理：请生成公示表、完成不少于{0}个工作日的公示并填写公示情况")]
    NotPublicised(u32),
    #[error("公示表内容与当前材料不一致，请重新生成公示表并公示")]
    PublicityOutdated,
    #[error("退回须至少注明一处具体位置和原因（每条不少于5个字）")]
    ReasonsMissing,
    #[error("退回申报人的，位置应为申报人填写的栏目；退回单位补正的，位置应为单位填写的内容")]
    ReasonsElsewhere,
    #[error("请逐条填写对退回意见的说明")]
    AnswersMissing,
    #[error("请填写意见（不少于2个字）")]
    OpinionMissing,
    #[error("请先生成公示表")]
    TableMissing,
    #[error("审议结果为“不推荐”，不能上报")]
    NotRecommended,
    #[error("单位推荐结论为“不予推荐”，不能上报，请退回申报人或不予受理")]
    UnitNotRecommended,
    #[error("公示异议成立，不能上报，请退回申报人或不予受理")]
    ObjectionUpheld,
    #[error("该级别评审费尚未设置，请先在批次中设置评审费")]
    FeeMissing,
    #[error("已超过截止日期{0}，不能提交")]
    TooLate(String),
}

fn part(filled_by: FilledBy) -> &'static str {
    match filled_by {
        FilledBy::Applicant => "申报材料",
        FilledBy::Unit => "单位填写的内容",
    }
}

impl Refusal {
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotPossible(..) => "E_STEP_NOT_POSSIBLE",
            Self::NotYours => "E_NOT_YOURS",
            Self::Incomplete(..) => "E_INCOMPLETE",
            Self::NotPublicised(_) => "E_NOT_PUBLICISED",
            Self::PublicityOutdated => "E_PUBLICITY_OUTDATED",
            Self::ReasonsMissing => "E_REASONS_MISSING",
            Self::ReasonsElsewhere => "E_REASONS_ELSEWHERE",
            Self::AnswersMissing => "E_ANSWERS_MISSING",
            Self::OpinionMissing => "E_OPINION_MISSING",
            Self::TableMissing => "E_TABLE_MISSING",
            Self::NotRecommended => "E_NOT_RECOMMENDED",
            Self::UnitNotRecommended => "E_UNIT_NOT_RECOMMENDED",
            Self::ObjectionUpheld => "E_OBJECTION_UPHELD",
            Self::FeeMissing => "E_FEE_MISSING",
            Self::TooLate(_) => "E_TOO_LATE",
        }
    }
}
