//! The process in Chinese.

use crate::dates;
use crate::pack::{FilledBy, Pack};
use crate::stage::{Office, Stage};
use crate::workflow::{Action, Ending, Filling, Milestone, Payment, Refusal, State, UnitWork};
use chrono::NaiveDate;

pub fn state(state: State) -> &'static str {
    match state {
        State::Filling(Filling::Draft) => "草稿（填写中）",
        State::Filling(Filling::Returned) => "退回修改",
        State::Unit(UnitWork::Review) => "单位审核中",
        State::Unit(UnitWork::Publicity) => "单位公示中",
        State::Unit(UnitWork::Recommend) => "单位答辩、审议、推荐中",
        State::Unit(UnitWork::Correcting) => "退回单位补正",
        State::Office(Office::Supervisor) => "主管部门审核中",
        State::Office(Office::CountyTitle) => "县区职改部门审核中",
        State::Office(Office::CountyIndustry) => "县工信部门审核中（双定向）",
        State::Office(Office::Series) => "系列职改办审核中（市系列审核）",
        State::Payment(Payment::Due) => "待缴费",
        State::Payment(Payment::Paid) => "已缴费待验证",
        State::Over(Ending::Verified) => "缴费完成（待评审）",
        State::Over(Ending::Refused) => "不予受理",
        State::Over(Ending::Withdrawn) => "已撤回",
        State::Over(Ending::Expired) => "逾期视为放弃",
    }
}

/// The words on the button.
pub fn action(action: Action) -> &'static str {
    match action {
        Action::Submit => "提交",
        Action::DeleteDraft => "删除草稿",
        Action::Return => "退回修改",
        Action::StartPublicity => "审核通过，开始公示",
        Action::FinishPublicity => "公示结束，进入审议推荐",
        Action::VoidPublicity => "公示无效，重新公示",
        Action::Forward => "同意上报",
        Action::Refuse => "不予受理",
        Action::ReturnToUnit => "退回单位补正",
        Action::Corrected => "补正完成，重新上报",
        Action::Approve => "审核通过",
        Action::RecordPaid => "缴费成功",
        Action::VerifyPayment => "缴费验证",
        Action::Expire => "逾期视为放弃",
        Action::Withdraw => "撤回",
        Action::AskWithdrawal => "申请撤回",
        Action::AgreeToWithdrawal => "同意撤回",
        Action::DeclineWithdrawal => "不同意撤回",
        Action::Reopen => "重新受理",
        Action::TakeBack => "收回",
    }
}

pub fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Unit => "单位",
        Stage::Office(Office::Supervisor) => "主管部门",
        Stage::Office(Office::CountyTitle) => "县区职改部门",
        Stage::Office(Office::CountyIndustry) => "县工信部门",
        Stage::Office(Office::Series) => "系列职改办",
    }
}

/// The heading of a step of the timeline. The pack names the series office.
pub fn milestone(milestone: Milestone, pack: &Pack) -> &str {
    match milestone {
        Milestone::Filling => "填写提交",
        Milestone::UnitReview => "单位审核",
        Milestone::UnitPublicity => "单位公示",
        Milestone::Deliberation => "审议推荐",
        Milestone::DefenceAndDeliberation => "答辩、审议推荐",
        Milestone::Office(Office::Series) => &pack.offices.series_label,
        Milestone::Office(office) => stage(Stage::Office(office)),
        Milestone::Payment => "缴费",
        Milestone::Verification => "缴费验证",
    }
}

/// Returns why an application expired at this step of the timeline.
pub fn missed(milestone: Milestone, deadline: NaiveDate) -> String {
    let undone = match milestone {
        Milestone::Filling => "提交",
        Milestone::Payment | Milestone::Verification => "缴费",
        Milestone::UnitReview
        | Milestone::UnitPublicity
        | Milestone::Deliberation
        | Milestone::DefenceAndDeliberation
        | Milestone::Office(_) => "办理",
    };
    format!("在{}24时前没有{undone}，视为放弃本年度申报", dates::in_chinese(deadline))
}

/// Returns why a step is not taken, and what to do.
pub fn refusal(refusal: &Refusal) -> String {
    let sentence = match refusal {
        Refusal::NotPossible { state: now, action: wanted } => {
            let (now, wanted) = (state(*now), action(*wanted));
            return format!("当前状态“{now}”不能进行“{wanted}”，请刷新页面查看最新进度");
        }
        Refusal::Incomplete { part, problems } => {
            let whose = match part {
                FilledBy::Applicant => "申报材料",
                FilledBy::Unit => "单位填写的内容",
            };
            return format!("{whose}尚有{}处需要完善", problems.len());
        }
        Refusal::NotPublicised { days } => {
            return format!(
                "未经公示的申报材料一律不予受理：请生成公示表、完成不少于{days}个工作日的公示并填写公示情况"
            );
        }
        Refusal::TooLate { deadline } => {
            return format!("已超过截止日期{}，不能提交", dates::in_chinese(*deadline));
        }
        Refusal::NotLate { deadline } => {
            return format!("截止日期{}还没有过，不能按逾期处理", dates::in_chinese(*deadline));
        }
        Refusal::NoTimeToCorrect { deadline } => {
            return format!(
                "已超过最后补正日期{}，不能再退回。需要退回的，请系列职改办先延长最后补正日期",
                dates::in_chinese(*deadline)
            );
        }
        Refusal::RefusalUnexplained { min } => {
            return format!("不予受理的理由不得少于{min}个字，请写明事实和依据");
        }
        Refusal::StepStands { minutes } => {
            return format!("办理后超过{minutes}分钟，或者对方已经打开材料，这一步不能再收回");
        }
        Refusal::Opened => "审核部门已经打开材料，不能直接撤回，请刷新页面后申请撤回",
        Refusal::WithdrawalPending => "申报人已申请撤回，请先答复是否同意撤回",
        Refusal::WithdrawalNotAsked => "申报人没有申请撤回",
        Refusal::NotYours => "这一步不由您办理",
        Refusal::PublicityOutdated => "公示表内容与当前材料不一致，请重新生成公示表并公示",
        Refusal::ReasonsMissing => "退回须至少注明一处具体位置和原因（每条不少于5个字）",
        Refusal::ReasonsElsewhere => {
            "退回申报人的，位置应为申报人填写的栏目；退回单位补正的，位置应为单位填写的内容"
        }
        Refusal::AnswersMissing => "请逐条填写对退回意见的说明",
        Refusal::OpinionMissing => "请填写意见（不少于2个字）",
        Refusal::BasisMissing => "请选择不予受理的依据",
        Refusal::PlanChanged => {
            "公示安排或近5年考核结果在生成公示表之后修改过，请重新生成公示表，打印后换下原来的一张"
        }
        Refusal::TableMissing => "请先生成公示表",
        Refusal::NotRecommended => "审议结果为“不推荐”，不能上报",
        Refusal::UnitNotRecommended => "单位推荐结论为“不予推荐”，不能上报，请退回申报人或不予受理",
        Refusal::ObjectionUpheld => "公示异议成立，不能上报，请退回申报人或不予受理",
        Refusal::FeeMissing => "该级别评审费尚未设置，请先在批次中设置评审费",
    };
    sentence.to_owned()
}
