//! Committee, specialty, identity and education, in Chinese.

use crate::form::ChoiceFault;
use crate::words::place::Place;

pub(super) fn words(fault: &ChoiceFault, at: &Place<'_>) -> String {
    match fault {
        ChoiceFault::ECommitteeMismatch { committee } => {
            let reason = at.pack.committee(committee).map(|committee| committee.reason.as_str());
            reason.unwrap_or("所选评委会不受理这一行业的这一职称").trim_end_matches('。').to_owned()
        }
        ChoiceFault::ESpecialty => {
            "“申报专业”不在该评委会的专业目录中；如果找不到一致的专业，可以选择最相近的专业".to_owned()
        }
        ChoiceFault::EDualDirected => {
            let counties = at.pack.counties.iter().filter(|county| county.dual_directed);
            let counties: Vec<&str> = counties.map(|county| county.name.as_str()).collect();
            format!("“定向评价定向使用”只限{}单位的申报人选择，请改为否", counties.join("、"))
        }
        ChoiceFault::WIdentityMismatch => {
            "个人身份性质与工作单位登记的性质不一致，请按人事劳动关系所在单位核对，单位审核时须确认"
                .to_owned()
        }
        ChoiceFault::WDegree { education, degree } => {
            let level = at.chosen("education_level", education);
            let obtained = at.chosen("degree", degree);
            format!(
                "所填学历“{level}”与学位“{obtained}”不相符，请对照证书核对；不是随这一学历取得的学位，请另加一条学历填写"
            )
        }
        ChoiceFault::WMajor { major } => {
            format!("申报依据学历的专业“{major}”与申报专业似乎不相近，请核对，属于相近专业的可以继续")
        }
    }
}
