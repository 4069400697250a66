//! Is every field that is asked for there, and of the right shape?

use super::{Case, Code, Detail, Here, Problem, Row, Spot};
use crate::dates;
use crate::identifiers;
use crate::policy::{Answering, Bound, DateLimit, Field, FieldKind, Group, Section, Severity};

/// Its group tells when it is missing (R38).
const OVER_LIMIT_REASON: &str = "over_limit_reason";

pub(super) fn check_section(case: &Case<'_>, section: &Section, found: &mut Vec<Problem>) {
    let here = Here { section: &section.id, row: None };
    let spot = Spot::section(&section.id);
    for field in &section.fields {
        check_field(case, here, field, &spot, found);
    }
    for group in &section.groups {
        if case.shown(here, group.shown.as_ref()) {
            check_group(case, here, group, found);
        }
    }
}

fn check_group(case: &Case<'_>, here: Here<'_>, group: &Group, found: &mut Vec<Problem>) {
    let rows = case.rows(here.section, &group.id);
    let spot = Spot::group(here.section, &group.id);
    check_counts(case, here, group, rows, found);
    check_distinct(group, rows, &spot, found);
    for row in rows {
        let spot = spot.in_row(&group.id, &row.id);
        let here = Here { row: Some(row), ..here };
        for field in &group.fields {
            check_field(case, here, field, &spot, found);
        }
    }
}

fn check_counts(case: &Case<'_>, here: Here<'_>, group: &Group, rows: &[Row], found: &mut Vec<Problem>) {
    let spot = Spot::group(here.section, &group.id);
    let Group { row_name, rule, .. } = group;
    let min = if case.shown(here, group.min_when.as_ref()) { group.min } else { 0 };
    if rows.len() < min {
        let none = case.policy.section(here.section).and_then(|section| section.none_tick(group));
        let none = none.map_or_else(String::new, |tick| format!("；没有的，请勾选“{}”", tick.label));
        let message = format!("请至少填写{min}条{row_name}，现有{}条{none}", rows.len());
        let problem = Problem::error(Code::ETooFewRows, spot.clone(), rule, message);
        found.push(problem.with(Detail::found(rows.len())));
    }
    if let Some(max) = group.max.filter(|max| rows.len() > *max) {
        let message = format!("“{}”最多{max}条，请删去{}条", group.title, rows.len() - max);
        found.push(Problem::error(Code::ETooManyRows, spot.clone(), rule, message));
    }
    if let Some(max) = group.soft_max.filter(|max| rows.len() > *max) {
        found.push(over_limit(case, here.section, group, max));
    }
    if let Some(field) = &group.exactly_one {
        let n_true = rows.iter().filter(|row| row.value(field) == "true").count();
        if !rows.is_empty() && n_true != 1 {
            let label = label_of(group, field);
            let message = format!("请在“{}”中选定一条{label}，现选了{n_true}条", group.title);
            let problem = Problem::error(Code::EExactlyOne, spot, rule, message);
            found.push(problem.with(Detail::found(n_true)));
        }
    }
}

/// More than 原则上 allows needs a reason, and whoever reviews sees it (R38).
fn over_limit(case: &Case<'_>, section: &str, group: &Group, max: usize) -> Problem {
    let row_name = &group.row_name;
    let spot = Spot::field(section, OVER_LIMIT_REASON);
    if case.value(section, OVER_LIMIT_REASON).is_empty() {
        let field = case.policy.section(section).and_then(|section| section.field(OVER_LIMIT_REASON));
        let label = field.map_or("", |field| field.label.as_str());
        let message = format!("{row_name}超过{max}条，请填写“{label}”");
        return Problem::error(Code::EOverLimitReason, spot, "R38", message);
    }
    let n_rows = case.rows(section, &group.id).len();
    let message = format!("{row_name}共{n_rows}条，超过原则上的{max}条，由审核人员审核所填理由");
    Problem::warning(Code::WOverLimit, spot, "R38", message)
}

fn check_distinct(group: &Group, rows: &[Row], spot: &Spot, found: &mut Vec<Problem>) {
    let Some(field) = &group.distinct else { return };
    for (i, row) in rows.iter().enumerate() {
        let value = row.value(field);
        if !value.is_empty() && rows[..i].iter().any(|earlier| earlier.value(field) == value) {
            let spot = Spot { field: Some(field.clone()), ..spot.in_row(&group.id, &row.id) };
            let message = format!("{}“{value}”重复填写，请删去重复的一条", label_of(group, field));
            found.push(Problem::error(Code::EDuplicate, spot, &group.rule, message));
        }
    }
}

