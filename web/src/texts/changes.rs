//! Versions, and what was changed between them.

use domain::pack::FilledBy;

#[derive(Debug)]
pub struct ChangesTexts {
    pub latest: &'static str,
    pub own: &'static str,
    /// Before what was changed by whoever is correcting.
    pub own_lead: &'static str,
    pub own_none: &'static str,
    pub versions: fn(usize) -> String,
    pub version: fn(FilledBy, u32) -> String,
    pub after: fn(&str) -> String,
    pub first: &'static str,
    /// Nothing was changed at the place of a reason.
    pub unchanged: &'static str,
    pub elsewhere: &'static str,
    pub elsewhere_none: &'static str,
    pub none: &'static str,
    pub unchanged_sections: fn(usize) -> String,

    pub place: &'static str,
    pub old: &'static str,
    pub new: &'static str,
    pub nothing: &'static str,
    pub row_added: &'static str,
    pub row_removed: &'static str,
    pub row_at: fn(u32) -> String,
    pub no_scan: &'static str,
    pub same_file: &'static str,
    pub turned: fn(u16) -> String,
}

pub(super) const ZH: ChangesTexts = ChangesTexts {
    latest: "本次修改",
    own: "您改了什么",
    own_lead: "与上次提交的内容相比，您改动了：",
    own_none: "与上次提交的内容相比，您还没有任何改动。",
    versions: |n| format!("历次提交（{n}）"),
    version: |part, n| match part {
        FilledBy::Applicant => format!("申报人第{n}次提交"),
        FilledBy::Unit => format!("单位第{n}次上报"),
    },
    after: |organisation| format!("{organisation}退回后"),
    first: "首次，没有可以对比的内容。",
    unchanged: "未改动",
    elsewhere: "其他改动",
    elsewhere_none: "其他地方没有改动。",
    none: "没有任何改动。",
    unchanged_sections: |n| format!("没有改动的栏目（{n}）"),

    place: "位置",
    old: "原来",
    new: "现在",
    nothing: "未填写",
    row_added: "新增",
    row_removed: "已删除",
    row_at: |n| format!("排在第{n}"),
    no_scan: "没有扫描件",
    same_file: "重新上传的是同一个文件，内容没有变化。",
    turned: |degrees| format!("已转动{degrees}度"),
};

pub(super) const EN: ChangesTexts = ChangesTexts {
    latest: "What changed this time",
    own: "What you have changed",
    own_lead: "Compared with your last submission you have changed:",
    own_none: "You have changed nothing since your last submission.",
    versions: |n| format!("All submissions ({n})"),
    version: |part, n| match part {
        FilledBy::Applicant => format!("Applicant’s submission no. {n}"),
        FilledBy::Unit => format!("Employer’s forwarding no. {n}"),
    },
    after: |organisation| format!("after the return by {organisation}"),
    first: "The first: there is nothing to compare it with.",
    unchanged: "not changed",
    elsewhere: "Changed elsewhere",
    elsewhere_none: "Nothing was changed elsewhere.",
    none: "Nothing was changed.",
    unchanged_sections: |n| format!("Categories without a change ({n})"),

    place: "Place",
    old: "Before",
    new: "Now",
    nothing: "not filled in",
    row_added: "added",
    row_removed: "removed",
    row_at: |n| format!("number {n} in the order"),
    no_scan: "no scan",
    same_file: "The same file was uploaded again: nothing in it has changed.",
    turned: |degrees| format!("turned by {degrees} degrees"),
};
