//! 更改申报职称和专业, 撤回申报, 删除草稿.

#[derive(Debug)]
pub struct ChangingTexts {
    pub title: &'static str,
    pub link: &'static str,
    /// Beside the fields that only this changes.
    pub hint: &'static str,
    pub lead: &'static str,
    pub not_open: &'static str,
    pub unchanged: &'static str,
    pub effects: &'static str,
    pub kept: &'static str,
    pub criteria_anew: &'static str,
    pub requirements_anew: &'static str,
    pub other_office: &'static str,
    pub posted_anew: &'static str,
    pub nothing_to_mend: &'static str,
    pub save: &'static str,
    pub cancel: &'static str,

    pub delete: &'static str,
    pub delete_sure: &'static str,
    pub delete_means: [&'static str; 2],
    pub delete_yes: &'static str,
    pub deleted: &'static str,
    pub withdraw: &'static str,
    pub withdraw_sure: &'static str,
    pub withdraw_means: [&'static str; 2],
    pub withdraw_yes: &'static str,
    pub withdrawn: &'static str,
    pub keep: &'static str,

    /// What is chosen, and what was.
    pub was: fn(&str, &str) -> String,
    pub to_mend: fn(usize) -> String,
}

pub(super) const ZH: ChangingTexts = ChangingTexts {
    title: "更改申报职称和专业",
    link: "更改申报职称和专业",
    hint: "申报职称、所属行业、评委会或申报专业选错了？",
    lead: "选错了申报职称、所属行业或申报专业的，在这里更改；评委会随职称和行业确定。申报单位不能更改。现在的选择是：",
    not_open: "材料已提交，不能更改申报职称和专业。需要更改的，请联系审核部门退回，或撤回后重新申报。",
    unchanged: "与原来的选择相同，没有需要保存的更改。",
    effects: "保存前请了解",
    kept: "已填写的申报内容和已上传的扫描件都保留。",
    criteria_anew: "评审条件选项将重新校验：不属于新评委会的，须重新选择。",
    requirements_anew: "学历、资历、论文等要求将按新的申报职称重新检查。",
    other_office: "重新提交后，由新评委会对应的系列职改办审核。",
    posted_anew: "重新提交后，单位须重新公示。",
    nothing_to_mend: "按新的选择检查，没有因此需要修改的内容。",
    save: "保存更改",
    cancel: "不更改，返回填写",

    delete: "删除草稿",
    delete_sure: "确定删除这份草稿吗？",
    delete_means: [
        "删除后，已填写的内容和已上传的扫描件不再显示，也不能在网上恢复。",
        "在个人申报时间内，您可以重新开始申报。",
    ],
    delete_yes: "确定删除",
    deleted: "草稿已删除。",
    withdraw: "撤回申报",
    withdraw_sure: "确定撤回这份申报吗？",
    withdraw_means: [
        "撤回后，这份申报即告终止，各级部门不再审核，不能恢复。",
        "在个人申报时间内，您可以重新开始申报，并复制这次填写的内容；扫描件须重新上传。",
    ],
    withdraw_yes: "确定撤回",
    withdrawn: "申报已撤回。",
    keep: "取消",

    was: |now, before| format!("{now}（原为：{before}）"),
    to_mend: |n| format!("按新的选择检查，有{n}处需要修改"),
};

pub(super) const EN: ChangingTexts = ChangingTexts {
    title: "Change title and specialty",
    link: "Change title and specialty",
    hint: "Is the title, industry, committee or specialty wrong?",
    lead: "Correct the title, the industry or the specialty here. The committee follows from title and industry. The employer cannot be changed. Your present choice:",
    not_open: "The application has been submitted; title and specialty are fixed. Ask the reviewer to return it, or withdraw it and apply again.",
    unchanged: "This is the choice you had. There is nothing to save.",
    effects: "Before you save",
    kept: "Everything that you filled in and uploaded is kept.",
    criteria_anew: "The chosen criteria are checked again. Those of another committee must be chosen anew.",
    requirements_anew: "Education, seniority, papers and other requirements are checked again for the new title.",
    other_office: "Once submitted again, the application goes to the series title reform office of the new committee.",
    posted_anew: "Once you submit again, your employer must publicise the application anew.",
    nothing_to_mend: "With the new choice, nothing else needs correction.",
    save: "Save the change",
    cancel: "Keep the old choice",

    delete: "Delete draft",
    delete_sure: "Delete this draft?",
    delete_means: [
        "What you filled in and uploaded will no longer be shown and cannot be restored online.",
        "You can start a new application while applications are open.",
    ],
    delete_yes: "Delete the draft",
    deleted: "The draft was deleted.",
    withdraw: "Withdraw application",
    withdraw_sure: "Withdraw this application?",
    withdraw_means: [
        "The application ends; nobody reviews it any further, and it cannot be restored.",
        "While applications are open you can start a new one and copy what you filled in; scans must be uploaded again.",
    ],
    withdraw_yes: "Withdraw it",
    withdrawn: "The application was withdrawn.",
    keep: "Cancel",

    was: |now, before| format!("{now} (before: {before})"),
    to_mend: |n| format!("To correct with the new choice: {}", super::counted(n, "item", "items")),
};
