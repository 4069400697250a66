//! The Chinese words of refusals, also for callers of the API without the site.

use crate::refusal::{
    AccountRefusal, ApiRefusal, ApplicationRefusal, OrganisationRefusal, PaymentRefusal, SectionRefusal,
    SheetRefusal, UploadRefusal,
};
use domain::dates;
use domain::words::chinese;

pub(super) fn refusal(refusal: &ApiRefusal) -> String {
    let words = match refusal {
        ApiRefusal::SignedOut => "请先登录；登录后可继续刚才的操作",
        ApiRefusal::NotFound => "没有找到，或您无权查看",
        ApiRefusal::Stale => "这一栏已在别处修改并保存，请对照后选择保留哪一份",
        ApiRefusal::Moved => "该申报刚刚被更新，请刷新页面查看最新状态后再操作",
        ApiRefusal::NotYourTurn => "该申报目前不在本单位办理，请刷新页面查看最新进度",
        ApiRefusal::UnknownPack => "没有这个申报批次，请刷新页面后重新选择",
        ApiRefusal::NotJson => "请求须为application/json",
        ApiRefusal::Unreadable { column } => {
            return format!("请求内容无法识别（第{column}列），请刷新页面后重试");
        }
        ApiRefusal::Busy => "系统繁忙，请稍后再试，已填写的内容不会丢失",
        ApiRefusal::Internal => "系统出错，已记录，请稍后再试；已保存的内容不受影响",
        ApiRefusal::Account(refusal) => return of_account(refusal),
        ApiRefusal::Application(refusal) => return of_application(refusal),
        ApiRefusal::Section(refusal) => return of_section(refusal),
        ApiRefusal::Upload(refusal) => return of_upload(refusal),
        ApiRefusal::Payment(refusal) => of_payment(refusal),
        ApiRefusal::Organisation(refusal) => return of_organisation(refusal),
        ApiRefusal::Sheet(refusal) => of_sheet(refusal),
        ApiRefusal::Step(refusal) => return chinese::refusal(refusal),
    };
    words.to_owned()
}

fn of_account(refusal: &AccountRefusal) -> String {
    let words = match refusal {
        AccountRefusal::WrongCredentials => "身份证号（手机号码）或密码不正确",
        AccountRefusal::TooManySignIns { minutes } => {
            return format!("登录尝试次数过多，请{minutes}分钟后再试，或用手机验证码重设密码");
        }
        AccountRefusal::CodeTooSoon => "验证码已发送，请60秒后再获取",
        AccountRefusal::TooManyCodes => "获取验证码次数过多，请稍后再试",
        AccountRefusal::WrongCode => "验证码不正确，请核对短信",
        AccountRefusal::CodeGone => "验证码已失效，请重新获取",
        AccountRefusal::Name => "请按身份证填写姓名（2至30个字，少数民族姓名用“·”）",
        AccountRefusal::NewPassword => "密码须为8至64位，并同时包含字母和数字",
        AccountRefusal::Mobile => "请填写11位手机号码",
        AccountRefusal::IdNumber(fault) => return fault.to_string(),
        AccountRefusal::Age => "身份证号上的年龄应在16至100周岁之间，请核对出生日期",
        AccountRefusal::IdNumberTaken => "该身份证号已注册，请直接登录；忘记密码可用手机验证码重设",
        AccountRefusal::MobileTaken => "该手机号码已注册，请直接登录或更换号码",
        AccountRefusal::OfficerMobileTaken => "该手机号码已有账号",
        AccountRefusal::SetUpDone => "平台已初始化，请用管理员账号登录",
    };
    words.to_owned()
}

fn of_application(refusal: &ApplicationRefusal) -> String {
    let words = match refusal {
        ApplicationRefusal::UnknownUnit => "没有找到这个工作单位，请从查询结果中选择",
        ApplicationRefusal::OneAYear => "您本年度已有一份申报，同一年度只能申报一个职称",
        ApplicationRefusal::NoBatch => "本年度申报尚未开放，请留意申报通知",
        ApplicationRefusal::OutsideBatch { from, to } => {
            let [from, to] = [from, to].map(|day| dates::in_chinese(*day));
            return format!("申报时间为{from}至{to}，目前不能开始申报");
        }
        ApplicationRefusal::ChoiceFixed => "材料已提交，不能更改评委会和专业",
        ApplicationRefusal::TargetTitle => "请选择申报职称",
        ApplicationRefusal::Industry => "请选择所属行业",
        ApplicationRefusal::CommitteeMismatch { reason } => reason,
        ApplicationRefusal::Specialty => "请从列表中选择申报专业；如果找不到一致的专业，可以选择最相近的专业",
        ApplicationRefusal::NotDraft => "材料已提交过，不能再复制上次申报",
        ApplicationRefusal::NothingEarlier => "没有找到可以复制的上次申报",
        ApplicationRefusal::Overtaken => "该申报已被处理或更新，请刷新页面查看最新状态",
        ApplicationRefusal::FormsOvertaken => {
            "本页的表格刚才在另一个页面或另一台设备上修改过，没有办理。请刷新页面，看过最新内容再办理"
        }
        ApplicationRefusal::VerifiedElsewhere => "请在缴费页面点击“缴费验证”",
        ApplicationRefusal::OfficeMissing { stage } => {
            return format!("{}尚未在平台登记，暂不能提交，请联系平台管理员", chinese::stage(*stage));
        }
    };
    words.to_owned()
}

