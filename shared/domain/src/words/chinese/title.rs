//! The title held now against the one applied for, in Chinese.

use super::values;
use crate::form::{LevelSkip, NoTitleFault, TitleFault, UsualProof};
use crate::words::place::Place;

pub(super) fn words(fault: &TitleFault, at: &Place<'_>) -> String {
    match fault {
        TitleFault::ENoTitleApplication { why: NoTitleFault::LowestTitle } => {
            "符合条件申报助理工程师的均为正常申报，“无职称申报”应为“否”".to_owned()
        }
        TitleFault::ENoTitleApplication { why: NoTitleFault::Transfer } => {
            "转评须已有职称，不能同时选无职称申报：请将“无职称申报”改为“否”并填写现职称，或将“申报方式”改为“晋升”"
                .to_owned()
        }
        TitleFault::ELevelSkip { why } => level_skip(*why),
        TitleFault::WLevelSkip => {
            "现职称与申报职称不是逐级衔接，按破格申报审核，请核对破格申报情况是否填写完整".to_owned()
        }
        TitleFault::WProofPath { usual } => {
            let usual = match usual {
                UsualProof::LaborContract => "民营企业、社会组织申报人员一般提供劳动合同及对应的社保缴费证明",
                UsualProof::Establishment => "事业单位、国有企业申报人员一般提供入编证明或聘任合同",
            };
            format!("{usual}，所选证明方式与个人身份性质不一致，请核对")
        }
        TitleFault::WOtherSeries => {
            let own = &at.pack.batch.own_series;
            format!("现职称不是{own}系列，申报方式一般应为“转评”或“第二职称”，请核对")
        }
        TitleFault::WTitleBeforeGraduation => "现职称取得时间早于申报依据学历的毕业时间，请核对".to_owned(),
        TitleFault::WTitleLevel { name } => {
            format!("现职称名称“{name}”与所选职称级别不符，请对照职称证书核对")
        }
        TitleFault::ESeniority { served: Some(served) } | TitleFault::WSeniority { served: Some(served) } => {
            let served = values::served(served, at.pack);
            format!("{served}，尚不足；符合破格条件的请选择破格申报")
        }
        TitleFault::ESeniority { served: None } | TitleFault::WSeniority { served: None } => {
            "按所填学历和现职称没有对应的年限规定，一般须破格申报，请对照评审条件核对".to_owned()
        }
    }
}

fn level_skip(why: LevelSkip) -> String {
    let wanted = match why {
        LevelSkip::FirstTitle => {
            return "只有申报助理工程师的可以没有现职称，请选“是”并填写现职称；符合无职称申报条件的请选择无职称申报"
                .to_owned();
        }
        LevelSkip::WithoutTitle => "无职称申报只能申报中级职称",
        LevelSkip::Transfer => "转评申报同级职称，现职称级别应与申报职称相同",
        LevelSkip::SecondTitle => "第二职称不能越级，现职称级别不应低于申报职称的下一级",
        LevelSkip::Promotion => "现职称级别应为申报职称的下一级",
    };
    format!("职称应逐级申报：{wanted}，请核对，符合破格条件的请选择破格申报")
}
