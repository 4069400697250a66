//! Every problem of an application: of its fields and slots, and by the rules that read several of them.

use crate::form::{Case, Problem, SectionData, fields, slots};
use crate::pack::{FilledBy, Section};
use crate::rules;

/// Every problem of the sections that `filled_by` fills, in the order of the form.
pub fn problems(case: &Case<'_>, filled_by: FilledBy) -> Vec<Problem> {
    let mut found = Vec::new();
    for section in case.pack.sections_of(filled_by) {
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
    slots::check_section(case, section, &mut found);
    rules::check(case, section, &mut found);
    for problem in &mut found {
        if problem.rule.is_empty() {
            problem.rule.clone_from(&section.rule);
        }
        problem.source = case.pack.source_of(&problem.rule);
    }
    found
}

fn is_untouched(case: &Case<'_>, section: &Section) -> bool {
    case.section(&section.id).is_none_or(SectionData::is_empty)
}
