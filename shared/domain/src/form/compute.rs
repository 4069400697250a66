//! Values that follow from others and are never stored.

use super::{Case, Here, insurance_months, month_range, seniority};
use crate::dates;
use crate::identifiers::full_years;
use crate::named::continuing_education::industry_courses;
use crate::named::{basic_info, continuing_education, publicity, social_insurance};
use crate::pack::Computation;
use crate::words::chinese;
use crate::workflow::PostedTable;
use std::collections::BTreeMap;

/// `None` while something that it needs is missing.
pub(super) fn compute(case: &Case<'_>, here: Here<'_>, computation: Computation) -> Option<String> {
    match computation {
        Computation::ProfessionalYears => {
            let start = dates::first_day(case.value(basic_info::ID, basic_info::PROFESSIONAL_WORK_START))?;
            Some(full_years(start, case.counted_until()).max(0).to_string())
        }
        Computation::BirthMonth => {
            case.value(basic_info::ID, basic_info::BIRTH_DATE).get(..7).map(str::to_owned)
        }
        Computation::PublicityWorkingDays => publicity_working_days(case, here),
        Computation::Seniority => seniority(case).map(|served| chinese::served(&served, case.pack)),
        Computation::CourseHours => course_hours(case),
        Computation::InsuranceMonths => {
            month_range(&insurance_months(case)).map(|asked| chinese::months(&asked))
        }
        Computation::PostedVersion => hanging(case).map(|posted| posted.table_version.to_string()),
        Computation::PostedHash => hanging(case).map(PostedTable::spaced_code),
        Computation::InsuredUnitIsOwn => insured_unit_is_own(case).map(|own| own.to_string()),
    }
}

/// Returns the table that is up, or about to be; none once the application says something else.
fn hanging<'a>(case: &Case<'a>) -> Option<&'a PostedTable> {
    case.filing.posted.filter(|posted| posted.set_aside.is_none())
}

fn publicity_working_days(case: &Case<'_>, here: Here<'_>) -> Option<String> {
    let day = |field| dates::first_day(case.value(here.section, field));
    let (start, end) = (day(publicity::START_DATE)?, day(publicity::END_DATE)?);
    let count_first = case.pack.batch.count_first_day;
    Some(case.calendar().working_days(start, end, count_first).ok()?.to_string())
}

/// Class hours by year, the latest first.
pub(crate) fn hours_by_year(case: &Case<'_>) -> BTreeMap<i32, u32> {
    let mut hours = BTreeMap::new();
    for row in case.rows(continuing_education::ID, industry_courses::ID) {
        if let (Ok(year), Ok(n)) = (
            row.value(industry_courses::YEAR).parse::<i32>(),
            row.value(industry_courses::HOURS).parse::<u32>(),
        ) {
            let total: &mut u32 = hours.entry(year).or_default();
            *total = total.saturating_add(n);
        }
    }
    hours
}

fn course_hours(case: &Case<'_>) -> Option<String> {
    let hours = hours_by_year(case);
    let lines: Vec<String> = hours.iter().rev().map(|(year, n)| chinese::course_hours(*year, *n)).collect();
    (!lines.is_empty()).then(|| lines.join("；"))
}

/// A stray blank or bracket makes no other unit (§4.0).
fn insured_unit_is_own(case: &Case<'_>) -> Option<bool> {
    let bare = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let printed = bare(case.value(social_insurance::ID, social_insurance::INSURED_UNIT));
    (!printed.is_empty()).then(|| printed == bare(case.value(basic_info::ID, basic_info::UNIT_NAME)))
}
