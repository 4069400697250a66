//! Every field that is asked for is there, and of the right shape.

use super::fault::count;
use super::{Case, EntryFault, Here, Limit, Problem, RankFault, Row, Shape, Spot};
use crate::dates;
use crate::identifiers;
use crate::named::OVER_LIMIT_REASON;
use crate::pack::{Bound, DateLimit, Field, FieldKind, Group, Section, Severity};

pub(crate) fn check_section(case: &Case<'_>, section: &Section, found: &mut Vec<Problem>) {
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
    let problem = |fault| Problem::new(fault, spot.clone(), &group.rule);
    let n_rows = count(rows.len());
    let min = if case.shown(here, group.min_when.as_ref()) { group.min } else { 0 };
    if rows.len() < min {
        found.push(problem(EntryFault::ETooFewRows { min: count(min), found: n_rows }));
    }
    if let Some(max) = group.max.filter(|max| rows.len() > *max) {
        found.push(problem(EntryFault::ETooManyRows { max: count(max), found: n_rows }));
    }
    if let Some(max) = group.soft_max.filter(|max| rows.len() > *max) {
        found.push(over_limit(case, here.section, group, max));
    }
    if let Some(field) = &group.exactly_one {
        let n_true = rows.iter().filter(|row| row.value(field) == "true").count();
        if !rows.is_empty() && n_true != 1 {
            let fault = EntryFault::EExactlyOne { field: field.clone(), found: count(n_true) };
            found.push(problem(fault));
        }
    }
}

/// Returns the problem of more rows than 原则上 allows: a reason is needed, and whoever reviews sees it (R38).
fn over_limit(case: &Case<'_>, section: &str, group: &Group, max: usize) -> Problem {
    let (id, max) = (group.id.clone(), count(max));
    let fault = if case.value(section, OVER_LIMIT_REASON).is_empty() {
        EntryFault::EOverLimitReason { group: id, max }
    } else {
        EntryFault::WOverLimit { group: id, max, found: count(case.rows(section, &group.id).len()) }
    };
    Problem::new(fault, Spot::field(section, OVER_LIMIT_REASON), "R38")
}

fn check_distinct(group: &Group, rows: &[Row], spot: &Spot, found: &mut Vec<Problem>) {
    let Some(field) = &group.distinct else { return };
    for (i, row) in rows.iter().enumerate() {
        let value = row.value(field);
        if !value.is_empty() && rows[..i].iter().any(|earlier| earlier.value(field) == value) {
            let spot = Spot { field: Some(field.clone()), ..spot.in_row(&group.id, &row.id) };
            let fault = EntryFault::EDuplicate { value: value.to_owned() };
            found.push(Problem::new(fault, spot, &group.rule));
        }
    }
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
            found.push(Problem::new(EntryFault::ERequired { covering: None }, spot, &field.rule));
        }
        return;
    }
    if field.must_be_true && value != "true" {
        found.push(Problem::new(EntryFault::EMustBeTrue, spot, &field.rule));
        return;
    }
    if let Some(shape) = shape_fault(case, here, field, &value) {
        found.push(Problem::new(EntryFault::EFormat { shape }, spot, &field.rule));
        return;
    }
    if field.kind == FieldKind::UscCode && !identifiers::is_usc_code(&value) {
        found.push(Problem::new(EntryFault::WUscCode, spot.clone(), &field.rule));
    }
    if let Some(why) = rank_fault(case, here, field, &value) {
        found.push(Problem::new(EntryFault::ERank { why }, spot.clone(), &field.rule));
    }
    check_limits(case, here, field, &value, &spot, found);
}

