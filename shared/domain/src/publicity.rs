//! The table that the unit shows in public (公示表, §4.17): the payload, its hash and the printed form.

use crate::form::{Case, Here, Row};
use crate::pack::{Field, FilledBy, Group, Section};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// Everything that is printed for one applicant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PublicityTable {
    pub unit_name: String,
    pub cycle_year: i32,
    pub applicant_name: String,
    pub blocks: Vec<Block>,
    pub period: Option<Period>,
    pub place: String,
    pub contact_department: String,
    pub contact_person: String,
    pub contact_phone: String,
    pub table_version: u32,
    /// SHA-256 of the payload, in hexadecimal.
    pub payload_hash: String,
    pub generated_on: NaiveDate,
    /// Printed for checking the sheet against the system.
    pub verification: String,
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

/// A section that has something to show is shown, be it 无.
fn blocks(case: &Case<'_>, filled_by: FilledBy) -> Vec<Block> {
    let asked = case.pack.sections_of(filled_by).filter(|section| case.is_asked(section));
    let shows = |section: &&Section| {
        let mut fields = section.fields.iter().chain(section.groups.iter().flat_map(|group| &group.fields));
        fields.any(|field| field.published)
    };
    asked.filter(shows).map(|section| block(case, section)).collect()
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
    let pair = |field: &Field| Pair { label: field.label.clone(), value: case.in_words(here, field) };
    let groups = section.groups.iter().filter(|group| case.shown(here, group.shown.as_ref()));
    Block {
        title: section.title.clone(),
        pairs: section.fields.iter().filter(is_published).map(pair).collect(),
        tables: groups.filter_map(|group| table(case, here, group, section)).collect(),
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
        published.iter().map(|field| case.in_words(here, field)).collect()
    };
    Some(Table {
        // A section's only table needs no second heading.
        title: if section.groups.len() == 1 { String::new() } else { group.title.clone() },
        columns: published.iter().map(|field| field.label.clone()).collect(),
        rows: rows.iter().map(cells).collect(),
    })
}