fn label_of<'a>(group: &'a Group, field: &'a str) -> &'a str {
    group.fields.iter().find(|f| f.id == field).map_or(field, |f| f.label.as_str())
}

fn check_field(case: &Case<'_>, here: Here<'_>, field: &Field, at: &Spot, found: &mut Vec<Problem>) {
    if !case.shown(here, field.shown.as_ref()) || field.computed.is_some() {
        return;
    }
    let spot = Spot { field: Some(field.id.clone()), ..at.clone() };
    let value = case.shown_value(here, field);
    if value.is_empty() {
        let is_required = case.required(here, field.required, field.required_when.as_ref());
        if field.must_be_true || is_required && field.id != OVER_LIMIT_REASON {
            found.push(Problem::error(Code::ERequired, spot, &field.rule, missing(field)));
        }
        return;
    }
    if field.must_be_true && value != "true" {
        found.push(Problem::error(Code::EMustBeTrue, spot, &field.rule, missing(field)));
        return;
    }
    if let Some(message) = shape_fault(case, here, field, &value) {
        found.push(Problem::error(Code::EFormat, spot, &field.rule, message));
        return;
    }
    if field.kind == FieldKind::UscCode && !identifiers::is_usc_code(&value) {
        let message = format!("“{}”可能有误，请与营业执照（登记证书）逐位核对", field.label);
        found.push(Problem::warning(Code::WUscCode, spot.clone(), &field.rule, message));
    }
    if let Some(message) = rank_fault(case, here, field, &value) {
        found.push(Problem::error(Code::ERank, spot.clone(), &field.rule, message));
    }
    check_limits(case, here, field, &value, &spot, found);
}

fn missing(field: &Field) -> String {
    let label = &field.label;
    match field.kind.answering() {
        Answering::Ticked => format!("请确认并勾选“{label}”"),
        Answering::YesOrNo | Answering::Chosen => format!("请选择“{label}”"),
        Answering::Typed => format!("请填写“{label}”，不能留空"),
    }
}

/// What is wrong with the text as such.
fn shape_fault(case: &Case<'_>, here: Here<'_>, field: &Field, value: &str) -> Option<String> {
    let label = &field.label;
    let refuse = |ok: bool, want: &str| (!ok).then(|| format!("“{label}”{want}"));
    match field.kind {
        FieldKind::Text | FieldKind::LongText => length_fault(case, here, field, value),
        FieldKind::Integer => integer_fault(field, value),
        FieldKind::YesNo => refuse(matches!(value, "true" | "false"), "请选择是或否"),
        FieldKind::Tick => refuse(value == "true", "请勾选或留空"),
        FieldKind::Choice | FieldKind::Search => {
            let known = field.locked || case.options(field).iter().any(|option| option.value == value);
            refuse(known, "不在可选范围内，请重新选择")
        }
        FieldKind::YearMonth => refuse(dates::is_year_month(value), "请按年-月填写，如2015-06"),
        FieldKind::YearMonthOrNow => {
            let is_known = value == dates::NOW || dates::is_year_month(value);
            refuse(is_known, "请按年-月填写，如2015-06，仍在进行的选“至今”")
        }
        FieldKind::Date => refuse(dates::parse_day(value).is_some(), "请填写有效日期，如2015-06-20"),
        FieldKind::DateOrMonth => {
            refuse(dates::first_day(value).is_some(), "请填写有效日期，如2015-06-20；只标月份的填2015-06")
        }
        FieldKind::Time => refuse(is_time(value), "请填写时间，如09:30"),
        FieldKind::Mobile => {
            refuse(identifiers::is_mobile(value), "请填写11位手机号码，缴费等短信会发到这个号码")
        }
        FieldKind::Landline => refuse(identifiers::is_landline(value), "请按区号-号码填写，如0772-1234567"),
        FieldKind::Email => refuse(is_email(value), "请填写有效邮箱，如name@example.cn"),
        FieldKind::UscCode => {
            let is_of_18 = value.len() == 18 && value.bytes().all(|byte| byte.is_ascii_alphanumeric());
            refuse(is_of_18, "请填写18位统一社会信用代码")
        }
        FieldKind::CnNumber => {
            refuse(identifiers::is_cn_number(value), "格式应为CN45-1234/TH；CN(HK)刊号不予认可")
        }
        FieldKind::Issn => refuse(identifiers::is_issn(value), "有误，请对照版权页逐位核对，例如1000-6834"),
        FieldKind::Isbn => {
            refuse(identifiers::is_isbn(value), "有误，请对照版权页逐位核对13位书号，例如978-7-111-07575-2")
        }
        FieldKind::Months => refuse(value.split(',').all(dates::is_year_month), "请逐月选择，如2020-02"),
    }
}

