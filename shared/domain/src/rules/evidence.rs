//! Courses, papers, sanctions and the declaration (R30–R55).

use crate::dates;
use crate::form::{
    Case, CourseFault, EntryFault, EvidenceFault, Ineligible, Problem, RankFault, Spot, YearHours,
    hours_by_year, is_outdated,
};
use crate::named::{
    achievements, basic_info, continuing_education, declaration, discipline, lookup, publications,
};

/// A register that does not answer must not hold the applicant up: the unit verifies by hand (§4.4).
pub(super) fn common_course_is_passed(case: &Case<'_>, found: &mut Vec<Problem>) {
    let spot = Spot::field(continuing_education::ID, lookup::QUERY_STATE);
    let (fault, rule) = match case.value(continuing_education::ID, lookup::QUERY_STATE) {
        lookup::FOUND => return,
        lookup::SERVICE_DOWN => (EvidenceFault::WCommonCourseUnknown, "R32"),
        lookup::NOT_FOUND => (EvidenceFault::ECommonCourse { why: CourseFault::NotFound }, "R30"),
        _ => (EvidenceFault::ECommonCourse { why: CourseFault::NotQueried }, "R32"),
    };
    found.push(Problem::new(fault, spot, rule));
}

pub(super) fn industry_courses_are_listed_or_declared(case: &Case<'_>, found: &mut Vec<Problem>) {
    let declared = case.value(continuing_education::ID, continuing_education::INDUSTRY_CE_DECLARED) == "true";
    if !declared && case.rows(continuing_education::ID, continuing_education::industry_courses::ID).is_empty()
    {
        let spot = Spot::field(continuing_education::ID, continuing_education::INDUSTRY_CE_DECLARED);
        found.push(Problem::new(EvidenceFault::EIndustryCe, spot, "R33"));
    }
}

pub(super) fn journal_papers_name_a_serial_number(case: &Case<'_>, found: &mut Vec<Problem>) {
    for row in case.rows(publications::ID, publications::rows::ID) {
        let is_journal = matches!(row.value(publications::rows::KIND), "Journal" | "ElectronicSerial");
        if is_journal
            && row.value(publications::rows::CN_NUMBER).is_empty()
            && row.value(publications::rows::ISSN).is_empty()
        {
            let spot = Spot::field(publications::ID, publications::rows::CN_NUMBER)
                .in_row(publications::rows::ID, &row.id);
            found.push(Problem::new(EvidenceFault::ESerialNumber, spot, "R35"));
        }
    }
}

/// A sole or first author stands first.
pub(super) fn first_authors_rank_first(case: &Case<'_>, found: &mut Vec<Problem>) {
    for row in case.rows(publications::ID, publications::rows::ID) {
        let (role, rank, count) = (
            row.value(publications::rows::AUTHOR_ROLE),
            row.value(publications::rows::AUTHOR_RANK),
            row.value(publications::rows::AUTHOR_COUNT),
        );
        let contradicts = match role {
            "Sole" => (!rank.is_empty() && rank != "1") || (!count.is_empty() && count != "1"),
            "First" => !rank.is_empty() && rank != "1",
            _ => false,
        };
        if contradicts {
            let spot = Spot::field(publications::ID, publications::rows::AUTHOR_ROLE)
                .in_row(publications::rows::ID, &row.id);
            found.push(Problem::new(EntryFault::ERank { why: RankFault::Author }, spot, "R35"));
        }
    }
}

/// The year's hours are shown; too few are pointed out, never refused (§4.4).
pub(super) fn course_hours_are_enough(case: &Case<'_>, found: &mut Vec<Problem>) {
    let wanted = case.pack.batch.course_hours_a_year;
    let years = hours_by_year(case).into_iter().filter(|(_, hours)| *hours < wanted);
    let short: Vec<YearHours> = years.map(|(year, hours)| YearHours { year, hours }).collect();
    if !short.is_empty() {
        let spot = Spot::group(continuing_education::ID, continuing_education::industry_courses::ID);
        found.push(Problem::new(EvidenceFault::WCourseHours { wanted, short }, spot, "R33"));
    }
}

/// A project that goes on counts only where the clause allows it (§4.7).
pub(super) fn unfinished_achievements_need_a_criterion_that_allows_them(
    case: &Case<'_>,
    found: &mut Vec<Problem>,
) {
    for row in case.rows(achievements::ID, achievements::rows::ID) {
        let claimed = row.value(achievements::rows::CRITERION_CODE);
        let allowed = case.pack.criteria.iter().any(|c| c.id == claimed && c.allows_ongoing);
        if row.value(achievements::rows::END) == dates::NOW && !claimed.is_empty() && !allowed {
            let spot = Spot::field(achievements::ID, achievements::rows::END)
                .in_row(achievements::rows::ID, &row.id);
            found.push(Problem::new(EvidenceFault::EOngoing, spot, "R43"));
        }
    }
}

/// 40号令 art. 14; whoever is in the integrity register may not apply either.
pub(super) fn nobody_under_sanction_applies(case: &Case<'_>, found: &mut Vec<Problem>) {
    if case.value(discipline::ID, discipline::IN_INTEGRITY_REGISTER) == "true" {
        let spot = Spot::field(discipline::ID, discipline::IN_INTEGRITY_REGISTER);
        let fault = EvidenceFault::ENotEligible { why: Ineligible::IntegrityRegister };
        found.push(Problem::new(fault, spot, "X5"));
    }
    let has_discipline = case.value(discipline::ID, discipline::HAS_DISCIPLINE) == "true";
    for row in case.rows(discipline::ID, discipline::rows::ID).iter().filter(|_| has_discipline) {
        let in_force =
            dates::last_day(row.value(discipline::rows::END_OF_EFFECT)).is_none_or(|end| end >= case.today);
        if in_force && !matches!(row.value(discipline::rows::KIND), "Warning" | "PartySanction" | "Other") {
            let spot = Spot::field(discipline::ID, discipline::rows::END_OF_EFFECT)
                .in_row(discipline::rows::ID, &row.id);
            let fault = EvidenceFault::ENotEligible { why: Ineligible::Sanction };
            found.push(Problem::new(fault, spot, "X3"));
        }
    }
}

/// The declaration stands for the content that it was made for (§4.15).
pub(super) fn declaration_covers_the_content(case: &Case<'_>, found: &mut Vec<Problem>) {
    if is_outdated(case) {
        let spot = Spot::field(declaration::ID, declaration::TRUTHFUL);
        found.push(Problem::new(EvidenceFault::ERedeclare, spot, "X11"));
    }
}

pub(super) fn declaration_is_signed_by_the_applicant(case: &Case<'_>, found: &mut Vec<Problem>) {
    let [signed, name] = [(declaration::ID, declaration::SIGNED_NAME), (basic_info::ID, basic_info::NAME)]
        .map(|(section, field)| case.value(section, field));
    if !signed.is_empty() && signed != name {
        let spot = Spot::field(declaration::ID, declaration::SIGNED_NAME);
        found.push(Problem::new(EvidenceFault::ESignedName { name: name.to_owned() }, spot, "X11"));
    }
}
