//! Header, footer, and what every page says.

use chrono::{DateTime, FixedOffset, NaiveDate};

#[derive(Debug)]
pub struct CommonTexts {
    pub platform_name: &'static str,
    pub offline: &'static str,
    pub loading: &'static str,
    pub retry: &'static str,
    pub skip_to_content: &'static str,
    pub main_navigation: &'static str,
    pub account_navigation: &'static str,
    pub home: &'static str,
    pub queue: &'static str,
    pub manual: &'static str,
    pub notices: &'static str,
    pub sign_in: &'static str,
    pub sign_out: &'static str,
    pub register: &'static str,
    /// Under the platform's name.
    pub footer: fn(&str) -> String,
    pub footer_help: &'static str,
    pub required: &'static str,
    pub working: &'static str,
    pub not_found: &'static str,
    pub not_found_text: &'static str,
    pub to_entry: &'static str,
    /// Between a label and what it says.
    pub colon: &'static str,
    pub comma: &'static str,
    /// Between the words of an enumeration.
    pub list_comma: &'static str,
    /// Around an aside, with the space that it needs.
    pub brackets: (&'static str, &'static str),
    /// Number and title of a section.
    pub numbered: fn(&str, &str) -> String,
    pub day: fn(NaiveDate) -> String,
    /// In Beijing, whatever the browser's zone.
    pub moment: fn(DateTime<FixedOffset>) -> String,
}

pub(super) const ZH: CommonTexts = CommonTexts {
    platform_name: "广西柳州市专业技术人员服务平台",
    offline: "网络不通或服务器没有回应，请检查网络后重试",
    loading: "正在读取，请稍候……",
    retry: "重试",
    skip_to_content: "跳到正文",
    main_navigation: "主菜单",
    account_navigation: "登录状态",
    home: "职称申报",
    queue: "待办事项",
    manual: "操作说明",
    notices: "通知公告",
    sign_in: "登录",
    sign_out: "退出",
    register: "注册",
    footer: |platform| format!("{platform} · 职称申报"),
    footer_help: "填写中遇到问题，请先看操作说明，或者联系本单位经办人、县区职改部门和系列职改办。",
    required: "必填",
    working: "正在处理，请稍候",
    not_found: "没有这个页面",
    not_found_text: "网址可能输错了，或者您没有查看这一页的权限。",
    to_entry: "回到首页",
    colon: "：",
    comma: "，",
    list_comma: "、",
    brackets: ("（", "）"),
    numbered: |number, title| format!("{number}．{title}"),
    day: domain::dates::in_chinese,
    moment: |at| at.format("%Y年%-m月%-d日 %H:%M").to_string(),
};

pub(super) const EN: CommonTexts = CommonTexts {
    platform_name: "Liuzhou Professional Title Platform, Guangxi",
    offline: "There is no network, or the server does not answer. Check the network and try again",
    loading: "Loading, please wait…",
    retry: "Try again",
    skip_to_content: "Skip to content",
    main_navigation: "Main menu",
    account_navigation: "Account",
    home: "Apply",
    queue: "Tasks",
    manual: "Manual",
    notices: "Notices",
    sign_in: "Sign in",
    sign_out: "Sign out",
    register: "Register",
    footer: |platform| format!("{platform} · Title applications"),
    footer_help: "If you have questions, see the manual first, or contact your employer’s officer, the county title reform department or the series title reform office.",
    required: "Required",
    working: "Working, please wait",
    not_found: "Page not found",
    not_found_text: "The address may be mistyped, or you may not have permission to see this page.",
    to_entry: "Back to the front page",
    colon: ": ",
    comma: ", ",
    list_comma: ", ",
    brackets: (" (", ")"),
    numbered: |number, title| format!("{number}. {title}"),
    day: |day| day.format("%-d %B %Y").to_string(),
    moment: |at| at.format("%-d %B %Y %H:%M").to_string(),
};

impl CommonTexts {
    /// `意见：同意`
    pub fn labelled(&self, label: &str, value: &str) -> String {
        format!("{label}{}{value}", self.colon)
    }

    /// `覃梅（第1次提交）`
    pub fn with_aside(&self, text: &str, aside: &str) -> String {
        format!("{text}{}", self.aside(aside))
    }

    pub fn aside(&self, text: &str) -> String {
        let (open, close) = self.brackets;
        format!("{open}{text}{close}")
    }
}
