//! The states of an application (domain.md §5.1).

use super::Stage;
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum State {
    Draft,
    UnitReview,
    UnitPublicity,
    UnitRecommend,
    SupervisorReview,
    CountyTitleReview,
    CountyIndustryReview,
    SeriesReview,
    Returned,
    ReturnedToUnit,
    PaymentPending,
    PaymentSubmitted,
    PaymentVerified,
    UnderEvaluation,
    ResultPublicity,
    Confirmed,
    Certified,
    NotPassed,
    Refused,
    Withdrawn,
    Expired,
    Revoked,
}

impl State {
    pub const ALL: [Self; 22] = [
        Self::Draft,
        Self::UnitReview,
        Self::UnitPublicity,
        Self::UnitRecommend,
        Self::SupervisorReview,
        Self::CountyTitleReview,
        Self::CountyIndustryReview,
        Self::SeriesReview,
        Self::Returned,
        Self::ReturnedToUnit,
        Self::PaymentPending,
        Self::PaymentSubmitted,
        Self::PaymentVerified,
        Self::UnderEvaluation,
        Self::ResultPublicity,
        Self::Confirmed,
        Self::Certified,
        Self::NotPassed,
        Self::Refused,
        Self::Withdrawn,
        Self::Expired,
        Self::Revoked,
    ];

    pub fn label(self) -> &'static str {
        match self {
            Self::Draft => "草稿（填写中）",
            Self::UnitReview => "单位审核中",
            Self::UnitPublicity => "单位公示中",
            Self::UnitRecommend => "单位答辩、审议、推荐中",
            Self::SupervisorReview => "主管部门审核中",
            Self::CountyTitleReview => "县区职改部门审核中",
            Self::CountyIndustryReview => "县工信部门审核中（双定向）",
            Self::SeriesReview => "系列职改办审核中（市系列审核）",
            Self::Returned => "退回修改",
            Self::ReturnedToUnit => "退回单位补正",
            Self::PaymentPending => "待缴费",
            Self::PaymentSubmitted => "已缴费待验证",
            Self::PaymentVerified => "缴费完成（待评审）",
            Self::UnderEvaluation => "评审中",
            Self::ResultPublicity => "评审结果公示中",
            Self::Confirmed => "已确认",
            Self::Certified => "已发证",
            Self::NotPassed => "评审未通过",
            Self::Refused => "不予受理",
            Self::Withdrawn => "已撤回",
            Self::Expired => "逾期视为放弃",
            Self::Revoked => "已撤销",
        }
    }

    /// Whether the applicant may change the fifteen categories.
    pub fn is_editable(self) -> bool {
        self.moves().iter().any(|step| step.action == super::Action::Submit)
    }

    /// Whether the unit may fill in its own forms.
    pub fn is_with_unit(self) -> bool {
        match self {
            Self::UnitReview | Self::UnitPublicity | Self::UnitRecommend | Self::ReturnedToUnit => true,
            Self::Draft
            | Self::SupervisorReview
            | Self::CountyTitleReview
            | Self::CountyIndustryReview
            | Self::SeriesReview
            | Self::Returned
            | Self::PaymentPending
            | Self::PaymentSubmitted
            | Self::PaymentVerified
            | Self::UnderEvaluation
            | Self::ResultPublicity
            | Self::Confirmed
            | Self::Certified
            | Self::NotPassed
            | Self::Refused
            | Self::Withdrawn
            | Self::Expired
            | Self::Revoked => false,
        }
    }

    /// The upper review that this state is.
    pub fn stage(self) -> Option<Stage> {
        match self {
            Self::SupervisorReview => Some(Stage::Supervisor),
            Self::CountyTitleReview => Some(Stage::CountyTitle),
            Self::CountyIndustryReview => Some(Stage::CountyIndustry),
            Self::SeriesReview => Some(Stage::Series),
            Self::UnitReview | Self::UnitPublicity | Self::UnitRecommend | Self::ReturnedToUnit => {
                Some(Stage::Unit)
            }
            Self::Draft
            | Self::Returned
            | Self::PaymentPending
            | Self::PaymentSubmitted
            | Self::PaymentVerified
            | Self::UnderEvaluation
            | Self::ResultPublicity
            | Self::Confirmed
            | Self::Certified
            | Self::NotPassed
            | Self::Refused
            | Self::Withdrawn
            | Self::Expired
            | Self::Revoked => None,
        }
    }

    /// Nothing more can happen in this cycle.
    pub fn is_over(self) -> bool {
        self.moves().is_empty()
    }

    /// It ended unpaid, so the applicant may start another application in the same cycle (X9).
    pub fn frees_cycle(self) -> bool {
        self.is_over() && self != Self::PaymentVerified
    }
}
