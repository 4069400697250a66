//! Rules that read several fields at once: one table of plain functions. All run; all problems are reported
//! together; a new rule is one function and one line.

mod career;
mod choice;
mod education;
mod evidence;
mod insurance;
mod opinion;
mod publicity;
mod recommendation;
mod recusal;
mod seniority;
mod title;

use crate::form::{Case, Problem};
use crate::named;
use crate::pack::Section;

type Rule = fn(&Case<'_>, &mut Vec<Problem>);

/// The section under which a rule's problems are listed, and the rule.
static RULES: &[(&str, Rule)] = &[
    (named::basic_info::ID, choice::committee_is_the_one_of_title_and_industry),
    (named::basic_info::ID, choice::specialty_belongs_to_the_committee),
    (named::basic_info::ID, choice::dual_directed_only_in_its_counties),
    (named::basic_info::ID, choice::identity_fits_the_unit),
    (named::education::ID, education::degree_fits_the_education),
    (named::education::ID, education::subject_fits_the_specialty),
    (named::current_title::ID, title::lowest_titles_are_applied_for_normally),
    (named::current_title::ID, title::only_the_lowest_title_is_a_first_one),
    (named::current_title::ID, title::a_transfer_needs_a_title),
    (named::current_title::ID, title::name_and_level_agree),
    (named::current_title::ID, title::titles_are_climbed_level_by_level),
    (named::current_title::ID, title::proof_of_no_title_fits_the_identity),
    (named::current_title::ID, title::another_series_is_pointed_out),
    (named::current_title::ID, title::title_follows_graduation),
    (named::current_title::ID, seniority::served_long_enough),
    (named::continuing_education::ID, evidence::common_course_is_passed),
    (named::continuing_education::ID, evidence::industry_courses_are_listed_or_declared),
    (named::publications::ID, evidence::journal_papers_name_a_serial_number),
    (named::continuing_education::ID, evidence::course_hours_are_enough),
    (named::publications::ID, evidence::first_authors_rank_first),
    (named::career_history::ID, career::periods_follow_each_other),
    (named::achievements::ID, evidence::unfinished_achievements_need_a_criterion_that_allows_them),
    (named::discipline::ID, evidence::nobody_under_sanction_applies),
    (named::social_insurance::ID, insurance::six_consecutive_months_before_the_month_of_application),
    (named::social_insurance::ID, insurance::insured_person_is_the_applicant),
    (named::declaration::ID, evidence::declaration_covers_the_content),
    (named::declaration::ID, evidence::declaration_is_signed_by_the_applicant),
    (named::unit_check::ID, recommendation::every_section_was_checked),
    (named::publicity::ID, publicity::period_begins_with_the_table),
    (named::publicity::ID, publicity::period_has_enough_working_days),
    (named::publicity::ID, publicity::outcome_waits_for_the_end),
    (named::publicity::ID, publicity::conclusion_fits_the_objection),
    (named::defense::ID, recommendation::defense_panel_is_large_enough),
    (named::defense::ID, publicity::defense_follows),
    (named::deliberation::ID, publicity::deliberation_follows),
    (named::unit_recommendation::ID, publicity::recommendation_follows),
    (named::defense::ID, recusal::applicant_is_not_on_the_defense_panel),
    (named::deliberation::ID, recusal::applicant_is_not_in_the_deliberation_group),
    (named::deliberation::ID, recommendation::defense_comes_before_deliberation),
    (named::deliberation::ID, recommendation::group_has_five_members_and_one_leader),
    (named::deliberation::ID, recommendation::those_present_attended),
    (named::deliberation::ID, recommendation::votes_add_up),
    (named::appraisals::ID, recommendation::every_year_of_work_is_appraised),
    (named::unit_recommendation::ID, opinion::opinion_speaks_to_five_aspects),
    (named::unit_recommendation::ID, recusal::applicant_does_not_sign_for_the_unit),
];

pub(crate) fn check(case: &Case<'_>, section: &Section, found: &mut Vec<Problem>) {
    for (_, rule) in RULES.iter().filter(|(of, _)| *of == section.id) {
        rule(case, found);
    }
}