/// Returns the way in which the text misses the shape of its field.
fn shape_fault(case: &Case<'_>, here: Here<'_>, field: &Field, value: &str) -> Option<Shape> {
    let is_of_kind = match field.kind {
        FieldKind::Text | FieldKind::LongText => return length_fault(case, here, field, value),
        FieldKind::Integer => return integer_fault(field, value),
        FieldKind::YesNo => matches!(value, "true" | "false"),
        FieldKind::Tick => value == "true",
        FieldKind::Choice | FieldKind::Search => {
            field.locked || case.options(field).iter().any(|option| option.value == value)
        }
        FieldKind::YearMonth => dates::is_year_month(value),
        FieldKind::YearMonthOrNow => value == dates::NOW || dates::is_year_month(value),
        FieldKind::Date => dates::parse_day(value).is_some(),
        FieldKind::DateOrMonth => dates::first_day(value).is_some(),
        FieldKind::Time => is_time(value),
        FieldKind::Mobile => identifiers::is_mobile(value),
        FieldKind::Landline => identifiers::is_landline(value),
        FieldKind::Email => is_email(value),
        FieldKind::UscCode => value.len() == 18 && value.bytes().all(|byte| byte.is_ascii_alphanumeric()),
        FieldKind::CnNumber => identifiers::is_cn_number(value),
        FieldKind::Issn => identifiers::is_issn(value),
        FieldKind::Isbn => identifiers::is_isbn(value),
        FieldKind::Months => value.split(',').all(dates::is_year_month),
    };
    (!is_of_kind).then_some(Shape::Unlike)
}

fn length_fault(case: &Case<'_>, here: Here<'_>, field: &Field, value: &str) -> Option<Shape> {
    let n_chars = value.chars().count();
    if let Some(min) = case.min_chars(here, field).filter(|min| n_chars < *min) {
        return Some(Shape::TooShort { min: count(min), found: count(n_chars) });
    }
    if let Some(max) = field.max_chars.filter(|max| n_chars > *max) {
        return Some(Shape::TooLong { max: count(max), found: count(n_chars) });
    }
    let control = value.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\t' | '\r'));
    control.then_some(Shape::Unlike)
}

fn integer_fault(field: &Field, value: &str) -> Option<Shape> {
    let Ok(number) = value.parse::<i64>() else { return Some(Shape::Unlike) };
    if let Some(min) = field.min.filter(|min| number < *min) {
        return Some(Shape::Below { min });
    }
    field.max.filter(|max| number > *max).map(|max| Shape::Above { max })
}

fn rank_fault(case: &Case<'_>, here: Here<'_>, field: &Field, value: &str) -> Option<RankFault> {
    let of = field.not_above.as_ref()?;
    let (rank, total) = (value.parse::<u32>().ok()?, case.read(here, of).parse::<u32>().ok()?);
    let (_, id) = of.parts();
    case.pack.section(here.section)?.field(id)?;
    (rank > total).then(|| RankFault::AboveTotal { total: id.to_owned() })
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
    let mut report = |limit: &DateLimit, passed: Limit| {
        let rule = if limit.rule.is_empty() { &field.rule } else { &limit.rule };
        found.push(Problem::new(date_fault(limit.severity, passed), spot.clone(), rule));
    };
    for (i, limit) in (0..).zip(&field.not_before) {
        let Some((bound, last)) = case.bound(here, &limit.bound).zip(dates::last_day(value)) else {
            continue;
        };
        let first = dates::first_day(value).unwrap_or(last);
        if last < bound || limit.strict && first <= bound {
            report(limit, Limit::NotBefore(i));
        } else if limit.bound == Bound::CurrentTitle && first < bound {
            in_favour = Some(Limit::NotBefore(i));
        }
    }
    let counts_since_title = field.not_before.iter().any(|limit| limit.bound == Bound::CurrentTitle);
    for (i, limit) in (0..).zip(&field.not_after) {
        let Some((bound, first)) = case.bound(here, &limit.bound).zip(dates::first_day(value)) else {
            continue;
        };
        let last = dates::last_day(value).unwrap_or(first);
        if first > bound || limit.strict && first == bound {
            report(limit, Limit::NotAfter(i));
        } else if counts_since_title && limit.bound == Bound::Cutoff && last > bound {
            in_favour = Some(Limit::NotAfter(i));
        }
    }
    let favoured = |limit| Problem::new(EntryFault::WMonthPrecision { limit }, spot.clone(), &field.rule);
    found.extend(in_favour.map(favoured));
}

fn date_fault(severity: Severity, limit: Limit) -> EntryFault {
    match severity {
        Severity::Error => EntryFault::EDate { limit },
        Severity::Warning => EntryFault::WDate { limit },
    }
}
