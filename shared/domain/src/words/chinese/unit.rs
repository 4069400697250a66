//! The unit's forms, in Chinese.

use crate::calendar::CalendarMissing;
use crate::dates;
use crate::form::{PresenceFault, ReviewPart, UnitFault, VotesFault};
use crate::words::place::{LaidOut, Place};

pub(super) fn words(fault: &UnitFault, at: &Place<'_>) -> String {
    match fault {
        UnitFault::ENotChecked => format!("请审核“{}”并标注结果", row(at)),
        UnitFault::ECheckFailed => format!("“{}”有问题，请退回申报人修改完善", row(at)),
        UnitFault::EPublicityBeforeTable { generated } => format!(
            "公示表于{}生成，公示开始日期不能早于这一天，请按实际张贴日期填写",
            dates::in_chinese(*generated)
        ),
        UnitFault::EPublicityBeforeVersion { submitted } => format!(
            "公示的这一版申报材料于{}提交，补登的公示开始日期不能早于这一天，请按实际张贴日期填写",
            dates::in_chinese(*submitted)
        ),
        UnitFault::WPublicityPostedBefore { generated } => format!(
            "本次公示是补登的：单位填报公示表在录入系统之前已经张贴，系统里的公示表于{}生成。请对照盖章公示表扫描件核对公示日期和内容",
            dates::in_chinese(*generated)
        ),
        UnitFault::EPublicityTooShort { min, found, earliest } => format!(
            "公示期不能少于{min}个工作日（双休日和节假日不计入），现为{found}个工作日，最早应公示至{}",
            dates::in_chinese(*earliest)
        ),
        UnitFault::EPublicityNotOver { end } | UnitFault::WPublicityRuns { end } => {
            format!("公示至{}24时结束，结束后再填写有无异议和公示结论", dates::in_chinese(*end))
        }
        UnitFault::EPublicityConclusion => "“公示结论”与“有无异议”不符，请核对后重新选择".to_owned(),
        UnitFault::EBeforePublicity { end } => format!(
            "“{}”应在公示结束（{}24时）之后。修改后重新公示的，公示结束后应重新答辩、审议，重新出具推荐意见",
            at.label(),
            dates::in_chinese(*end)
        ),
        UnitFault::WDuringPublicity { end } => {
            format!("“{}”在公示期内（公示至{}24时结束），请核对", at.label(), dates::in_chinese(*end))
        }
        UnitFault::ECalendarMissing { year } => CalendarMissing { year: *year }.to_string(),
        UnitFault::EPanelTooSmall { min, found } => format!("答辩小组不得少于{min}人，现有{found}人"),
        UnitFault::EDefenseAfter { defended, deliberated } => format!(
            "面试答辩应在审议前组织：答辩（{} {}）不早于审议（{} {}），请核对",
            defended.date, defended.time, deliberated.date, deliberated.time
        ),
        UnitFault::EGroupTooSmall { min, found } => {
            format!("审议推荐小组不得少于{min}人（同一人不重复计算），现有{found}人")
        }
        UnitFault::EOneLeader { found } => format!("审议小组应有且仅有一名组长，现选了{found}名"),
        UnitFault::EPresent { why: PresenceFault::LeaderAbsent } => {
            "审议小组组长应到会，请核对“是否到会”".to_owned()
        }
        UnitFault::EPresent { why: PresenceFault::TooFew { min, found } } => {
            format!("审议时到会的成员不得少于{min}人，现有{found}人到会")
        }
        UnitFault::EPresent { why: PresenceFault::Count { attended } } => {
            format!("“到会人数”与成员名单中到会的{attended}人不符，请核对")
        }
        UnitFault::EVotes { why: VotesFault::Sum { present, cast } } => {
            format!("同意、反对、弃权票数之和应等于到会人数{present}，现为{cast}")
        }
        UnitFault::EVotes { why: VotesFault::NoMajority { votes_for } } => {
            format!("审议结果为推荐的，同意票应超过到会人数的一半，现为{votes_for}票")
        }
        UnitFault::EAppraisal => format!("请填写{}的考核结果", row(at)),
        UnitFault::EOwnReview { part } => own_review(*part),
        UnitFault::ETrivialOpinion => {
            format!("“{}”不能简单地写“同意推荐”，请对申报人作出具体评价", at.label())
        }
        UnitFault::ESameOpinion => format!("“{}”与其他方面的评价相同，请分别评价", at.label()),
    }
}

/// The heading of a row that the system lays out.
fn row(at: &Place<'_>) -> String {
    match at.laid_out() {
        Some(LaidOut::Section(section)) => format!("{}．{}", section.number, section.title),
        Some(LaidOut::Year(year)) => format!("{year}年"),
        None => String::new(),
    }
}

fn own_review(part: ReviewPart) -> String {
    let must_not = match part {
        ReviewPart::DefensePanel => "不能参加对本人的答辩小组",
        ReviewPart::DeliberationGroup => "不能参加对本人的审议小组",
        ReviewPart::Signer => "不能作为单位负责人签署本人的推荐意见",
    };
    format!(
        "与申报人同名：申报人{must_not}，请改由他人担任；确是同名的另一人，请在姓名后注明部门，如“（技术部）”"
    )
}
