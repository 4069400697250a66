//! Fields and lists of rows, in Chinese.

use super::values::months;
use crate::form::{EntryFault, Limit, RankFault, Shape};
use crate::pack::{Answering, FieldKind};
use crate::words::place::Place;

pub(super) fn words(fault: &EntryFault, at: &Place<'_>) -> String {
    let label = at.label();
    match fault {
        EntryFault::ERequired { covering: None } | EntryFault::EMustBeTrue => missing(at),
        EntryFault::ERequired { covering: Some(range) } => {
            format!("{}，须包括{}各月", missing(at), months(range))
        }
        EntryFault::EFormat { shape } => format!("“{label}”{}", wanted(shape, at)),
        EntryFault::EDate { limit } | EntryFault::WDate { limit } => {
            at.limit(*limit).map_or_else(|| format!("“{label}”过早或过晚，请核对日期"), str::to_owned)
        }
        EntryFault::WMonthPrecision { limit } => favoured_month(*limit, label),
        EntryFault::WUscCode => format!("“{label}”可能有误，请与营业执照（登记证书）逐位核对"),
        EntryFault::ETooFewRows { min, found } => {
            let none =
                at.none_tick().map_or_else(String::new, |tick| format!("；没有的，请勾选“{}”", tick.label));
            format!("请至少填写{min}条{}，现有{found}条{none}", at.row_name(None))
        }
        EntryFault::ETooManyRows { max, found } => {
            format!("“{label}”最多{max}条，请删去{}条", found.saturating_sub(*max))
        }
        EntryFault::EOverLimitReason { group, max } => {
            format!("{}超过{max}条，请填写“{label}”", at.row_name(Some(group)))
        }
        EntryFault::WOverLimit { group, max, found } => {
            let row_name = at.row_name(Some(group));
            format!("{row_name}共{found}条，超过原则上的{max}条，由审核人员审核所填理由")
        }
        EntryFault::EExactlyOne { field, found } => {
            format!("请在“{label}”中选定一条{}，现选了{found}条", at.label_of(field))
        }
        EntryFault::EDuplicate { value } => format!("{label}“{value}”重复填写，请删去重复的一条"),
        EntryFault::ERank { why: RankFault::AboveTotal { total } } => {
            format!("“{label}”不能大于“{}”", at.label_of(total))
        }
        EntryFault::ERank { why: RankFault::Author } => {
            "“作者身份”与本人排名、作者总人数不符：第一作者排名为1，独立作者总人数为1".to_owned()
        }
    }
}

fn missing(at: &Place<'_>) -> String {
    let label = at.label();
    match at.field.map(|field| field.kind.answering()) {
        Some(Answering::Ticked) => format!("请确认并勾选“{label}”"),
        Some(Answering::YesOrNo | Answering::Chosen) => format!("请选择“{label}”"),
        Some(Answering::Typed) | None => format!("请填写“{label}”，不能留空"),
    }
}

fn wanted(shape: &Shape, at: &Place<'_>) -> String {
    match shape {
        Shape::Unlike => at.field.map_or("格式有误，请核对", |field| unlike(field.kind)).to_owned(),
        Shape::TooShort { min, found } => {
            format!("至少{min}字，现有{found}字，还差{}字", min.saturating_sub(*found))
        }
        Shape::TooLong { max, found } => {
            format!("最多{max}字，现有{found}字，请删去{}字", found.saturating_sub(*max))
        }
        Shape::Below { min } => format!("不能小于{min}"),
        Shape::Above { max } => format!("不能大于{max}"),
    }
}

fn unlike(kind: FieldKind) -> &'static str {
    match kind {
        FieldKind::Text | FieldKind::LongText => "含有不可见的控制字符，请删去后重新填写",
        FieldKind::Integer => "请填写整数",
        FieldKind::YesNo => "请选择是或否",
        FieldKind::Tick => "请勾选或留空",
        FieldKind::Choice | FieldKind::Search => "不在可选范围内，请重新选择",
        FieldKind::YearMonth => "请按年-月填写，如2015-06",
        FieldKind::YearMonthOrNow => "请按年-月填写，如2015-06，仍在进行的选“至今”",
        FieldKind::Date => "请填写有效日期，如2015-06-20",
        FieldKind::DateOrMonth => "请填写有效日期，如2015-06-20；只标月份的填2015-06",
        FieldKind::Time => "请填写时间，如09:30",
        FieldKind::Mobile => "请填写11位手机号码，缴费等短信会发到这个号码",
        FieldKind::Landline => "请按区号-号码填写，如0772-1234567",
        FieldKind::Email => "请填写有效邮箱，如name@example.cn",
        FieldKind::UscCode => "请填写18位统一社会信用代码",
        FieldKind::CnNumber => "格式应为CN45-1234/TH；CN(HK)刊号不予认可",
        FieldKind::Issn => "有误，请对照版权页逐位核对，例如1000-6834",
        FieldKind::Isbn => "有误，请对照版权页逐位核对13位书号，例如978-7-111-07575-2",
        FieldKind::Months => "请逐月选择，如2020-02",
    }
}

fn favoured_month(limit: Limit, label: &str) -> String {
    let (which, day, wanted) = match limit {
        Limit::NotAfter(_) => ("今天（材料截止日期）", "第一日", "不晚于这一天"),
        Limit::NotBefore(_) => ("现职称取得时间", "最后一日", "是取得现职称以后的"),
    };
    format!("“{label}”与{which}在同一个月，按该月{day}计算，请确认{wanted}")
}
