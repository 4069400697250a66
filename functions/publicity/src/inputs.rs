//! A publicity table as typst values. Everything a user typed stays a string value and is never
//! parsed as markup.

use chrono::{Datelike, NaiveDate};
use qrcode::{QrCode, render::svg, types::QrError};
use typst::foundations::{Array, Bytes, Dict, IntoValue, Value, dict};
use typst::layout::{Abs, Em, Fr, Length};

use crate::fonts::FAMILY;
use crate::measure::{Column, Width, breakable, columns, text_width, text_widths};
use domain::publicity::{Block, Pair, PublicityTable, Table};

const FONT_SIZE: f64 = 9.5;
const INSET: f64 = 4.0;
const MARGIN: f64 = 51.0;
const LABEL_WIDTH: f64 = 76.0;
pub(crate) const A4_WIDTH: f64 = 595.2;
const TITLE_SIZE: f64 = 18.0;

/// Printed in place of an empty value, so that a reader sees that nothing was left out by mistake.
const EMPTY: &str = "—";

pub(crate) fn of(table: &PublicityTable) -> Result<Dict, QrError> {
    Ok(dict! {
        "family" => FAMILY,
        "size" => Abs::pt(FONT_SIZE),
        "inset" => Abs::pt(INSET),
        "margin" => Abs::pt(MARGIN),
        "label_width" => Abs::pt(LABEL_WIDTH),
        "title_size" => Abs::pt(TITLE_SIZE),
        "title" => title(table),
        "title_lines" => strings(title_lines(table)),
        "running_title" => running_title(table),
        "applicant" => cell(&table.applicant_name, 20.0),
        "blocks" => table.blocks.iter().map(block).collect::<Array>(),
        "start" => table.period.as_ref().map(|period| date(period.start)),
        "end" => table.period.as_ref().map(|period| date(period.end)),
        "working_days" => table.period.as_ref().map(|period| i64::from(period.working_days)),
        "place" => breakable(&table.place, content_width()),
        "department" => breakable(&table.contact_department, content_width() * 0.25),
        "person" => breakable(&table.contact_person, content_width() * 0.15),
        "phone" => breakable(&table.contact_phone, content_width() * 0.15),
        "version" => i64::from(table.table_version),
        "hash" => strings(grouped(&table.payload_hash)),
        "generated_on" => date(table.generated_on),
        "verification" => table.verification.as_str(),
        "qr" => Bytes::from_string(qr_svg(&table.verification)?),
    })
}

/// Returns `YYYY年M月D日`.
fn date(date: NaiveDate) -> String {
    format!("{}年{}月{}日", date.year(), date.month(), date.day())
}

fn title_tail(table: &PublicityTable) -> String {
    format!("{}年度职称申报人员情况公示表", table.cycle_year)
}

fn title(table: &PublicityTable) -> String {
    format!("{}{}", table.unit_name, title_tail(table))
}

fn title_lines(table: &PublicityTable) -> Vec<String> {
    let line = breakable(&title(table), title_width());
    if text_width(&line) <= title_width() {
        return vec![line];
    }
    vec![breakable(&table.unit_name, title_width()), title_tail(table)]
}

/// The title as it is repeated, small and on one line, at the head of the pages after the first.
fn running_title(table: &PublicityTable) -> String {
    let title = title(table);
    if text_width(&title) <= content_width() * 0.8 { title } else { title_tail(table) }
}

fn title_width() -> f64 {
    (A4_WIDTH - 2.0 * MARGIN) / TITLE_SIZE
}

fn content_width() -> f64 {
    (A4_WIDTH - 2.0 * MARGIN) / FONT_SIZE
}

fn label_width() -> f64 {
    (LABEL_WIDTH - 2.0 * INSET) / FONT_SIZE
}

/// Returns the text width of a value cell that shares its line with another pair.
fn half_value_width() -> f64 {
    content_width() / 2.0 - (LABEL_WIDTH + 2.0 * INSET) / FONT_SIZE
}

fn block(block: &Block) -> Value {
    dict! {
        "title" => breakable(&block.title, content_width() - 2.0),
        "pairs" => pair_cells(&block.pairs),
        "tables" => block.tables.iter().filter(|table| !table.columns.is_empty()).map(table_value).collect::<Array>(),
    }
    .into_value()
}

/// Lays out pairs in reading order, two to a line; `wide` ones have the line to themselves.
fn pair_cells(pairs: &[Pair]) -> Array {
    let mut cells = Array::new();
    let mut rest = pairs;
    while let Some((first, after)) = rest.split_first() {
        match after.split_first() {
            Some((second, after)) if fits_half(first) && fits_half(second) => {
                cells.push(pair_cell(first, false));
                cells.push(pair_cell(second, false));
                rest = after;
            }
            _ => {
                cells.push(pair_cell(first, true));
                rest = after;
            }
        }
    }
    cells
}

fn fits_half(pair: &Pair) -> bool {
    text_width(&pair.value) <= half_value_width() && !pair.value.contains('\n')
}

fn pair_cell(pair: &Pair, wide: bool) -> Value {
    dict! {
        "label" => breakable(&pair.label, label_width()),
        "value" => cell(&pair.value, half_value_width()),
        "wide" => wide,
    }
    .into_value()
}

fn table_value(table: &Table) -> Value {
    let insets = 2.0 * INSET * table.columns.len() as f64;
    let available = content_width() - insets / FONT_SIZE;
    let columns = columns(table, available);
    let limits = text_widths(&columns, available);
    let row = |row: &Vec<String>| {
        let text = |column| row.get(column).map_or("", String::as_str);
        limits
            .iter()
            .enumerate()
            .map(|(column, limit)| cell(text(column), *limit).into_value())
            .collect::<Array>()
    };
    dict! {
        "title" => breakable(&table.title, content_width() - 2.0),
        "columns" => row(&table.columns),
        "widths" => columns.iter().map(column_width).collect::<Array>(),
        "narrow" => columns.iter().map(|column| column.narrow.into_value()).collect::<Array>(),
        "rows" => table.rows.iter().map(|cells| row(cells).into_value()).collect::<Array>(),
    }
    .into_value()
}

fn column_width(column: &Column) -> Value {
    match column.width {
        Width::Em(em) => Length { abs: Abs::pt(2.0 * INSET), em: Em::new(em) }.into_value(),
        Width::Share(share) => Fr::new(share).into_value(),
    }
}

fn cell(text: &str, limit: f64) -> String {
    match text.trim() {
        "" => EMPTY.to_owned(),
        text => breakable(text, limit),
    }
}

fn strings(lines: Vec<String>) -> Array {
    lines.into_iter().map(IntoValue::into_value).collect()
}

/// Returns lines of four groups of eight: easier to compare by eye, and no group looks like an ID number.
fn grouped(hash: &str) -> Vec<String> {
    let digits: Vec<char> = hash.chars().collect();
    let groups: Vec<String> = digits.chunks(8).map(String::from_iter).collect();
    groups.chunks(4).map(|line| line.join(" ")).collect()
}

fn qr_svg(text: &str) -> Result<String, QrError> {
    let code = QrCode::new(text)?;
    Ok(code.render::<svg::Color<'_>>().quiet_zone(false).build())
}
