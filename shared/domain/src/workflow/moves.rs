//! The diagram of the process: every state, who may do what there, and where it leads (§5.2).

use super::{Stage, State};
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Action {
    Submit,
    DeleteDraft,
    Return,
    StartPublicity,
    FinishPublicity,
    /// 逐级上报.
    Forward,
    Refuse,
    ReturnToUnit,
    Corrected,
    /// 审核通过 of the series office.
    Approve,
    RecordPaid,
    VerifyPayment,
    Expire,
    Withdraw,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum By {
    Applicant,
    /// The organisation whose queue holds the file.
    Stage(Stage),
    /// The payment gateway, by signed callback or by answer to a query.
    Gateway,
    Clock,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum To {
    State(State),
    /// The next station of the file's own route.
    NextStation,
    /// The station that sent the file back to the unit.
    ReturningStation,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    pub action: Action,
    pub by: By,
    pub to: To,
    /// Row of domain.md §5.2.
    pub rule: &'static str,
}

const fn step(rule: &'static str, action: Action, by: By, to: To) -> Move {
    Move { action, by, to, rule }
}

const fn upper_review(stage: Stage, rule: &'static str) -> [Move; 4] {
    let by = By::Stage(stage);
    [
        step(rule, Action::Forward, by, To::NextStation),
        step("T13", Action::Return, by, To::State(State::Returned)),
        step("T14", Action::ReturnToUnit, by, To::State(State::ReturnedToUnit)),
        step("T26", Action::Withdraw, By::Applicant, To::State(State::Withdrawn)),
    ]
}

const UNIT: By = By::Stage(Stage::Unit);
const SERIES: By = By::Stage(Stage::Series);
const SUPERVISOR: [Move; 4] = upper_review(Stage::Supervisor, "T10");
const COUNTY_TITLE: [Move; 4] = upper_review(Stage::CountyTitle, "T11");
const COUNTY_INDUSTRY: [Move; 4] = upper_review(Stage::CountyIndustry, "T12");

const DRAFT: [Move; 3] = [
    step("T2", Action::Submit, By::Applicant, To::State(State::UnitReview)),
    step("T3", Action::DeleteDraft, By::Applicant, To::State(State::Withdrawn)),
    step("T28", Action::Expire, By::Clock, To::State(State::Expired)),
];
const UNIT_REVIEW: [Move; 3] = [
    step("T4", Action::Return, UNIT, To::State(State::Returned)),
    step("T5", Action::StartPublicity, UNIT, To::State(State::UnitPublicity)),
    step("T26", Action::Withdraw, By::Applicant, To::State(State::Withdrawn)),
];
const UNIT_PUBLICITY: [Move; 4] = [
    step("T6", Action::FinishPublicity, UNIT, To::State(State::UnitRecommend)),
    step("T7", Action::Return, UNIT, To::State(State::Returned)),
    step("T7", Action::Refuse, UNIT, To::State(State::Refused)),
    step("T26", Action::Withdraw, By::Applicant, To::State(State::Withdrawn)),
];
const UNIT_RECOMMEND: [Move; 4] = [
    step("T8", Action::Forward, UNIT, To::NextStation),
    step("T8b", Action::Return, UNIT, To::State(State::Returned)),
    step("T9", Action::Refuse, UNIT, To::State(State::Refused)),
    step("T26", Action::Withdraw, By::Applicant, To::State(State::Withdrawn)),
];
const SERIES_REVIEW: [Move; 5] = [
    step("T17", Action::Approve, SERIES, To::State(State::PaymentPending)),
    step("T13", Action::Return, SERIES, To::State(State::Returned)),
    step("T14", Action::ReturnToUnit, SERIES, To::State(State::ReturnedToUnit)),
    step("T18", Action::Refuse, SERIES, To::State(State::Refused)),
    step("T26", Action::Withdraw, By::Applicant, To::State(State::Withdrawn)),
];
const RETURNED: [Move; 3] = [
    step("T16", Action::Submit, By::Applicant, To::State(State::UnitReview)),
    step("T28", Action::Expire, By::Clock, To::State(State::Expired)),
    step("T26", Action::Withdraw, By::Applicant, To::State(State::Withdrawn)),
];
const RETURNED_TO_UNIT: [Move; 1] = [step("T15", Action::Corrected, UNIT, To::ReturningStation)];
const PAYMENT_PENDING: [Move; 2] = [
    step("T19", Action::RecordPaid, By::Gateway, To::State(State::PaymentSubmitted)),
    step("T21", Action::Expire, By::Clock, To::State(State::Expired)),
];
const PAYMENT_SUBMITTED: [Move; 1] =
    [step("T20", Action::VerifyPayment, By::Applicant, To::State(State::PaymentVerified))];

impl State {
    /// Evaluation, result and certificate (T22–T25, T29) are steps of a later chapter.
    pub fn moves(self) -> &'static [Move] {
        match self {
            Self::Draft => &DRAFT,
            Self::UnitReview => &UNIT_REVIEW,
            Self::UnitPublicity => &UNIT_PUBLICITY,
            Self::UnitRecommend => &UNIT_RECOMMEND,
            Self::SupervisorReview => &SUPERVISOR,
            Self::CountyTitleReview => &COUNTY_TITLE,
            Self::CountyIndustryReview => &COUNTY_INDUSTRY,
            Self::SeriesReview => &SERIES_REVIEW,
            Self::Returned => &RETURNED,
            Self::ReturnedToUnit => &RETURNED_TO_UNIT,
            Self::PaymentPending => &PAYMENT_PENDING,
            Self::PaymentSubmitted => &PAYMENT_SUBMITTED,
            Self::PaymentVerified
            | Self::UnderEvaluation
            | Self::ResultPublicity
            | Self::Confirmed
            | Self::Certified
            | Self::NotPassed
            | Self::Refused
            | Self::Withdrawn
            | Self::Expired
            | Self::Revoked => &[],
        }
    }

    pub fn find_move(self, action: Action) -> Option<&'static Move> {
        self.moves().iter().find(|step| step.action == action)
    }
}

impl Action {
    /// The words on the button.
    pub fn label(self) -> &'static str {
        match self {
            Self::Submit => "提交",
            Self::DeleteDraft => "删除草稿",
            Self::Return => "退回修改",
            Self::StartPublicity => "审核通过，开始公示",
            Self::FinishPublicity => "公示结束，进入审议推荐",
            Self::Forward => "同意上报",
            Self::Refuse => "不予受理",
            Self::ReturnToUnit => "退回单位补正",
            Self::Corrected => "补正完成，重新上报",
            Self::Approve => "审核通过",
            Self::RecordPaid => "缴费成功",
            Self::VerifyPayment => "缴费验证",
            Self::Expire => "逾期视为放弃",
            Self::Withdraw => "撤回",
        }
    }
}
