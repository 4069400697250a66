//! Forms drawn from the pack: what was typed, what is asked, what is missing.

mod answers;
mod carry_over;
mod case;
mod code;
mod compute;
mod declaration;
mod edit;
mod english;
mod fields;
mod files;
mod material;
mod problem;
mod scans;
mod state;

pub use answers::{Answers, Attachment, CopyKind, Place, Row, ScanFacts, SectionData, Values};
pub use carry_over::{CarriedOver, Earlier, LeftOut, Unfit, carry_over, fields_of_register};
pub use case::{Case, Filing, Here};
pub use code::Code;
pub(crate) use compute::hours_by_year;
pub use declaration::{SECTION as DECLARATION, dated, declare, is_declared, is_outdated};
pub use edit::{EditRefusal, accept, fixed_rows, half_width};
pub use english::{english, problem_in_english, words_in_english};
pub use material::{is_material, left_over, material};
pub use problem::{Detail, Problem, Spot};
pub use state::{SectionState, section_state, state_given};

use crate::policy::{FilledBy, Section};
use crate::rules;

/// Every problem of the sections that `filled_by` fills, in the order of the form.
pub fn problems(case: &Case<'_>, filled_by: FilledBy) -> Vec<Problem> {
    let mut found = Vec::new();
    for section in case.policy.sections_of(filled_by) {
        found.extend(section_problems(case, section));
    }
    found
}

/// Every problem of one section: of its shape first, then by the rules that read several fields.
pub fn section_problems(case: &Case<'_>, section: &Section) -> Vec<Problem> {
    if !case.is_asked(section) || (section.optional && is_untouched(case, section)) {
        return Vec::new();
    }
    let mut found = Vec::new();
    fields::check_section(case, section, &mut found);
    files::check_section(case, section, &mut found);
    rules::check(case, section, &mut found);
    for problem in &mut found {
        if problem.rule.is_empty() {
            problem.rule.clone_from(&section.rule);
        }
        problem.source = case.policy.source_of(&problem.rule);
    }
    found
}

fn is_untouched(case: &Case<'_>, section: &Section) -> bool {
    case.section(&section.id).is_none_or(SectionData::is_empty)
}
