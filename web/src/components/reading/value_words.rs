//! The values of fields in words.

use domain::dates;
use domain::form::{self, Case, Here};
use domain::pack::{Field, FieldKind, Pack};
use domain::words::english;

use crate::texts::{Language, language, texts};

/// Returns the value of a field as it is read: options by their names, days and months in words.
pub fn value_in_words(case: &Case<'_>, here: Here<'_>, field: &Field) -> String {
    let words = match language() {
        Language::Chinese => case.in_words(here, field),
        Language::English => english::value(case, here, field),
    };
    dated(field.kind, &words)
}

/// Returns a stored value of the field as it is read, whatever the answers beside it say.
pub fn stored_in_words(pack: &Pack, field: &Field, value: &str) -> String {
    let words = match language() {
        Language::Chinese => form::stored_in_words(pack, field, value),
        Language::English => english::stored(pack, field, value),
    };
    dated(field.kind, &words)
}

fn dated(kind: FieldKind, words: &str) -> String {
    match kind {
        FieldKind::YearMonth | FieldKind::YearMonthOrNow | FieldKind::Date | FieldKind::DateOrMonth => {
            date_in_words(words)
        }
        FieldKind::Months => {
            let months: Vec<String> = words.split(',').map(date_in_words).collect();
            months.join(texts().common.comma)
        }
        FieldKind::Text
        | FieldKind::LongText
        | FieldKind::Integer
        | FieldKind::YesNo
        | FieldKind::Tick
        | FieldKind::Choice
        | FieldKind::Search
        | FieldKind::Time
        | FieldKind::Mobile
        | FieldKind::Landline
        | FieldKind::Email
        | FieldKind::UscCode
        | FieldKind::CnNumber
        | FieldKind::Issn
        | FieldKind::Isbn => words.to_owned(),
    }
}

/// `2009年7月`, `2015年6月20日`; what is no date stays as it is.
pub fn date_in_words(text: &str) -> String {
    if let Some(day) = dates::parse_day(text) {
        return (texts().common.day)(day);
    }
    match text.split_once('-').filter(|_| dates::is_year_month(text)) {
        Some((year, month)) => (texts().form.field.month)(year, month.trim_start_matches('0')),
        None => text.to_owned(),
    }
}
