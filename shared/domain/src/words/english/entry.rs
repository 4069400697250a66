//! Fields and lists of rows, in English.

use super::values::months;
use crate::form::{EntryFault, Limit, Shape};
use crate::pack::{Answering, Field, FieldKind};
use crate::words::place::Place;

pub(super) fn words(fault: &EntryFault, at: &Place<'_>) -> String {
    let label = at.label();
    match fault {
        EntryFault::ERequired { covering: None } | EntryFault::EMustBeTrue => missing(at),
        EntryFault::ERequired { covering: Some(range) } => {
            format!("{} It must cover {}.", missing(at), months(range))
        }
        EntryFault::EFormat { shape } => wanted(shape, at),
        EntryFault::EDate { limit } | EntryFault::WDate { limit } => at.limit(*limit).map_or_else(
            || format!("“{label}” is too early or too late. Please check the date."),
            str::to_owned,
        ),
        EntryFault::WMonthPrecision { limit } => favoured_month(*limit, label),
        EntryFault::WUscCode => format!(
            "“{label}” is wrong. Compare it character by character with the business licence or registration certificate."
        ),
        EntryFault::ETooFewRows { min, found } => {
            let tick = |tick: &Field| format!(" If there are none, tick “{}”.", tick.label);
            let none = at.none_tick().map(tick).unwrap_or_default();
            format!("Please enter at least {min} under “{label}”; there are {found}.{none}")
        }
        EntryFault::ETooManyRows { max, .. } => format!("“{label}” takes at most {max}. Delete the others."),
        EntryFault::EOverLimitReason { .. } => {
            format!("There are more entries than the rules provide for. Please fill in “{label}”.")
        }
        EntryFault::WOverLimit { .. } => {
            "There are more entries than the rules provide for. Reviewers will see the reason that you give."
                .to_owned()
        }
        EntryFault::EExactlyOne { found, .. } => {
            format!("Choose exactly one entry of “{label}”; {found} are chosen.")
        }
        EntryFault::EDuplicate { .. } => format!("“{label}” is entered twice. Delete one."),
        EntryFault::ERank { .. } => format!(
            "“{label}” contradicts the other numbers: a first author ranks 1, a sole author is alone, and no rank exceeds its total."
        ),
    }
}

fn missing(at: &Place<'_>) -> String {
    let label = at.label();
    match at.field.map(|field| field.kind.answering()) {
        Some(Answering::Ticked) => format!("Please confirm and tick: {label}."),
        Some(Answering::YesOrNo | Answering::Chosen) => format!("Please choose: {label}."),
        Some(Answering::Typed) | None => format!("Please fill in: {label}."),
    }
}

fn wanted(shape: &Shape, at: &Place<'_>) -> String {
    let label = at.label();
    let Some(field) = at.field else { return format!("“{label}” is not in the right form.") };
    match shape {
        Shape::Unlike => unlike(field),
        Shape::TooShort { .. } | Shape::TooLong { .. } => length(field),
        Shape::Below { .. } | Shape::Above { .. } => range(field),
    }
}

fn unlike(field: &Field) -> String {
    let wanted = match field.kind {
        FieldKind::Text | FieldKind::LongText => return length(field),
        FieldKind::Integer => return range(field),
        FieldKind::YesNo => "choose Yes or No",
        FieldKind::Tick => "tick it or leave it empty",
        FieldKind::Choice | FieldKind::Search => "choose one of the options",
        FieldKind::YearMonth => "give year and month, such as 2015-06",
        FieldKind::YearMonthOrNow => "give year and month, such as 2015-06, or choose “to present”",
        FieldKind::Date => "give a valid date, such as 2015-06-20",
        FieldKind::DateOrMonth => "give a valid date, such as 2015-06-20, or only the month, 2015-06",
        FieldKind::Time => "give a time, such as 09:30",
        FieldKind::Mobile => "give an 11-digit mobile number",
        FieldKind::Landline => "give area code and number, such as 0772-1234567",
        FieldKind::Email => "give a valid address, such as name@example.cn",
        FieldKind::UscCode => "give the 18-character unified social credit code",
        FieldKind::CnNumber => "the form is CN45-1234/TH; CN(HK) numbers are not accepted",
        FieldKind::Issn => "compare the number with the copyright page digit by digit, such as 1000-6834",
        FieldKind::Isbn => {
            "compare the number with the copyright page digit by digit, such as 978-7-111-07575-2"
        }
        FieldKind::Months => "choose the months one by one, such as 2020-02",
    };
    format!("“{}”: {wanted}.", field.label)
}

fn length(field: &Field) -> String {
    let label = &field.label;
    match (field.min_chars, field.max_chars) {
        (Some(min), Some(max)) => format!("“{label}” takes {min} to {max} characters."),
        (Some(min), None) => format!("“{label}” takes at least {min} characters."),
        (None, Some(max)) => format!("“{label}” takes at most {max} characters."),
        (None, None) => format!("“{label}” contains invisible characters. Delete them."),
    }
}

fn range(field: &Field) -> String {
    let label = &field.label;
    match (field.min, field.max) {
        (Some(min), Some(max)) => format!("“{label}” is a whole number from {min} to {max}."),
        (Some(min), None) => format!("“{label}” is a whole number, at least {min}."),
        (None, Some(max)) => format!("“{label}” is a whole number, at most {max}."),
        (None, None) => format!("“{label}” is a whole number."),
    }
}

fn favoured_month(limit: Limit, label: &str) -> String {
    match limit {
        Limit::NotAfter(_) => format!(
            "“{label}” is in the month of today (the closing day of the material) and counts as its first day. Make sure that it is not later."
        ),
        Limit::NotBefore(_) => format!(
            "“{label}” is in the same month as the current title and counts as its last day. Make sure that it came after the title."
        ),
    }
}