fn of_section(refusal: &SectionRefusal) -> String {
    match refusal {
        SectionRefusal::Edit(refusal) => refusal.to_string(),
        SectionRefusal::DualDirected { counties, .. } => {
            format!("“定向评价定向使用”只限{}单位的申报人选择，请改为否", counties.join("、"))
        }
        SectionRefusal::TooLarge { kilobytes, max } => {
            let size = format!("本栏目内容过长（{kilobytes}KB，最多{max}KB），未能保存");
            format!("{size}。请删减后再保存，其他栏目不受影响")
        }
        SectionRefusal::Frozen => {
            "材料已提交或已上报，或者这一步已办理完，目前不能修改，请刷新页面查看最新进度".to_owned()
        }
        SectionRefusal::NotAsked { title } => format!("“{title}”无需填写，不用查询"),
        SectionRefusal::NeededFirst { title } => format!("请先完成“{title}”，再点击“查询”"),
    }
}

fn of_upload(refusal: &UploadRefusal) -> String {
    let words = match refusal {
        UploadRefusal::UnknownPlace => "没有这个上传位置，请刷新页面后重试",
        UploadRefusal::MisplacedRow => "上传位置不正确，请刷新页面后重试",
        UploadRefusal::UnsavedRow => "请先填写这一条的内容并等待保存，再上传文件",
        UploadRefusal::Frozen => "材料已提交或已上报，或者这一步已办理完，目前不能更改文件",
        UploadRefusal::MediaType { label, image_only: true } => {
            return format!("“{label}”只接受JPG、PNG图片");
        }
        UploadRefusal::MediaType { label, image_only: false } => {
            return format!("“{label}”只接受JPG、PNG图片或PDF文件");
        }
        UploadRefusal::Empty => "文件是空的，请重新选择",
        UploadRefusal::TooLarge { megabytes } => {
            return format!("单个文件不能超过{megabytes}MB，请压缩后再上传");
        }
        UploadRefusal::TotalTooLarge => "全部文件的总大小超过上限，请压缩或删减后再上传",
        UploadRefusal::Checksum => "文件校验值不正确，请重新选择文件",
        UploadRefusal::NotArrived => "文件尚未上传完成，请重新上传",
        UploadRefusal::OtherSize => "收到的文件大小与选择的不一致，请重新上传",
        UploadRefusal::Settled => "该文件已确认，或材料已提交，请刷新页面",
        UploadRefusal::OtherType { image_only: true } => "文件内容不是有效的JPG、PNG图片，请重新选择",
        UploadRefusal::OtherType { image_only: false } => {
            "文件内容不是有效的JPG、PNG图片或PDF，请重新扫描后上传"
        }
        UploadRefusal::Broken => "文件已损坏，无法打开，请重新扫描后上传",
        UploadRefusal::TooManyPixels => "图片尺寸过大，请按300dpi重新扫描后上传",
        UploadRefusal::TooFewPixels { label, least: [width, height], found: [found_width, found_height] } => {
            let asked = format!("“{label}”不得小于{width}×{height}像素");
            return format!("{asked}，这张只有{found_width}×{found_height}像素，请换一张更清晰的图片");
        }
        UploadRefusal::Encrypted => "PDF文件设有密码或已加密，请取消加密后重新上传",
        UploadRefusal::Scripted => "PDF文件含有脚本或可执行内容，请打印后重新扫描上传",
        UploadRefusal::NoPages => "PDF文件没有页面，请重新扫描后上传",
        UploadRefusal::TooManyPages { max } => {
            return format!("PDF文件不能超过{max}页，请拆分或只保留需要的页面后上传");
        }
        UploadRefusal::Kind => "请从列表中选择材料类别",
        UploadRefusal::DescriptionTooLong { max } => return format!("文件说明最多{max}字"),
        UploadRefusal::Degrees => "只能按90度旋转，请选择“左转”或“右转”",
    };
    words.to_owned()
}

fn of_payment(refusal: &PaymentRefusal) -> &'static str {
    match refusal {
        PaymentRefusal::NothingDue => "申报材料尚未通过职改办审核，或者申报已经结束，目前无需缴费",
        PaymentRefusal::NotPaid => {
            "未查询到缴费。如已缴费，请稍候几分钟再点“缴费验证”；如未缴费，请先扫码缴费"
        }
        PaymentRefusal::Amount => "缴费金额与订单不一致，请联系职改办处理",
        PaymentRefusal::GatewayDown => "缴费平台暂时没有响应，请稍后再试；已缴的费用不会丢失",
        PaymentRefusal::Signature => "签名无效",
    }
}

fn of_sheet(refusal: &SheetRefusal) -> &'static str {
    match refusal {
        SheetRefusal::NotGenerated => "公示表还没有生成，请在生成后下载",
        SheetRefusal::UnknownCode => "没有这个校验码的公示表，请核对公示表上的16位校验码",
        SheetRefusal::TooManyChecks => "查询次数过多，请一小时后再试",
    }
}

fn of_organisation(refusal: &OrganisationRefusal) -> String {
    let words = match refusal {
        OrganisationRefusal::Name => "请填写单位全称（2至60个字，与公章一致）",
        OrganisationRefusal::UnknownSupervisor => "没有这个主管部门，请先登记主管部门",
        OrganisationRefusal::Exists => "该信用代码的单位或该县区（系列）的部门已登记",
        OrganisationRefusal::UscCode => "统一社会信用代码应为18位数字或大写字母，请核对营业执照或法人证书",
        OrganisationRefusal::UscCheckCharacter => {
            "统一社会信用代码的校验位不符，请核对营业执照或法人证书；核对无误的，请确认后再登记"
        }
        OrganisationRefusal::Query => "请输入单位名称中的2个字以上，或18位统一社会信用代码",
        OrganisationRefusal::OtherBatch => "批次编号与地址不一致",
        OrganisationRefusal::RevisedPack { first } => {
            return format!("这是{first}的修订版，批次日期请在{first}中设置");
        }
        OrganisationRefusal::Batch(fault) => return fault.to_string(),
    };
    words.to_owned()
}
