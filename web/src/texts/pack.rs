//! The rules of a cycle as a page: what a pack asks, and what changed in it.

use domain::pack::{FilledBy, TitleLevel};

use super::counted;

#[derive(Debug)]
pub struct PackTexts {
    pub title: &'static str,
    /// On the way to the page.
    pub link: &'static str,
    /// Name of the platform, and the year.
    pub lead: fn(&str, i32) -> String,
    pub unreadable: &'static str,
    pub changes: ChangeTexts,
    pub committees: CommitteeTexts,
    pub titles: &'static str,
    pub level: fn(TitleLevel) -> &'static str,
    pub route: &'static str,
    pub forms: FormOutlineTexts,
    pub numbers: NumberTexts,
    pub messages: &'static str,
    pub messages_help: &'static str,
}

#[derive(Debug)]
pub struct ChangeTexts {
    pub heading: &'static str,
    pub count: fn(usize) -> String,
    /// Platform and year of the rules that stand on the other side.
    pub compared: fn(&str, i32) -> String,
    /// Said where the page is in another language than the table.
    pub in_chinese: Option<&'static str>,
    pub place: &'static str,
    pub old: &'static str,
    pub new: &'static str,
    pub absent: &'static str,
    pub none: &'static str,
    pub first: &'static str,
    pub unreadable: &'static str,
}

#[derive(Debug)]
pub struct CommitteeTexts {
    pub heading: &'static str,
    pub n_specialties: fn(usize) -> String,
    pub titles: &'static str,
    pub industries: &'static str,
    pub other_industries: &'static str,
    pub reason: &'static str,
    pub office: &'static str,
    pub own_office: &'static str,
    /// The committees that it shares its series office with.
    pub same_office: fn(&str) -> String,
    pub specialties: &'static str,
}

#[derive(Debug)]
pub struct FormOutlineTexts {
    /// How many the applicant fills in.
    pub sections: fn(usize) -> String,
    pub unit_forms: &'static str,
    pub filled_by: fn(FilledBy) -> &'static str,
    pub n_fields: fn(usize) -> String,
    pub n_scans: fn(usize) -> String,
    pub fields: &'static str,
    pub scans: &'static str,
    pub rows: &'static str,
    pub fixed_rows: &'static str,
    pub at_least: fn(usize) -> String,
    pub at_most: fn(usize) -> String,
    pub required: &'static str,
    pub sometimes: &'static str,
    pub optional: &'static str,
    pub by_system: &'static str,
    pub required_scan: &'static str,
    pub sometimes_scan: &'static str,
    pub optional_scan: &'static str,
    pub one_of: &'static str,
    pub up_to_scans: fn(usize) -> String,
}

