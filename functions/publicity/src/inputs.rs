//! A publicity table as typst values. Everything a user typed stays a string value and is never
//! parsed as markup.

use domain::dates::in_chinese;
use qrcode::{QrCode, render::svg, types::QrError};
use typst::foundations::{Array, Bytes, Dict, IntoValue, Value, dict};
use typst::layout::{Abs, Em, Fr, Length};

use crate::fonts::FAMILY;
use crate::measure::{Column, Width, breakable, columns, text_width, text_widths};
use domain::publicity::{Block, Pair, PublicityTable, Table};

const FONT_SIZE: f64 = 9.5;
const INSET: f64 = 4.0;
const MARGIN: f64 = 51.0;
/// A longer label breaks, in em.
const LONGEST_LABEL: f64 = 13.0;
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
        "title_size" => Abs::pt(TITLE_SIZE),
        "title" => title(table),
        "title_lines" => strings(title_lines(table)),
        "running_title" => running_title(table),
        "applicant" => cell(&table.applicant_name, 20.0),
        "blocks" => table.blocks.iter().map(block).collect::<Array>(),
        "start" => in_chinese(table.period.start),
        "end" => in_chinese(table.period.end),
        "working_days" => i64::from(table.period.working_days),
        "place" => breakable(&table.place, content_width() * 0.8),
        "method" => breakable(&table.method, content_width() * 0.8),
        "department" => breakable(&table.contact_department, content_width() * 0.5),
        "person" => breakable(&table.contact_person, content_width() * 0.5),
        "phone" => breakable(&table.contact_phone, content_width() * 0.5),
        "version" => i64::from(table.table_version),
        "generated_on" => in_chinese(table.generated_on),
        "check_code" => table.check_code.as_str(),
        "check_url" => table.check_url.as_str(),
        "qr" => Bytes::from_string(qr_svg(&table.check_url)?),
    })
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

/// Returns the width of the longest label of a block, so that none breaks that need not.
fn label_width(pairs: &[Pair]) -> f64 {
    pairs.iter().map(|pair| text_width(&pair.label)).fold(4.0, f64::max).min(LONGEST_LABEL)
}

/// Returns the text width of a value cell that shares its line with another pair.
fn half_value_width(label_width: f64) -> f64 {
    content_width() / 2.0 - label_width - 4.0 * INSET / FONT_SIZE
}

fn block(block: &Block) -> Value {
    dict! {
        "title" => breakable(&block.title, content_width() - 2.0),
        "label_width" => Length { abs: Abs::pt(2.0 * INSET), em: Em::new(label_width(&block.pairs)) },
        "pairs" => pair_cells(&block.pairs),
        "tables" => block.tables.iter().filter(|table| !table.columns.is_empty()).map(table_value).collect::<Array>(),
    }
    .into_value()
}

/// Lays out pairs in reading order, two to a line; `wide` ones have the line to themselves.
fn pair_cells(pairs: &[Pair]) -> Array {
    let label = label_width(pairs);
    let fits_half = |pair: &Pair| fits(pair, half_value_width(label));
    let mut cells = Array::new();
    let mut rest = pairs;
    while let Some((first, after)) = rest.split_first() {
        match after.split_first() {
            Some((second, after)) if fits_half(first) && fits_half(second) => {
                cells.push(pair_cell(first, false, label));
                cells.push(pair_cell(second, false, label));
                rest = after;
            }
            _ => {
                cells.push(pair_cell(first, true, label));
                rest = after;
            }
        }
    }
    cells
}

fn fits(pair: &Pair, width: f64) -> bool {
    text_width(&pair.value) <= width && !pair.value.contains('\n')
}

fn pair_cell(pair: &Pair, wide: bool, label_width: f64) -> Value {
    dict! {
        "label" => breakable(&pair.label, label_width),
        "value" => cell(&pair.value, half_value_width(label_width)),
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

fn qr_svg(text: &str) -> Result<String, QrError> {
    let code = QrCode::new(text)?;
    Ok(code.render::<svg::Color<'_>>().quiet_zone(false).build())
}
