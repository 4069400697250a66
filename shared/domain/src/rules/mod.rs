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
use crate::policy::Section;

type Rule = fn(&Case<'_>, &mut Vec<Problem>);

/// The section under which a rule's problems are listed, and the rule.
static RULES: &[(&str, Rule)] = &[
    ("basic_info", choice::committee_is_the_one_of_title_and_industry),
    ("basic_info", choice::specialty_belongs_to_the_committee),
    ("basic_info", choice::dual_directed_only_in_its_counties),
    ("basic_info", choice::identity_fits_the_unit),
    ("education", education::degree_fits_the_education),
    ("education", education::subject_fits_the_specialty),
    ("current_title", title::lowest_titles_are_applied_for_normally),
    ("current_title", title::only_the_lowest_title_is_a_first_one),
    ("current_title", title::a_transfer_needs_a_title),
    ("current_title", title::name_and_level_agree),
    ("current_title", title::titles_are_climbed_level_by_level),
    ("current_title", title::proof_of_no_title_fits_the_identity),
    ("current_title", title::another_series_is_pointed_out),
    ("current_title", title::title_follows_graduation),
    ("current_title", seniority::served_long_enough),
    ("continuing_education", evidence::common_course_is_passed),
    ("continuing_education", evidence::industry_courses_are_listed_or_declared),
    ("publications", evidence::journal_papers_name_a_serial_number),
    ("continuing_education", evidence::course_hours_are_enough),
    ("publications", evidence::first_authors_rank_first),
    ("career_history", career::periods_follow_each_other),
    ("achievements", evidence::unfinished_achievements_need_a_criterion_that_allows_them),
    ("discipline", evidence::nobody_under_sanction_applies),
    ("social_insurance", insurance::six_consecutive_months_before_the_month_of_application),
    ("social_insurance", insurance::insured_person_is_the_applicant),
    ("declaration", evidence::declaration_covers_the_content),
    ("declaration", evidence::declaration_is_signed_by_the_applicant),
    ("unit_check", recommendation::every_category_was_checked),
    ("publicity", publicity::period_has_enough_working_days),
    ("publicity", publicity::outcome_waits_for_the_end),
    ("publicity", publicity::conclusion_fits_the_objection),
    ("defense", recommendation::defense_panel_is_large_enough),
    ("defense", recusal::applicant_is_not_on_the_defense_panel),
    ("deliberation", recusal::applicant_is_not_in_the_deliberation_group),
    ("deliberation", recommendation::defense_comes_before_deliberation),
    ("deliberation", recommendation::group_has_five_members_and_one_leader),
    ("deliberation", recommendation::those_present_attended),
    ("deliberation", recommendation::votes_add_up),
    ("appraisals", recommendation::every_year_of_work_is_appraised),
    ("unit_recommendation", opinion::opinion_speaks_to_five_aspects),
    ("unit_recommendation", recusal::applicant_does_not_sign_for_the_unit),
];

pub(crate) fn check(case: &Case<'_>, section: &Section, found: &mut Vec<Problem>) {
    for (_, rule) in RULES.iter().filter(|(of, _)| *of == section.id) {
        rule(case, found);
    }
}
