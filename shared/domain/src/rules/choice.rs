//! Title, committee, specialty, identity and mode (R5–R12, R16, R20).

use crate::form::{Case, ChoiceFault, Problem, Spot};
use crate::named::basic_info;

pub(super) fn committee_is_the_one_of_title_and_industry(case: &Case<'_>, found: &mut Vec<Problem>) {
    let [title, industry, chosen] =
        [basic_info::TARGET_TITLE, basic_info::INDUSTRY, basic_info::COMMITTEE_ID]
            .map(|field| case.value(basic_info::ID, field));
    let Some(valid) = case.pack.committee_for(title, industry) else { return };
    if valid.id != chosen {
        let spot = Spot::field(basic_info::ID, basic_info::COMMITTEE_ID);
        let fault = ChoiceFault::ECommitteeMismatch { committee: valid.id.clone() };
        found.push(Problem::new(fault, spot, "R5–R10"));
    }
}

pub(super) fn specialty_belongs_to_the_committee(case: &Case<'_>, found: &mut Vec<Problem>) {
    let [committee, chosen] =
        [basic_info::COMMITTEE_ID, basic_info::SPECIALTY].map(|field| case.value(basic_info::ID, field));
    if !chosen.is_empty() && !case.pack.specialties_of(committee).any(|specialty| specialty.id == chosen) {
        found.push(Problem::new(
            ChoiceFault::ESpecialty,
            Spot::field(basic_info::ID, basic_info::SPECIALTY),
            "R12",
        ));
    }
}

pub(super) fn dual_directed_only_in_its_counties(case: &Case<'_>, found: &mut Vec<Problem>) {
    let county = case.pack.county(case.value(basic_info::ID, basic_info::UNIT_COUNTY));
    let offered = county.is_some_and(|county| county.dual_directed);
    if case.value(basic_info::ID, basic_info::DUAL_DIRECTED) == "true" && !offered {
        found.push(Problem::new(
            ChoiceFault::EDualDirected,
            Spot::field(basic_info::ID, basic_info::DUAL_DIRECTED),
            "R20",
        ));
    }
}

/// The unit confirms what the applicant chose against its own registration (R16).
pub(super) fn identity_fits_the_unit(case: &Case<'_>, found: &mut Vec<Problem>) {
    let [chosen, nature] =
        [basic_info::IDENTITY_NATURE, basic_info::UNIT_NATURE].map(|field| case.value(basic_info::ID, field));
    if !chosen.is_empty() && !nature.is_empty() && chosen != nature {
        let spot = Spot::field(basic_info::ID, basic_info::IDENTITY_NATURE);
        found.push(Problem::new(ChoiceFault::WIdentityMismatch, spot, "R16"));
    }
}
