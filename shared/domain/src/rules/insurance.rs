//! Social insurance: which months, and whose (R57, R60).

use crate::form::{
    Case, EntryFault, EvidenceFault, Fault, InsuredFault, MonthRange, Problem, ScanFault, Spot, count,
    insurance_months, month_range,
};
use crate::named::{basic_info, lookup, social_insurance};

pub(super) fn six_consecutive_months_before_the_month_of_application(
    case: &Case<'_>,
    found: &mut Vec<Problem>,
) {
    let months = insurance_months(case);
    let Some(asked) = month_range(&months) else { return };
    found.iter_mut().for_each(|problem| name_the_months(problem, &asked));
    let paid = case.value(social_insurance::ID, social_insurance::MONTHS);
    let count = count(months.len());
    let missing: Vec<String> =
        months.into_iter().filter(|month| !paid.split(',').any(|p| p == month)).collect();
    if paid.is_empty() || missing.is_empty() {
        return;
    }
    let looked_up = case.value(social_insurance::ID, lookup::QUERY_STATE) == lookup::FOUND;
    let fault = EvidenceFault::EInsuranceMonths { asked, count, missing, looked_up };
    found.push(Problem::new(fault, Spot::field(social_insurance::ID, social_insurance::MONTHS), "R57"));
}

/// A missing list or a missing answer is told with the months that it must cover.
fn name_the_months(problem: &mut Problem, asked: &MonthRange) {
    let Spot { field, slot, .. } = &problem.spot;
    match &mut problem.fault {
        Fault::Entry(EntryFault::ERequired { covering })
            if field.as_deref() == Some(social_insurance::MONTHS) =>
        {
            *covering = Some(asked.clone());
        }
        Fault::Scan(ScanFault::EScanMissing { covering, .. })
            if slot.as_deref() == Some(social_insurance::CONTRIBUTION_LIST) =>
        {
            *covering = Some(asked.clone());
        }
        Fault::Entry(_)
        | Fault::Scan(_)
        | Fault::Choice(_)
        | Fault::Title(_)
        | Fault::Evidence(_)
        | Fault::Unit(_) => {}
    }
}

/// The person printed on the certificate is the applicant (R60).
pub(super) fn insured_person_is_the_applicant(case: &Case<'_>, found: &mut Vec<Problem>) {
    let [printed, tail] = [social_insurance::PERSON_NAME, social_insurance::ID_TAIL]
        .map(|field| case.value(social_insurance::ID, field));
    let [name, id] = [basic_info::NAME, basic_info::ID_NUMBER].map(|field| case.value(basic_info::ID, field));
    let mut refuse = |field: &str, why| {
        let spot = Spot::field(social_insurance::ID, field);
        found.push(Problem::new(EvidenceFault::EInsuredPerson { why }, spot, "R60"));
    };
    if !printed.is_empty() && !name.is_empty() && printed != name {
        refuse(social_insurance::PERSON_NAME, InsuredFault::Name { applicant: name.to_owned() });
    }
    // A shorter or longer tail is told as such.
    if tail.chars().count() == 4 && !id.is_empty() && !id.to_uppercase().ends_with(&tail.to_uppercase()) {
        refuse(social_insurance::ID_TAIL, InsuredFault::IdTail);
    }
}
