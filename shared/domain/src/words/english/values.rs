//! Stored and computed values in English.

use crate::dates;
use crate::form::{
    Case, Here, MonthRange, Served, Spot, hours_by_year, insurance_months, month_range, seniority,
    stored_in_words,
};
use crate::pack::{Computation, CountedFrom, Field, FieldKind, Group, Pack};
use crate::words::place::{LaidOut, Place};

/// A stored or computed value in words, of a case whose pack is in English.
pub fn value(case: &Case<'_>, here: Here<'_>, field: &Field) -> String {
    if let Some(heading) = laid_out(case, here, field) {
        return heading;
    }
    let value = case.shown_value(here, field);
    match field.computed {
        Some(Computation::Seniority) => {
            seniority(case).map(|years| served(&years, case.pack)).unwrap_or_default()
        }
        Some(Computation::CourseHours) => course_hours(case),
        Some(Computation::InsuranceMonths) => {
            month_range(&insurance_months(case)).map(|asked| months(&asked)).unwrap_or_default()
        }
        None | Some(_) => own_word(field, &value).unwrap_or_else(|| case.in_words(here, field)),
    }
}

/// A stored value in words, whatever the answers beside it say; the pack is in English.
pub fn stored(pack: &Pack, field: &Field, value: &str) -> String {
    own_word(field, value).unwrap_or_else(|| stored_in_words(pack, field, value))
}

/// The word of a value that no pack holds.
fn own_word(field: &Field, value: &str) -> Option<String> {
    let word = match (field.kind.is_boolean(), value) {
        (true, "true") if field.options.is_empty() => "Yes",
        (true, "false") if field.options.is_empty() => "No",
        (false, dates::NOW) if field.kind == FieldKind::YearMonthOrNow => "to present",
        (true | false, _) => return None,
    };
    Some(word.to_owned())
}

/// The heading of a row that the system lays out, whose stored one is Chinese; none for any other field.
fn laid_out(case: &Case<'_>, here: Here<'_>, field: &Field) -> Option<String> {
    let groups = &case.pack.section(here.section)?.groups;
    let heads = |group: &&Group| {
        group.fixed_rows.is_some() && group.row_title == field.id && group.fields.contains(field)
    };
    groups.iter().find(heads)?;
    let spot = Spot { row: here.row.map(|row| row.id.clone()), ..Spot::section(here.section) };
    Some(row(&Place::of(&spot, case.pack)))
}

/// The heading of a row that the system lays out.
pub(super) fn row(at: &Place<'_>) -> String {
    match at.laid_out() {
        Some(LaidOut::Section(section)) => format!("{}. {}", section.number, section.title),
        Some(LaidOut::Year(year)) => year.to_owned(),
        None => String::new(),
    }
}

fn served(served: &Served, pack: &Pack) -> String {
    let Some(way) = served.way(pack) else { return String::new() };
    let title = pack.title(&way.target).map_or("", |title| title.name.as_str());
    let from = match way.counted_from {
        CountedFrom::Graduation => "graduation",
        CountedFrom::CurrentTitle => "the current title",
    };
    let (years, since) = (served.years, served.since.format("%-d %B %Y"));
    let needed = match way.years {
        0 => format!("{title} needs none"),
        needed => format!("as a rule {title} needs {needed}"),
    };
    format!("{years} full years since {from} on {since}; {needed} ({})", way.source)
}

fn course_hours(case: &Case<'_>) -> String {
    let hours = hours_by_year(case);
    let lines: Vec<String> = hours.iter().rev().map(|(year, n)| format!("{year}: {n} class hours")).collect();
    lines.join("; ")
}

/// `2020-02 to 2020-07`.
pub(super) fn months(range: &MonthRange) -> String {
    format!("{} to {}", range.first, range.last)
}
