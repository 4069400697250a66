//! What the server answers, which is Chinese.

use super::{Language, language};

/// In the language of the page; an answer that is not known stays as it is.
pub fn answer_in_language(chinese: &str) -> &str {
    match language() {
        Language::Chinese => chinese,
        Language::English => {
            let known = ANSWERS.iter().find(|(answer, _)| *answer == chinese);
            known.map_or(chinese, |(_, english)| english)
        }
    }
}

/// The sentences of `functions` and `domain` that applicants and officers can meet.
static ANSWERS: &[(&str, &str)] = &[
    ("请先登录；登录后可继续刚才的操作", "Please sign in, then go on with what you were doing"),
    ("没有找到，或您无权查看", "Not found, or you have no permission to see it"),
    (
        "这一栏已在别处修改并保存，请对照后选择保留哪一份",
        "This category was changed and saved elsewhere. Compare and choose which to keep",
    ),
    (
        "该申报刚刚被更新，请刷新页面查看最新状态后再操作",
        "The application has just been updated. Reload the page before you go on",
    ),
    (
        "该申报已被处理或更新，请刷新页面查看最新状态",
        "The application has been handled or updated. Please reload the page",
    ),
    (
        "系统繁忙，请稍后再试，已填写的内容不会丢失",
        "The system is busy. Try again later; nothing that you filled in is lost",
    ),
    (
        "系统出错，已记录，请稍后再试；已保存的内容不受影响",
        "Something went wrong and was recorded. Try again later; what is saved is safe",
    ),
    (
        "该申报目前不在本单位办理，请刷新页面查看最新进度",
        "The application is not with your organisation at present. Please reload the page",
    ),
    (
        "登录尝试次数过多，请15分钟后再试，或用手机验证码重设密码",
        "Too many attempts. Try again in 15 minutes, or set a new password with an SMS code",
    ),
    ("身份证号（手机号码）或密码不正确", "The ID number (mobile number) or the password is wrong"),
    ("验证码已发送，请60秒后再获取", "The code has been sent. You can get another in 60 seconds"),
    ("获取验证码次数过多，请稍后再试", "Too many codes were asked for. Please try again later"),
    ("验证码不正确，请核对短信", "The code is wrong. Please check the text message"),
    ("验证码已失效，请重新获取", "The code has expired. Please get a new one"),
    ("请填写11位手机号码", "Enter an 11-digit mobile number"),
    (
        "身份证号上的年龄应在16至100周岁之间，请核对出生日期",
        "The age in the ID number must be from 16 to 100. Please check the date of birth",
    ),
    (
        "该身份证号已注册，请直接登录；忘记密码可用手机验证码重设",
        "This ID number is registered. Please sign in; a forgotten password can be set anew by SMS code",
    ),
    (
        "该手机号码已注册，请直接登录或更换号码",
        "This mobile number is registered. Please sign in or use another number",
    ),
    ("没有找到这个工作单位，请从查询结果中选择", "This employer was not found. Choose one of the results"),
    (
        "您本年度已有一份申报，同一年度只能申报一个职称",
        "You have already applied this year. Only one title a year can be applied for",
    ),
    (
        "本年度申报尚未开放，请留意申报通知",
        "Applications are not open yet this year. Please watch the notices",
    ),
    (
        "请输入单位名称中的2个字以上，或18位统一社会信用代码",
        "Type at least 2 characters of the name, or the 18-character unified social credit code",
    ),
    (
        "材料已提交，不能更改评委会和专业",
        "The application has been submitted; committee and specialty are fixed",
    ),
    (
        "材料已提交或已上报，目前不能修改，请刷新页面查看最新进度",
        "The application has been submitted or forwarded and cannot be changed. Please reload the page",
    ),
    (
        "材料已提交或已上报，目前不能更改文件",
        "The application has been submitted or forwarded; its files cannot be changed",
    ),
    (
        "材料已提交过，不能再复制上次申报",
        "It was submitted before; the last application can no longer be copied",
    ),
    ("没有找到可以复制的上次申报", "There is no earlier application to copy"),
    (
        "请先填写这一条的内容并等待保存，再上传文件",
        "Fill in this entry and wait until it is saved before you upload the file",
    ),
    (
        "全部文件的总大小超过上限，请压缩或删减后再上传",
        "All files together are too large. Compress or delete some first",
    ),
    ("文件是空的，请重新选择", "The file is empty. Please choose again"),
    ("文件尚未上传完成，请重新上传", "The upload is not complete. Please upload again"),
    (
        "收到的文件大小与选择的不一致，请重新上传",
        "The file that arrived has another size. Please upload again",
    ),
    (
        "文件内容不是有效的JPG、PNG图片或PDF，请重新扫描后上传",
        "The file is not a valid JPG or PNG picture or PDF. Scan and upload it again",
    ),
    (
        "该文件已确认，或材料已提交，请刷新页面",
        "The file is confirmed already, or the application was submitted. Please reload the page",
    ),
    ("文件说明最多200字", "A description has at most 200 characters"),
    (
        "申报材料尚未通过职改办审核，目前无需缴费",
        "The application has not been approved yet; there is nothing to pay",
    ),
    (
        "未查询到缴费。如已缴费，请稍候几分钟再点“缴费验证”；如未缴费，请先扫码缴费",
        "No payment was found. If you have paid, verify again in a few minutes; if not, scan the code to pay",
    ),
    (
        "缴费平台暂时没有响应，请稍后再试；已缴的费用不会丢失",
        "The payment platform does not answer. Try again later; no payment is lost",
    ),
    (
        "缴费金额与订单不一致，请联系职改办处理",
        "The amount differs from the order. Please contact the title reform office",
    ),
    ("这一步不由您办理", "This step is not yours to take"),
    (
        "公示表内容与当前材料不一致，请重新生成公示表并公示",
        "The publicity notice no longer fits the application. Make it again and post it",
    ),
    (
        "退回须至少注明一处具体位置和原因（每条不少于5个字）",
        "A return names at least one place and reason (at least 5 characters each)",
    ),
    (
        "退回申报人的，位置应为申报人填写的栏目；退回单位补正的，位置应为单位填写的内容",
        "A return to the applicant names places in the application, a return to the employer places in the employer’s forms",
    ),
    ("请逐条填写对退回意见的说明", "Please answer every reason of the return"),
    ("请填写意见（不少于2个字）", "Enter an opinion (at least 2 characters)"),
    ("请先生成公示表", "Make the publicity notice first"),
    ("审议结果为“不推荐”，不能上报", "The panel did not recommend; the application cannot be forwarded"),
    (
        "单位推荐结论为“不予推荐”，不能上报，请退回申报人或不予受理",
        "The employer does not recommend; return the application or refuse it",
    ),
    (
        "公示异议成立，不能上报，请退回申报人或不予受理",
        "An objection was upheld; return the application or refuse it",
    ),
    (
        "文件已损坏，无法打开，请重新扫描后上传",
        "The file is damaged and cannot be opened. Please scan again and upload",
    ),
    (
        "图片尺寸过大，请按300dpi重新扫描后上传",
        "The picture has too many pixels. Please scan again at 300 dpi and upload",
    ),
    (
        "PDF文件设有密码或已加密，请取消加密后重新上传",
        "The PDF has a password or is encrypted. Remove the encryption and upload it again",
    ),
    (
        "PDF文件含有脚本或可执行内容，请打印后重新扫描上传",
        "The PDF contains scripts or programs. Please print it, scan it and upload the scan",
    ),
    ("PDF文件没有页面，请重新扫描后上传", "The PDF has no pages. Please scan again and upload"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::path::Path;

    fn sources(folder: &Path, text: &mut String) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                sources(&path, text);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                text.push_str(&fs::read_to_string(path).unwrap());
            }
        }
    }

    #[test]
    fn every_known_answer_is_one_that_the_server_gives() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let mut text = String::new();
        for folder in ["functions", "shared/domain/src"] {
            sources(&root.join(folder), &mut text);
        }
        for (answer, _) in ANSWERS {
            assert!(text.contains(&format!("{answer}\"")), "nobody says {answer}");
        }
    }
}