fn length_fault(case: &Case<'_>, here: Here<'_>, field: &Field, value: &str) -> Option<String> {
    let (label, n_chars) = (&field.label, value.chars().count());
    if let Some(min) = case.min_chars(here, field).filter(|min| n_chars < *min) {
        return Some(format!("“{label}”至少{min}字，现有{n_chars}字，还差{}字", min - n_chars));
    }
    if let Some(max) = field.max_chars.filter(|max| n_chars > *max) {
        return Some(format!("“{label}”最多{max}字，现有{n_chars}字，请删去{}字", n_chars - max));
    }
    let control = value.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\t' | '\r'));
    control.then(|| format!("“{label}”含有不可见的控制字符，请删去后重新填写"))
}

fn integer_fault(field: &Field, value: &str) -> Option<String> {
    let label = &field.label;
    let Ok(number) = value.parse::<i64>() else { return Some(format!("“{label}”请填写整数")) };
    if let Some(min) = field.min.filter(|min| number < *min) {
        return Some(format!("“{label}”不能小于{min}"));
    }
    field.max.filter(|max| number > *max).map(|max| format!("“{label}”不能大于{max}"))
}

fn rank_fault(case: &Case<'_>, here: Here<'_>, field: &Field, value: &str) -> Option<String> {
    let of = field.not_above.as_ref()?;
    let (rank, total) = (value.parse::<u32>().ok()?, case.read(here, of).parse::<u32>().ok()?);
    let (_, id) = of.parts();
    let label = case.policy.section(here.section)?.field(id)?.label.as_str();
    (rank > total).then(|| format!("“{}”不能大于“{label}”", field.label))
}

fn is_time(value: &str) -> bool {
    // Two digits each: times are compared as they are written.
    value.len() == 5 && chrono::NaiveTime::parse_from_str(value, "%H:%M").is_ok()
}

fn is_email(value: &str) -> bool {
    value.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty()
            && host.contains('.')
            && !host.starts_with('.')
            && !value.contains(char::is_whitespace)
    })
}

fn check_limits(
    case: &Case<'_>,
    here: Here<'_>,
    field: &Field,
    value: &str,
    spot: &Spot,
    found: &mut Vec<Problem>,
) {
    let mut in_favour = None;
    let mut report = |limit: &DateLimit, detail: Detail| {
        let rule = if limit.rule.is_empty() { &field.rule } else { &limit.rule };
        let problem = Problem {
            severity: limit.severity,
            ..Problem::error(date_code(limit.severity), spot.clone(), rule, &limit.message)
        };
        found.push(problem.with(detail));
    };
    for (i, limit) in (0..).zip(&field.not_before) {
        let Some((bound, last)) = case.bound(here, &limit.bound).zip(dates::last_day(value)) else {
            continue;
        };
        let first = dates::first_day(value).unwrap_or(last);
        if last < bound || limit.strict && first <= bound {
            report(limit, Detail::NotBefore(i));
        } else if limit.bound == Bound::CurrentTitle && first < bound {
            in_favour = Some(Detail::NotBefore(i));
        }
    }
    let counts_since_title = field.not_before.iter().any(|limit| limit.bound == Bound::CurrentTitle);
    for (i, limit) in (0..).zip(&field.not_after) {
        let Some((bound, first)) = case.bound(here, &limit.bound).zip(dates::first_day(value)) else {
            continue;
        };
        let last = dates::last_day(value).unwrap_or(first);
        if first > bound || limit.strict && first == bound {
            report(limit, Detail::NotAfter(i));
        } else if counts_since_title && limit.bound == Bound::Cutoff && last > bound {
            in_favour = Some(Detail::NotAfter(i));
        }
    }
    found.extend(in_favour.map(|limit| favoured_month(field, spot, limit)));
}

/// A month that holds the bound may lie before or after it (§7, case 15).
fn favoured_month(field: &Field, spot: &Spot, limit: Detail) -> Problem {
    let (which, day, wanted) = if matches!(limit, Detail::NotAfter(_)) {
        ("今天（材料截止日期）", "第一日", "不晚于这一天")
    } else {
        ("现职称取得时间", "最后一日", "是取得现职称以后的")
    };
    let message = format!("“{}”与{which}在同一个月，按该月{day}计算，请确认{wanted}", field.label);
    Problem::warning(Code::WMonthPrecision, spot.clone(), &field.rule, message).with(limit)
}

fn date_code(severity: Severity) -> Code {
    match severity {
        Severity::Error => Code::EDate,
        Severity::Warning => Code::WDate,
    }
}
