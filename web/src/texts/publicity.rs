//! The days of a publicity, its sheet, and the page that says whether a sheet holds.

use chrono::{Datelike, NaiveDate, Weekday};
use domain::calendar::{CountedDay, DayKind, Holiday};
use domain::workflow::SheetStanding;

#[derive(Debug)]
pub struct PublicityTexts {
    pub days: &'static str,
    pub day: &'static str,
    pub counts: &'static str,
    /// Day and weekday, on one line of a phone.
    pub date: fn(NaiveDate) -> String,
    pub counted: fn(&CountedDay) -> String,
    /// The fewest working days, the first day and the earliest last one.
    pub earliest: fn(u32, &str, &str) -> String,
    pub first_day_not_counted: &'static str,
    /// Working days that have begun, of those that the publicity has.
    pub running: fn(u32, u32) -> String,

    pub download: &'static str,
    pub sheet: fn(u32) -> String,

    pub check: &'static str,
    pub surname: &'static str,
    pub version: &'static str,
    pub generated_on: &'static str,
    pub standing: fn(SheetStanding) -> String,
    pub check_help: &'static str,
}

fn holiday_in_chinese(holiday: Holiday) -> &'static str {
    match holiday {
        Holiday::NewYear => "元旦",
        Holiday::SpringFestival => "春节",
        Holiday::Qingming => "清明节",
        Holiday::LabourDay => "劳动节",
        Holiday::DragonBoat => "端午节",
        Holiday::MidAutumn => "中秋节",
        Holiday::NationalDay => "国庆节",
        Holiday::SanYueSan => "壮族三月三",
    }
}

fn holiday_in_english(holiday: Holiday) -> &'static str {
    match holiday {
        Holiday::NewYear => "New Year",
        Holiday::SpringFestival => "Spring Festival",
        Holiday::Qingming => "Qingming",
        Holiday::LabourDay => "Labour Day",
        Holiday::DragonBoat => "Dragon Boat Festival",
        Holiday::MidAutumn => "Mid-Autumn Festival",
        Holiday::NationalDay => "National Day",
        Holiday::SanYueSan => "Sanyuesan (Guangxi)",
    }
}

fn counted_in_chinese(day: &CountedDay) -> String {
    match (day.kind, day.number) {
        (DayKind::MadeUp, Some(n)) => format!("第{n}个工作日（调休）"),
        (_, Some(n)) => format!("第{n}个工作日"),
        (DayKind::Weekend, None) => "不计入（周末）".into(),
        (DayKind::Off(Some(holiday)), None) => format!("不计入（{}）", holiday_in_chinese(holiday)),
        (DayKind::Off(None), None) => "不计入（放假）".into(),
        (DayKind::Working | DayKind::MadeUp, None) => "不计入（公示当日）".into(),
    }
}

fn counted_in_english(day: &CountedDay) -> String {
    match (day.kind, day.number) {
        (DayKind::MadeUp, Some(n)) => format!("working day {n} (worked to make up for a holiday)"),
        (_, Some(n)) => format!("working day {n}"),
        (DayKind::Weekend, None) => "does not count (weekend)".into(),
        (DayKind::Off(Some(holiday)), None) => format!("does not count ({})", holiday_in_english(holiday)),
        (DayKind::Off(None), None) => "does not count (day off)".into(),
        (DayKind::Working | DayKind::MadeUp, None) => "does not count (first day)".into(),
    }
}

pub(super) const ZH: PublicityTexts = PublicityTexts {
    days: "公示日程",
    day: "日期",
    counts: "是否计入",
    date: |day| {
        let weekday = match day.weekday() {
            Weekday::Mon => "周一",
            Weekday::Tue => "周二",
            Weekday::Wed => "周三",
            Weekday::Thu => "周四",
            Weekday::Fri => "周五",
            Weekday::Sat => "周六",
            Weekday::Sun => "周日",
        };
        format!("{}月{}日 {weekday}", day.month(), day.day())
    },
    counted: counted_in_chinese,
    earliest: |min, start, end| {
        format!("公示期不少于{min}个工作日（双休日和节假日不计入）。{start}开始公示的，最早公示至{end}。")
    },
    first_day_not_counted: "公示开始的当日不计入。",
    running: |n, of| format!("正在公示：已到第{n}个工作日，共{of}个。"),

    download: "下载公示表（PDF）",
    sheet: |version| format!("公示表第{version}版"),

    check: "核对公示表",
    surname: "申报人姓氏",
    version: "版本",
    generated_on: "生成日期",
    standing: |standing| match standing {
        SheetStanding::Valid => "有效".into(),
        SheetStanding::Outdated => "已失效：申报内容有修改，须重新公示".into(),
        SheetStanding::ReplacedBy(version) => format!("已被第{version}版取代"),
        SheetStanding::Voided => "已作废：本次公示无效，须重新公示".into(),
    },
    check_help: "请核对以上内容与公示表左下角印的是否一致。",
};

pub(super) const EN: PublicityTexts = PublicityTexts {
    days: "Days of the publicity",
    day: "Day",
    counts: "Counts?",
    date: |day| day.format("%a %-d %b").to_string(),
    counted: counted_in_english,
    earliest: |min, start, end| {
        format!(
            "The publicity lasts at least {min} working days (weekends and public holidays do not count). If it begins on {start}, it ends on {end} at the earliest."
        )
    },
    first_day_not_counted: "The first day does not count.",
    running: |n, of| format!("The notice is up: working day {n} of {of}."),

    download: "Download the publicity notice (PDF)",
    sheet: |version| format!("Publicity notice, version {version}"),

    check: "Check a publicity notice",
    surname: "Applicant’s surname",
    version: "Version",
    generated_on: "Made on",
    standing: |standing| match standing {
        SheetStanding::Valid => "Valid".into(),
        SheetStanding::Outdated => {
            "No longer valid: the application changed and has to be publicised again".into()
        }
        SheetStanding::ReplacedBy(version) => format!("Replaced by version {version}"),
        SheetStanding::Voided => "Void: this publicity does not count and is held again".into(),
    },
    check_help: "Please compare this with what is printed at the bottom left of the sheet.",
};
