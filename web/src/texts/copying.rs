//! 一键复制上次申报: the offer, and what it did not copy and why.

use domain::form::Unfit;

use super::counted;

#[derive(Debug)]
pub struct CopyingTexts {
    /// Year and title of the earlier application.
    pub heading: fn(i32, &str) -> String,
    pub lead: &'static str,
    pub copy: &'static str,
    /// How many sections were filled.
    pub done: fn(usize) -> String,
    pub nothing: &'static str,
    pub left_out: fn(usize) -> String,
    pub to_check: fn(usize) -> String,
    pub reason: fn(&Unfit) -> String,
    pub close: &'static str,
}

pub(super) const ZH: CopyingTexts = CopyingTexts {
    heading: |year, title| format!("复制上次申报（{year}年度，{title}）"),
    lead: "把上次填写、本次仍然适用的内容复制到空白的项目中，已经填写的内容不会改动。复制后请逐项核对，扫描件需要重新上传。",
    copy: "复制上次申报",
    done: |n| format!("已复制到{n}个栏目，请逐项核对。"),
    nothing: "没有可以复制的内容：空白的项目在上次申报中也没有填写，或者本次不再适用。",
    left_out: |n| format!("没有复制的内容（{n}项）"),
    to_check: |n| format!("已复制，但与本次申报的要求不符（{n}项）"),
    reason: |unfit| match unfit {
        Unfit::SectionGone => "本次申报没有这一栏".to_owned(),
        Unfit::FieldGone => "本次申报没有这一项".to_owned(),
        Unfit::OptionGone(words) => format!("本次申报没有“{words}”这个选项，请重新选择"),
        Unfit::ShapeChanged => "填写要求已改变，请重新填写".to_owned(),
        Unfit::NotAsked => "本次申报无需填写".to_owned(),
        Unfit::Settled => "本次申报由系统确定".to_owned(),
        Unfit::StatedAnew => "声明和承诺须由您重新作出".to_owned(),
        Unfit::LookUpAgain => "上次由系统查到的信息，请重新查询".to_owned(),
        Unfit::OtherMonths => "缴费月份从本次申报的月份起算，请重新查询或填写".to_owned(),
        Unfit::UploadAgain => "请重新上传扫描件".to_owned(),
    },
    close: "知道了",
};

pub(super) const EN: CopyingTexts = CopyingTexts {
    heading: |year, title| format!("Copy your earlier application ({year}, {title})"),
    lead: "What you filled in last time and what still applies is copied into fields that are empty. Nothing that you have filled in is changed. Please check every item afterwards and upload the scans again.",
    copy: "Copy the earlier application",
    done: |n| format!("Copied into {}. Please check every item.", counted(n, "section", "sections")),
    nothing: "There is nothing to copy: what is empty here was empty last time, or no longer applies.",
    left_out: |n| format!("Not copied ({})", counted(n, "item", "items")),
    to_check: |n| format!("Copied, but against this year's rules ({})", counted(n, "item", "items")),
    reason: |unfit| match unfit {
        Unfit::SectionGone => "this application has no such section".to_owned(),
        Unfit::FieldGone => "this application has no such field".to_owned(),
        Unfit::OptionGone(words) => format!("this application does not offer “{words}”, please choose again"),
        Unfit::ShapeChanged => "it is asked in another form, please fill it in again".to_owned(),
        Unfit::NotAsked => "not asked in this application".to_owned(),
        Unfit::Settled => "settled by the system in this application".to_owned(),
        Unfit::StatedAnew => "declarations are made anew".to_owned(),
        Unfit::LookUpAgain => "found in a register last time, please look it up again".to_owned(),
        Unfit::OtherMonths => {
            "the months count from this application, please look them up or fill them in".to_owned()
        }
        Unfit::UploadAgain => "please upload the scans again".to_owned(),
    },
    close: "Close",
};
