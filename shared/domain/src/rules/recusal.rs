//! No one reviews their own application (domain.md §3, §7 cases 28 and 29).

use crate::form::{Case, Problem, ReviewPart, Spot, UnitFault};
use crate::named::{basic_info, defense, deliberation, unit_recommendation};

/// The panel and the group name their members alike.
const NAME: &str = deliberation::members::NAME;

pub(super) fn applicant_is_not_on_the_defense_panel(case: &Case<'_>, found: &mut Vec<Problem>) {
    refuse_members(case, defense::ID, defense::panel::ID, ReviewPart::DefensePanel, found);
}

pub(super) fn applicant_is_not_in_the_deliberation_group(case: &Case<'_>, found: &mut Vec<Problem>) {
    refuse_members(case, deliberation::ID, deliberation::members::ID, ReviewPart::DeliberationGroup, found);
}

pub(super) fn applicant_does_not_sign_for_the_unit(case: &Case<'_>, found: &mut Vec<Problem>) {
    let (section, field) = (unit_recommendation::ID, unit_recommendation::SIGNER);
    if names_the_applicant(case, case.value(section, field)) {
        found.push(own_review(Spot::field(section, field), ReviewPart::Signer));
    }
}

fn refuse_members(case: &Case<'_>, section: &str, group: &str, part: ReviewPart, found: &mut Vec<Problem>) {
    for row in case.rows(section, group).iter().filter(|row| names_the_applicant(case, row.value(NAME))) {
        let spot = Spot::field(section, NAME).in_row(group, &row.id);
        found.push(own_review(spot, part));
    }
}

/// Returns the problem of one's own review. A namesake is entered with the department (§7, case 94).
fn own_review(spot: Spot, part: ReviewPart) -> Problem {
    Problem::new(UnitFault::EOwnReview { part }, spot, "X18")
}

fn names_the_applicant(case: &Case<'_>, name: &str) -> bool {
    let bare = |name: &str| name.split_whitespace().collect::<String>();
    let applicant = bare(case.value(basic_info::ID, basic_info::NAME));
    !applicant.is_empty() && bare(name) == applicant
}
