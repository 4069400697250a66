//! The table that the unit shows in public (公示表, §4.17): the payload, its hash and the printed form.

use crate::dates;
use crate::form::{Case, Filing, Here, Problem, Row, section_problems};
use crate::named::appraisals;
use crate::named::publicity::{
    CONCLUSION, CONTACT_DEPARTMENT, CONTACT_PERSON, CONTACT_PHONE, END_DATE, HANDLING_RESULT, HAS_OBJECTION,
    ID, METHOD, OBJECTION_CONTENT, PLACE, POSTED_BEFORE, POSTED_BEFORE_REASON, START_DATE,
};
use crate::pack::{Field, FilledBy, Group, Section};
use crate::workflow::PostedTable;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The fields of the plan (公示安排), which is printed, and what speaks for days that are over.
const PLAN: [&str; 8] = [
    START_DATE,
    END_DATE,
    POSTED_BEFORE_REASON,
    PLACE,
    METHOD,
    CONTACT_DEPARTMENT,
    CONTACT_PERSON,
    CONTACT_PHONE,
];

/// The fields of the outcome (公示结果), which is recorded once the publicity is over (R76).
pub const OUTCOME: [&str; 4] = [HAS_OBJECTION, OBJECTION_CONTENT, HANDLING_RESULT, CONCLUSION];

/// Everything that is printed for one applicant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PublicityTable {
    pub unit_name: String,
    pub cycle_year: i32,
    pub applicant_name: String,
    pub blocks: Vec<Block>,
    pub period: Period,
    pub place: String,
    pub method: String,
    pub contact_department: String,
    pub contact_person: String,
    pub contact_phone: String,
    pub table_version: u32,
    /// In groups of four.
    pub check_code: String,
    /// The address of the page that tells whether the sheet still holds.
    pub check_url: String,
    pub generated_on: NaiveDate,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Period {
    pub start: NaiveDate,
    pub end: NaiveDate,
    pub working_days: u32,
}

/// The published part of one section.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Block {
    pub title: String,
    pub pairs: Vec<Pair>,
    pub tables: Vec<Table>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pair {
    pub label: String,
    pub value: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Table {
    pub title: String,
    pub columns: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

/// Returns what the table shows of the applicant's sections, in the pack's order, in words (§4.17 items 1–9).
pub fn payload(case: &Case<'_>) -> Vec<Block> {
    blocks(case, FilledBy::Applicant)
}

/// Returns what the table shows of the unit's own forms: the appraisals (§4.17 item 10), once filled in.
pub fn unit_blocks(case: &Case<'_>) -> Vec<Block> {
    let is_filled = |block: &Block| !(block.pairs.is_empty() && block.tables.is_empty());
    blocks(case, FilledBy::Unit).into_iter().filter(is_filled).collect()
}

/// Tells whether the unit says that the paper hung out before the application was entered (补登, domain.md §7 no. 10).
pub(crate) fn was_posted_before(case: &Case<'_>) -> bool {
    case.value(ID, POSTED_BEFORE) == "true"
}

/// Returns what has to be mended before `next` is printed: the plan and the appraisals stand on the sheet, and nothing
/// hangs out before it was printed. Paper that was posted before has its scan by now.
pub fn faults_of_sheet(case: &Case<'_>, next: &PostedTable) -> Vec<Problem> {
    let case = Case { filing: Filing { posted: Some(next), ..case.filing }, ..*case };
    let faults = |id: &str| {
        let section = case.pack.section(id);
        section.map(|section| section_problems(&case, section)).unwrap_or_default()
    };
    let posted_before = was_posted_before(&case);
    let is_planned = |problem: &Problem| match (&problem.spot.field, &problem.spot.slot) {
        (Some(field), _) => PLAN.contains(&field.as_str()),
        (None, slot) => posted_before && slot.is_some(),
    };
    let plan = faults(ID).into_iter().filter(is_planned);
    plan.chain(faults(appraisals::ID)).filter(Problem::is_error).collect()
}

/// Returns the first and the last day of the plan; none while one is missing.
pub(crate) fn first_and_last_day(case: &Case<'_>) -> Option<(NaiveDate, NaiveDate)> {
    let day = |field| dates::parse_day(case.value(ID, field));
    day(START_DATE).zip(day(END_DATE))
}

/// Returns the days of the plan, and how many of them count; none while one is missing.
pub fn period(case: &Case<'_>) -> Option<Period> {
    let (start, end) = first_and_last_day(case)?;
    let working_days = case.calendar().working_days(start, end, case.pack.batch.count_first_day).ok()?;
    Some(Period { start, end, working_days })
}

/// A section that has something to show is shown, be it 无.
fn blocks(case: &Case<'_>, filled_by: FilledBy) -> Vec<Block> {
    let asked = case.pack.sections_of(filled_by).filter(|section| case.is_asked(section));
    let shows = |section: &&Section| {
        let mut fields = section.fields.iter().chain(section.groups.iter().flat_map(|group| &group.fields));
        fields.any(|field| field.published)
    };
    asked.filter(shows).map(|section| block(case, section)).collect()
}

/// Returns the hash of what the table shows of the unit's own forms.
pub fn plan_hash(case: &Case<'_>) -> String {
    let printed = PLAN.into_iter().filter(|field| *field != POSTED_BEFORE_REASON);
    let plan: Vec<&str> = printed.map(|field| case.value(ID, field)).collect();
    sha256_hex(&serde_json::to_vec(&(plan, unit_blocks(case))).unwrap_or_default())
}

/// The hash decides whether a later change must be posted again (R77).
pub fn payload_hash(blocks: &[Block]) -> String {
    sha256_hex(&serde_json::to_vec(blocks).unwrap_or_default())
}

pub fn sha256_hex(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}

fn block(case: &Case<'_>, section: &Section) -> Block {
    let here = Here { section: &section.id, row: None };
    let is_published = |field: &&Field| field.published && case.shown(here, field.shown.as_ref());
    let pair = |field: &Field| Pair { label: field.label.clone(), value: printed(case, here, field) };
    let groups = section.groups.iter().filter(|group| case.shown(here, group.shown.as_ref()));
    Block {
        title: section.title.clone(),
        pairs: section.fields.iter().filter(is_published).map(pair).collect(),
        tables: groups.filter_map(|group| table(case, here, group, section)).collect(),
    }
}

/// Returns the value in words, a month or a day as people write it: 1988年7月.
fn printed(case: &Case<'_>, here: Here<'_>, field: &Field) -> String {
    let words = case.in_words(here, field);
    match dates::parse_day(&words) {
        Some(day) => dates::in_chinese(day),
        None if dates::is_year_month(&words) => dates::month_in_chinese(&words),
        None => words,
    }
}

fn table(case: &Case<'_>, here: Here<'_>, group: &Group, section: &Section) -> Option<Table> {
    let published: Vec<&Field> = group.fields.iter().filter(|field| field.published).collect();
    let rows = case.rows_in_order(here.section, group);
    if published.is_empty() || rows.is_empty() {
        return None;
    }
    let cells = |row: &&Row| {
        let here = Here { row: Some(row), ..here };
        published.iter().map(|field| printed(case, here, field)).collect()
    };
    Some(Table {
        // A section's only table needs no second heading.
        title: if section.groups.len() == 1 { String::new() } else { group.title.clone() },
        columns: published.iter().map(|field| field.label.clone()).collect(),
        rows: rows.iter().map(cells).collect(),
    })
}