/// Each a label and the words of its number.
#[derive(Debug)]
pub struct NumberTexts {
    pub heading: &'static str,
    pub set_elsewhere: &'static str,
    pub cutoff: (&'static str, &'static str),
    /// Days, and whether the first one counts.
    pub publicity: (&'static str, fn(u32, bool) -> String),
    pub insurance: (&'static str, fn(u32) -> String),
    /// First and last year.
    pub appraisals: (&'static str, fn(i32, i32) -> String),
    pub course_hours: (&'static str, fn(u32) -> String),
    pub correction: (&'static str, fn(u32) -> String),
    pub payment: (&'static str, fn(u32) -> String),
    pub reminder: (&'static str, fn(u32) -> String),
    pub long_waiting: (&'static str, fn(u32) -> String),
    pub take_back: (&'static str, fn(u32) -> String),
    pub defense_panel: (&'static str, fn(usize) -> String),
    /// The members of the group, and how many of them must come.
    pub deliberation: (&'static str, fn(usize, usize) -> String),
    pub seniority: (&'static str, fn(bool) -> &'static str),
    pub file: &'static str,
    pub application: &'static str,
    pub pdf: (&'static str, fn(u32) -> String),
}

pub(super) const ZH: PackTexts = PackTexts {
    title: "申报规定一览",
    link: "查看本年度申报规定一览",
    lead: |platform, year| format!("{platform}{year}年度按以下规定受理和审核申报，供职改部门核对。"),
    unreadable: "没有读到这份申报规定：网址可能输错了，或者网络不通。请检查后刷新页面。",
    changes: ChangeTexts {
        heading: "与上一份规定相比",
        count: |n| format!("共{n}处变化。"),
        compared: |platform, year| {
            format!("对比的是{platform}{year}年度的规定，长篇文字只列出有变化的段落。")
        },
        in_chinese: None,
        place: "项目",
        old: "原规定",
        new: "现规定",
        absent: "无",
        none: "两份规定的内容完全相同。",
        first: "这是第一份规定，没有上一份可以对比。",
        unreadable: "没有读到上一份规定，不能列出变化。请检查网络后刷新页面。以下是这份规定的全部内容。",
    },
    committees: CommitteeTexts {
        heading: "评委会",
        n_specialties: |n| format!("{n}个专业"),
        titles: "评审职称",
        industries: "行业",
        other_industries: "没有另设评委会的各行业",
        reason: "选择依据",
        office: "系列职改办",
        own_office: "只负责本评委会",
        same_office: |others| format!("与{others}是同一个职改办"),
        specialties: "专业",
    },
    titles: "职称",
    level: |level| match level {
        TitleLevel::Junior => "初级",
        TitleLevel::Middle => "中级",
        TitleLevel::DeputySenior => "副高级",
        TitleLevel::FullSenior => "正高级",
    },
    route: "审核顺序",
    forms: FormOutlineTexts {
        sections: |n| format!("申报人填写的{n}个栏目"),
        unit_forms: "单位填写的表格",
        filled_by: |who| match who {
            FilledBy::Applicant => "申报人填写",
            FilledBy::Unit => "单位填写",
        },
        n_fields: |n| format!("填写{n}项"),
        n_scans: |n| format!("扫描件{n}种"),
        fields: "填写项目",
        scans: "上传的扫描件",
        rows: "可以填多条",
        fixed_rows: "系统列出各行",
        at_least: |n| format!("至少{n}条"),
        at_most: |n| format!("最多{n}条"),
        required: "必填",
        sometimes: "符合条件时必填",
        optional: "选填",
        by_system: "系统填写",
        required_scan: "必须上传",
        sometimes_scan: "符合条件时必须上传",
        optional_scan: "可以不上传",
        one_of: "任选其一",
        up_to_scans: |n| format!("最多{n}份"),
    },
    numbers: NumberTexts {
        heading: "日期和数字",
        set_elsewhere: "各环节的起止日期和收费标准由系列职改办在系统中设置，不在这份规定里。",
        cutoff: ("材料截止日", "以个人申报截止日期为准"),
        publicity: ("单位公示", |days, first| {
            format!("不少于{days}个工作日，公示首日{}", if first { "计入" } else { "不计入" })
        }),
        insurance: ("社会保险缴费证明", |months| format!("近{months}个月")),
        appraisals: ("考核结果", |from, to| format!("{from}年至{to}年")),
        course_hours: ("每年继续教育学时", |hours| match hours {
            0 => "不作提示".to_owned(),
            hours => format!("少于{hours}学时的予以提示"),
        }),
        correction: ("退回后的补正期限", |days| format!("{days}天")),
        payment: ("缴费期限", |days| format!("不少于{days}天")),
        reminder: ("截止前短信提醒", |hours| format!("提前{hours}小时")),
        take_back: ("办理后可以收回", |minutes| format!("{minutes}分钟内，对方打开材料之前")),
        long_waiting: ("久未办理短信提醒", |days| format!("等待{days}天后")),
        defense_panel: ("答辩小组", |people| format!("不少于{people}人")),
        deliberation: ("审议小组", |people, attending| {
            format!("不少于{people}人，到会不少于{attending}人")
        }),
        seniority: ("资历年限不足", |required| {
            if required { "不能提交" } else { "只作提示，不影响提交" }
        }),
        file: "单个文件大小上限",
        application: "全部材料大小上限",
        pdf: ("PDF页数上限", |pages| format!("{pages}页")),
    },
    messages: "短信内容",
    messages_help: "〔〕内的文字发送时换成实际内容。",
};

pub(super) const EN: PackTexts = PackTexts {
    title: "The rules at a glance",
    link: "See this year's rules at a glance",
    lead: |platform, year| {
        format!("{platform}: applications of {year} are taken and reviewed by these rules.")
    },
    unreadable: "These rules could not be read: the address may be mistyped, or there is no network. Check and reload the page.",
    changes: ChangeTexts {
        heading: "What differs from the rules before",
        count: |n| counted(n, "change.", "changes."),
        compared: |_, year| {
            format!("Compared with the rules of {year}; of long texts only the paragraphs that changed.")
        },
        in_chinese: Some("The changes are told in Chinese, the language in which the rules are issued."),
        place: "Item",
        old: "Before",
        new: "Now",
        absent: "None",
        none: "Both say the same.",
        first: "These are the first rules: there are none before them.",
        unreadable: "The rules before could not be read, so the changes cannot be told. Check the network and reload the page. All of these rules follow.",
    },
    committees: CommitteeTexts {
        heading: "Evaluation committees",
        n_specialties: |n| counted(n, "specialty", "specialties"),
        titles: "Titles",
        industries: "Industries",
        other_industries: "Every industry without a committee of its own",
        reason: "Reason for the choice",
        office: "Series office",
        own_office: "For this committee alone",
        same_office: |others| format!("The same as of {others}"),
        specialties: "Specialties",
    },
    titles: "Titles",
    level: |level| match level {
        TitleLevel::Junior => "Junior",
        TitleLevel::Middle => "Middle",
        TitleLevel::DeputySenior => "Deputy senior",
        TitleLevel::FullSenior => "Full senior",
    },
    route: "Order of review",
    forms: FormOutlineTexts {
        sections: |n| format!("{} that the applicant fills in", counted(n, "section", "sections")),
        unit_forms: "Forms that the employer fills in",
        filled_by: |who| match who {
            FilledBy::Applicant => "Filled in by the applicant",
            FilledBy::Unit => "Filled in by the employer",
        },
        n_fields: |n| counted(n, "field", "fields"),
        n_scans: |n| counted(n, "kind of scan", "kinds of scans"),
        fields: "Fields",
        scans: "Scans",
        rows: "Several entries",
        fixed_rows: "Entries laid out by the system",
        at_least: |n| format!("at least {n}"),
        at_most: |n| format!("at most {n}"),
        required: "required",
        sometimes: "required under conditions",
        optional: "optional",
        by_system: "filled in by the system",
        required_scan: "required",
        sometimes_scan: "required under conditions",
        optional_scan: "optional",
        one_of: "one of these is enough",
        up_to_scans: |n| format!("up to {n}"),
    },
    numbers: NumberTexts {
        heading: "Dates and numbers",
        set_elsewhere: "The dates of each stage and the fees are set in the system by the series office; they are not part of these rules.",
        cutoff: ("Cut-off day of material", "The applicant's own deadline"),
        publicity: ("Publicity at the employer", |days, first| {
            let counts = if first { "counts" } else { "does not count" };
            format!(
                "At least {}; the first day {counts}",
                counted(days as usize, "working day", "working days")
            )
        }),
        insurance: ("Proof of social insurance", |months| {
            format!("Last {}", counted(months as usize, "month", "months"))
        }),
        appraisals: ("Appraisals", |from, to| format!("{from} to {to}")),
        course_hours: ("Class hours a year", |hours| match hours {
            0 => "Not pointed out".to_owned(),
            hours => format!("Fewer than {hours} are pointed out"),
        }),
        correction: ("Time to correct what was returned", |days| counted(days as usize, "day", "days")),
        payment: ("Time to pay", |days| format!("At least {}", counted(days as usize, "day", "days"))),
        reminder: ("Reminder by SMS before a deadline", |hours| counted(hours as usize, "hour", "hours")),
        take_back: ("A step can be taken back", |minutes| {
            format!("for {minutes} minutes, unless it was opened")
        }),
        long_waiting: ("Reminder by SMS of what waits", |days| {
            format!("After {}", counted(days as usize, "day", "days"))
        }),
        defense_panel: ("Defense panel", |people| {
            format!("At least {}", counted(people, "person", "people"))
        }),
        deliberation: ("Deliberation group", |people, attending| {
            format!("At least {}, of whom {attending} attend", counted(people, "person", "people"))
        }),
        seniority: ("Too few years of service", |required| {
            if required { "Cannot be submitted" } else { "Pointed out, not in the way" }
        }),
        file: "Largest file",
        application: "Largest application",
        pdf: ("Longest PDF", |pages| counted(pages as usize, "page", "pages")),
    },
    messages: "Text messages",
    messages_help: "They are sent in Chinese; what stands in 〔〕 is filled in.",
};
