//! Courses, papers, career, sanctions, insurance and the declaration, in Chinese.

use super::values::{course_hours, months};
use crate::dates;
use crate::form::{CourseFault, EvidenceFault, Ineligible, InsuredFault};

pub(super) fn words(fault: &EvidenceFault) -> String {
    match fault {
        EvidenceFault::ECommonCourse { why: CourseFault::NotFound } => {
            "未查到本年度公需科目考试合格记录，请完成学习并考试合格后再点击“查询”".to_owned()
        }
        EvidenceFault::ECommonCourse { why: CourseFault::NotQueried } => {
            "请点击“查询”，系统将自动生成公需科目考试合格证明提示".to_owned()
        }
        EvidenceFault::WCommonCourseUnknown => {
            "公需科目查询服务暂不可用，可先提交，由单位人工核实；也可稍后再点击“查询”".to_owned()
        }
        EvidenceFault::EIndustryCe => {
            "请填写本行业继续教育情况，或勾选已完成本部门、本行业规定的继续教育任务".to_owned()
        }
        EvidenceFault::WCourseHours { wanted, short } => {
            let short: Vec<String> = short.iter().map(|of| course_hours(of.year, of.hours)).collect();
            let short = short.join("、");
            format!("专业科目继续教育每年一般不少于{wanted}学时，所填：{short}，请核对是否填全")
        }
        EvidenceFault::ESerialNumber => "期刊论文请填写CN号或ISSN号（版权页上有）".to_owned(),
        EvidenceFault::EOngoing => {
            "所选条件不计在研项目，完成时间不能为“至今”，请填写完成时间或另选条件".to_owned()
        }
        EvidenceFault::WCareerGap { organisation, months } => {
            format!("“{organisation}”与前面的经历之间间断超过{months}个月，请补充或核对")
        }
        EvidenceFault::WCareerOverlap { organisation } => {
            format!("“{organisation}”的起始时间早于前面经历的截止时间，两段重叠，请核对")
        }
        EvidenceFault::WCareerNotToPresent => {
            "主要经历应一直填到现在，请补充最近的经历，或将截止时间选为“至今”".to_owned()
        }
        EvidenceFault::ENotEligible { why: Ineligible::IntegrityRegister } => {
            "记入职称申报评审诚信档案库期间不得申报（40号令），填写有误的请改正".to_owned()
        }
        EvidenceFault::ENotEligible { why: Ineligible::Sanction } => {
            "受记过以上处分、处分期未满的不得申报职称（40号令第十四条），填写有误的请改正".to_owned()
        }
        EvidenceFault::EInsuranceMonths { asked, count, missing, looked_up } => {
            let missing: Vec<String> = missing.iter().map(|month| dates::month_in_chinese(month)).collect();
            let (asked, missing) = (months(asked), missing.join("、"));
            let again = if *looked_up { "。请重新点击“查询”" } else { "" };
            format!("社保须为申报前连续{count}个月（{asked}，不含申报当月），缺：{missing}{again}")
        }
        EvidenceFault::EInsuredPerson { why: InsuredFault::Name { applicant } } => {
            format!("参保人姓名应为申报人本人“{applicant}”，请核对参保证明")
        }
        EvidenceFault::EInsuredPerson { why: InsuredFault::IdTail } => {
            "参保人身份证号后四位与申报人不一致，请核对参保证明".to_owned()
        }
        EvidenceFault::ESignedName { name } => format!("承诺人签名应与申报人姓名“{name}”一致"),
        EvidenceFault::ERedeclare => "承诺之后又修改了其他内容，请核对后重新勾选承诺并签名".to_owned(),
    }
}
