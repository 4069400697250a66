//! Social insurance: which months, and whose (R57, R60).

use crate::dates;
use crate::form::{Case, Code, Detail, Problem, Spot};
use chrono::{Datelike, Months, NaiveDate};

/// M−1 … M−6 for an application in month M, the earliest first. M is the month of the first submission, so that
/// a correction in a later month asks for no other months (R57).
pub fn insurance_months(case: &Case<'_>) -> Vec<String> {
    let applied_on = case.filing.first_submitted_on.unwrap_or(case.today);
    (1..=case.policy.batch.social_insurance_months).rev().map(|back| month_before(applied_on, back)).collect()
}

/// The range that has to be stated where the months are asked for (R57).
pub(crate) struct AskedMonths {
    months: Vec<String>,
    first: String,
    last: String,
}

impl AskedMonths {
    pub(crate) fn of(case: &Case<'_>) -> Option<Self> {
        let months = insurance_months(case);
        let (first, last) = (months.first()?.clone(), months.last()?.clone());
        Some(Self { months, first, last })
    }

    pub(crate) fn in_words(&self) -> String {
        format!("{}至{}", dates::month_in_chinese(&self.first), dates::month_in_chinese(&self.last))
    }

    pub(crate) fn in_english(&self) -> String {
        format!("{} to {}", self.first, self.last)
    }

    fn detail(&self, missing: Vec<String>) -> Detail {
        Detail::Months { first: self.first.clone(), last: self.last.clone(), missing }
    }
}

pub(super) fn six_consecutive_months_before_the_month_of_application(
    case: &Case<'_>,
    found: &mut Vec<Problem>,
) {
    let Some(asked) = AskedMonths::of(case) else { return };
    name_the_months(&asked, found);
    let paid = case.value("social_insurance", "months");
    let missing: Vec<String> =
        asked.months.iter().filter(|month| !paid.split(',').any(|p| p == *month)).cloned().collect();
    if paid.is_empty() || missing.is_empty() {
        return;
    }
    let again = match case.value("social_insurance", "query_state") {
        "Found" => "。请重新点击“查询”",
        _ => "",
    };
    let named: Vec<String> = missing.iter().map(|month| dates::month_in_chinese(month)).collect();
    let message = format!(
        "社保须为申报前连续{}个月（{}，不含申报当月），缺：{}{again}",
        asked.months.len(),
        asked.in_words(),
        named.join("、")
    );
    let spot = Spot::field("social_insurance", "months");
    found.push(Problem::error(Code::EInsuranceMonths, spot, "R57", message).with(asked.detail(missing)));
}

/// A missing list or a missing answer is told with the months that it must cover.
fn name_the_months(asked: &AskedMonths, found: &mut [Problem]) {
    for problem in found.iter_mut().filter(|problem| is_of_the_months(problem)) {
        problem.message = format!("{}，须包括{}各月", problem.message, asked.in_words());
        problem.detail = Some(asked.detail(Vec::new()));
    }
}

fn is_of_the_months(problem: &Problem) -> bool {
    let Spot { section, field, slot, .. } = &problem.spot;
    section == "social_insurance"
        && (problem.code == Code::ERequired && field.as_deref() == Some("months")
            || problem.code == Code::EFileMissing && slot.as_deref() == Some("contribution_list"))
}

/// What is printed on the certificate is the applicant (R60).
pub(super) fn insured_person_is_the_applicant(case: &Case<'_>, found: &mut Vec<Problem>) {
    let [printed, tail] = ["person_name", "id_tail"].map(|field| case.value("social_insurance", field));
    let [name, id] = ["name", "id_number"].map(|field| case.value("basic_info", field));
    let mut refuse = |field: &str, message: String| {
        let spot = Spot::field("social_insurance", field);
        found.push(Problem::error(Code::EInsuredPerson, spot, "R60", message));
    };
    if !printed.is_empty() && !name.is_empty() && printed != name {
        refuse("person_name", format!("参保人姓名应为申报人本人“{name}”，请核对参保证明"));
    }
    // A shorter or longer tail is told as such.
    if tail.chars().count() == 4 && !id.is_empty() && !id.to_uppercase().ends_with(&tail.to_uppercase()) {
        refuse("id_tail", "参保人身份证号后四位与申报人不一致，请核对参保证明".to_owned());
    }
}

fn month_before(day: NaiveDate, back: u32) -> String {
    let first = day.with_day(1).unwrap_or(day);
    first.checked_sub_months(Months::new(back)).unwrap_or(first).format("%Y-%m").to_string()
}
