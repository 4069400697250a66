//! Limits what a save may change: unknown keys are refused, locked fields keep what they have.

use super::{Case, Here, Row, SectionData};
use crate::dates;
use crate::ids::RowId;
use crate::named::basic_info;
use crate::pack::{Field, FieldKind, FilledBy, FixedRows, Group, Pack, Section};
use chrono::Datelike;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Generous limits that only a broken or hostile client meets.
const MAX_ROWS: usize = 500;
const MAX_VALUE_CHARS: usize = 20_000;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum EditRefusal {
    #[error("“{0}”不是本栏目的填写项，请刷新页面后重试")]
    UnknownField(String),
    #[error("“{0}”的条目超过{MAX_ROWS}条，请删减后保存")]
    TooManyRows(String),
    #[error("“{0}”超过{MAX_VALUE_CHARS}字，请删减后保存")]
    TooLong(String),
    #[error("同一条目出现两次，请刷新页面后重试")]
    DuplicateRow,
}

/// The section as it is to be stored: `sent` with tidy text, and with what is locked kept as in `case`.
pub fn accept(case: &Case<'_>, section: &Section, sent: SectionData) -> Result<SectionData, EditRefusal> {
    let empty = SectionData::default();
    let had = case.section(&section.id).unwrap_or(&empty);
    let here = Here { section: &section.id, row: None };
    let mut values = tidied(sent.values, &section.fields)?;
    keep_locked(case, here, &section.fields, &had.values, &mut values);
    let mut groups = BTreeMap::new();
    for (id, rows) in sent.groups {
        let group = section.group(&id).ok_or_else(|| EditRefusal::UnknownField(id.clone()))?;
        groups.insert(id, accept_rows(case, here, group, had.rows(&group.id), rows)?);
    }
    Ok(SectionData { values, groups })
}

fn accept_rows(
    case: &Case<'_>,
    here: Here<'_>,
    group: &Group,
    had: &[Row],
    sent: Vec<Row>,
) -> Result<Vec<Row>, EditRefusal> {
    if sent.len() > MAX_ROWS {
        return Err(EditRefusal::TooManyRows(group.title.clone()));
    }
    let laid_out = group.fixed_rows.map(|kind| fixed_rows(case, kind)).unwrap_or_default();
    let mut rows: Vec<Row> = Vec::with_capacity(sent.len());
    for row in sent {
        if rows.iter().any(|earlier| earlier.id == row.id) {
            return Err(EditRefusal::DuplicateRow);
        }
        let mut values = tidied(row.values, &group.fields)?;
        let before = had.iter().find(|had| had.id == row.id);
        let before_values = before.map(|row| row.values.clone()).unwrap_or_default();
        keep_locked(case, Here { row: before, ..here }, &group.fields, &before_values, &mut values);
        if let Some((_, heading)) = laid_out.iter().find(|(id, _)| *id == row.id) {
            values.insert(group.row_title.clone(), heading.clone());
        }
        rows.push(Row { id: row.id, values });
    }
    Ok(rows)
}

fn tidied(
    values: BTreeMap<String, String>,
    fields: &[Field],
) -> Result<BTreeMap<String, String>, EditRefusal> {
    let mut tidy = BTreeMap::new();
    for (id, text) in values {
        let Some(field) = fields.iter().find(|field| field.id == id) else {
            return Err(EditRefusal::UnknownField(id));
        };
        if text.chars().count() > MAX_VALUE_CHARS {
            return Err(EditRefusal::TooLong(id));
        }
        let text = half_width(field.kind, tidy_text(&text));
        if !text.is_empty() {
            tidy.insert(id, text);
        }
    }
    Ok(tidy)
}

/// Trims both ends and folds runs of blanks: a stray space makes "another unit" in other systems (§4.0).
pub(super) fn tidy_text(text: &str) -> String {
    let line = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    text.trim().lines().map(line).collect::<Vec<_>>().join("\n")
}

/// Numbers, dates and telephone numbers with the digits of a Latin keyboard: `１３８` is 138. So are the numbers of
/// certificates: texts that have neither Chinese nor blanks.
pub fn half_width(kind: FieldKind, text: String) -> String {
    match kind {
        FieldKind::Integer
        | FieldKind::YearMonth
        | FieldKind::YearMonthOrNow
        | FieldKind::Date
        | FieldKind::DateOrMonth
        | FieldKind::Months
        | FieldKind::Time
        | FieldKind::Mobile
        | FieldKind::Landline => text.chars().map(half_width_char).collect(),
        FieldKind::Text if text.chars().all(is_of_a_number) => text.chars().map(half_width_char).collect(),
        FieldKind::Text
        | FieldKind::LongText
        | FieldKind::YesNo
        | FieldKind::Tick
        | FieldKind::Choice
        | FieldKind::Search
        | FieldKind::Email
        | FieldKind::UscCode
        | FieldKind::CnNumber
        | FieldKind::Issn
        | FieldKind::Isbn => text,
    }
}

fn is_of_a_number(c: char) -> bool {
    c.is_ascii_graphic() || matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '－')
}

fn half_width_char(c: char) -> char {
    const BETWEEN_THE_WIDTHS: u32 = '０' as u32 - '0' as u32;
    match c {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => {
            char::from_u32(u32::from(c) - BETWEEN_THE_WIDTHS).unwrap_or(c)
        }
        '－' => '-',
        '：' => ':',
        c => c,
    }
}

fn keep_locked(
    case: &Case<'_>,
    here: Here<'_>,
    fields: &[Field],
    had: &BTreeMap<String, String>,
    values: &mut BTreeMap<String, String>,
) {
    for field in fields.iter().filter(|field| case.is_locked(here, field)) {
        values.remove(&field.id);
        // What another answer settled is not kept: it would come back when the lock is lifted.
        if let Some(kept) = had.get(&field.id).filter(|_| case.settled(here, field).is_none()) {
            values.insert(field.id.clone(), kept.clone());
        }
    }
}

/// The rows of a group that the system lays out, in order, with their headings.
pub fn fixed_rows(case: &Case<'_>, kind: FixedRows) -> Vec<(RowId, String)> {
    match kind {
        FixedRows::AppraisalYears => {
            appraisal_years(case).map(|y| (RowId::new(y.to_string()), format!("{y}年"))).collect()
        }
        FixedRows::ApplicantSections => applicant_sections(case.pack),
    }
}

/// Returns the years to be appraised: whoever worked less than five fills in those that there are (R86).
fn appraisal_years(case: &Case<'_>) -> std::ops::Range<i32> {
    let asked = case.pack.appraisal_years();
    let began = dates::first_day(case.value(basic_info::ID, basic_info::WORK_START))
        .map_or(asked.start, |day| day.year());
    began.clamp(asked.start, asked.end)..asked.end
}

fn applicant_sections(pack: &Pack) -> Vec<(RowId, String)> {
    let heading = |section: &Section| format!("{}．{}", section.number, section.title);
    pack.sections_of(FilledBy::Applicant).map(|s| (RowId::new(&s.id), heading(s))).collect()
}
