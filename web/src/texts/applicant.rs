//! The entry page, the applicant's home, and the steps of 开始申报.

pub struct ApplicantTexts {
    pub entry_what: &'static str,
    pub entry_who: &'static str,
    pub open_batches: &'static str,
    pub no_batch: &'static str,
    pub deadlines: [&'static str; 6],
    pub process: &'static str,
    pub process_steps: [(&'static str, &'static str); 4],
    pub notices: &'static str,
    pub all_notices: &'static str,
    pub to_home: &'static str,
    pub to_queue: &'static str,

    pub home: &'static str,
    pub home_lead: &'static str,
    pub start: &'static str,
    pub progress: &'static str,
    pub no_application: &'static str,
    pub admin_note: &'static str,
    pub officer_note: &'static str,
    pub unit: &'static str,
    pub specialty: &'static str,
    pub due: &'static str,
    pub continue_filling: &'static str,
    pub submit: &'static str,
    pub see_progress: &'static str,
    pub pay: &'static str,
    pub verify_payment: &'static str,
    pub returned: &'static str,
    pub returned_link: &'static str,
    pub payment_due: &'static str,

    pub step_names: [&'static str; 4],
    pub not_open: &'static str,
    pub target_title: &'static str,
    pub industry: &'static str,
    pub committee: &'static str,
    pub choose_both: &'static str,
    pub specialty_search: &'static str,
    pub specialty_search_help: &'static str,
    pub specialty_choice: &'static str,
    pub specialty_hint: &'static str,
    pub no_specialty: &'static str,
    pub specialty_note: &'static str,
    pub specialty_note_help: &'static str,
    pub unit_search: &'static str,
    pub unit_search_help: &'static str,
    pub unit_choice: &'static str,
    pub no_unit: &'static str,
    pub back: &'static str,
    pub next: &'static str,
    pub confirm_lead: &'static str,
    pub confirm_after: &'static str,
    pub choose_title: &'static str,
    pub choose_specialty: &'static str,
    pub choose_unit: &'static str,
}

pub(super) const ZH: ApplicantTexts = ApplicantTexts {
    entry_what: "工程系列职称网上申报：在手机或电脑上填写材料、上传扫描件，单位审核公示后逐级上报。",
    entry_who: "申报人注册后即可开始申报；单位经办人和各级审核部门用手机号码登录后办理待办事项。",
    open_batches: "申报时间",
    no_batch: "本年度的申报时间还没有公布，请留意通知公告。",
    deadlines: ["个人申报", "单位审核", "主管部门审核", "县区审核", "系列职改办审核", "缴费"],
    process: "申报步骤",
    process_steps: [
        ("填写材料", "填写15个栏目并上传扫描件，每次修改自动保存，填完后提交"),
        ("单位审核公示", "单位核对原件，公示不少于5个工作日，审议后推荐"),
        ("逐级审核", "主管部门、县区职改部门、系列职改办依次审核，结果发短信"),
        ("缴费验证", "审核通过后扫码缴费，再点缴费验证，等待评审"),
    ],
    notices: "通知公告",
    all_notices: "查看全部通知公告",
    to_home: "进入职称申报",
    to_queue: "进入待办事项",

    home: "职称申报",
    home_lead: "申报前请准备好身份证、学历和职称证书、社保证明等材料的扫描件。",
    start: "开始申报",
    progress: "职称申报进度",
    no_application: "还没有申报。点“开始申报”，按步骤选择职称、专业和单位。",
    admin_note: "您是平台管理员。机构、经办人和申报批次通过管理接口维护，这里没有需要办理的申报。",
    officer_note: "您是审核人员，请到“待办事项”办理。",
    unit: "申报单位",
    specialty: "申报专业",
    due: "办理期限",
    continue_filling: "继续填写",
    submit: "检查并提交",
    see_progress: "查看进度",
    pay: "缴费",
    verify_payment: "缴费验证",
    returned: "材料被退回，请按审核意见修改后重新提交。",
    returned_link: "查看退回原因并修改",
    payment_due: "审核已通过，请在期限内完成缴费和缴费验证，逾期视为放弃。",

    step_names: ["申报职称", "申报专业", "申报单位", "核对"],
    not_open: "现在不在个人申报时间内，不能开始申报。申报时间见首页和通知公告。",
    target_title: "申报什么职称",
    industry: "所属行业",
    committee: "评审委员会",
    choose_both: "选好职称和行业后，系统自动给出对应的评委会。",
    specialty_search: "查找专业",
    specialty_search_help: "输入专业名称或相关词，例如“汽车”“机械”",
    specialty_choice: "申报专业",
    specialty_hint: "找不到一致的专业？请选择最相近的专业。",
    no_specialty: "没有找到，请换一个词，或清空后从全部专业中选择。",
    specialty_note: "选择相近专业的说明（选填）",
    specialty_note_help: "写明实际从事的专业",
    unit_search: "查找单位",
    unit_search_help: "输入单位名称中的至少两个字，或18位统一社会信用代码",
    unit_choice: "申报单位",
    no_unit: "没有找到这个单位。请核对名称，或请单位联系平台管理员登记。",
    back: "上一步",
    next: "下一步",
    confirm_lead: "请核对以下信息，确认后进入填写。单位一经确定不能更改。",
    confirm_after: "确认并开始填写",
    choose_title: "请选择申报职称和所属行业",
    choose_specialty: "请选择申报专业",
    choose_unit: "请选择申报单位",
};

impl ApplicantTexts {
    pub fn n_found(&self, n: usize) -> String {
        format!("找到{n}个")
    }

    pub fn step(&self, number: usize, name: &str) -> String {
        format!("开始申报：第{number}步，{name}")
    }

    pub fn until(&self, day: &str) -> String {
        format!("截至{day}")
    }

    pub fn cycle(&self, year: i32) -> String {
        format!("{year}年度")
    }
}
