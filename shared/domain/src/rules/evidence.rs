//! Courses, papers, sanctions and the declaration (R30–R55).

use crate::dates;
use crate::form::{
    Case, CourseFault, EntryFault, EvidenceFault, Ineligible, Problem, RankFault, Spot, YearHours,
    hours_by_year, is_outdated,
};

/// A register that does not answer must not hold the applicant up: the unit verifies by hand (§4.4).
pub(super) fn common_course_is_passed(case: &Case<'_>, found: &mut Vec<Problem>) {
    let spot = Spot::field("continuing_education", "query_state");
    let (fault, rule) = match case.value("continuing_education", "query_state") {
        "Found" => return,
        "ServiceDown" => (EvidenceFault::WCommonCourseUnknown, "R32"),
        "NotFound" => (EvidenceFault::ECommonCourse { why: CourseFault::NotFound }, "R30"),
        _ => (EvidenceFault::ECommonCourse { why: CourseFault::NotQueried }, "R32"),
    };
    found.push(Problem::new(fault, spot, rule));
}

pub(super) fn industry_courses_are_listed_or_declared(case: &Case<'_>, found: &mut Vec<Problem>) {
    let declared = case.value("continuing_education", "industry_ce_declared") == "true";
    if !declared && case.rows("continuing_education", "industry_courses").is_empty() {
        let spot = Spot::field("continuing_education", "industry_ce_declared");
        found.push(Problem::new(EvidenceFault::EIndustryCe, spot, "R33"));
    }
}

pub(super) fn journal_papers_name_a_serial_number(case: &Case<'_>, found: &mut Vec<Problem>) {
    for row in case.rows("publications", "rows") {
        let is_journal = matches!(row.value("kind"), "Journal" | "ElectronicSerial");
        if is_journal && row.value("cn_number").is_empty() && row.value("issn").is_empty() {
            let spot = Spot::field("publications", "cn_number").in_row("rows", &row.id);
            found.push(Problem::new(EvidenceFault::ESerialNumber, spot, "R35"));
        }
    }
}

/// A sole or first author stands first.
pub(super) fn first_authors_rank_first(case: &Case<'_>, found: &mut Vec<Problem>) {
    for row in case.rows("publications", "rows") {
        let (role, rank, count) =
            (row.value("author_role"), row.value("author_rank"), row.value("author_count"));
        let contradicts = match role {
            "Sole" => (!rank.is_empty() && rank != "1") || (!count.is_empty() && count != "1"),
            "First" => !rank.is_empty() && rank != "1",
            _ => false,
        };
        if contradicts {
            let spot = Spot::field("publications", "author_role").in_row("rows", &row.id);
            found.push(Problem::new(EntryFault::ERank { why: RankFault::Author }, spot, "R35"));
        }
    }
}

/// The year's hours are shown; too few are pointed out, never refused (§4.4).
pub(super) fn course_hours_are_enough(case: &Case<'_>, found: &mut Vec<Problem>) {
    let wanted = case.policy.batch.course_hours_a_year;
    let years = hours_by_year(case).into_iter().filter(|(_, hours)| *hours < wanted);
    let short: Vec<YearHours> = years.map(|(year, hours)| YearHours { year, hours }).collect();
    if !short.is_empty() {
        let spot = Spot::group("continuing_education", "industry_courses");
        found.push(Problem::new(EvidenceFault::WCourseHours { wanted, short }, spot, "R33"));
    }
}

/// A project that goes on counts only where the clause allows it (§4.7).
pub(super) fn unfinished_achievements_need_a_criterion_that_allows_them(
    case: &Case<'_>,
    found: &mut Vec<Problem>,
) {
    for row in case.rows("achievements", "rows") {
        let claimed = row.value("criterion_code");
        let allowed = case.policy.criteria.iter().any(|c| c.id == claimed && c.allows_ongoing);
        if row.value("end") == dates::NOW && !claimed.is_empty() && !allowed {
            let spot = Spot::field("achievements", "end").in_row("rows", &row.id);
            found.push(Problem::new(EvidenceFault::EOngoing, spot, "R43"));
        }
    }
}

/// 40号令 art. 14; whoever is in the integrity register may not apply either.
pub(super) fn nobody_under_sanction_applies(case: &Case<'_>, found: &mut Vec<Problem>) {
    if case.value("discipline", "in_integrity_register") == "true" {
        let spot = Spot::field("discipline", "in_integrity_register");
        let fault = EvidenceFault::ENotEligible { why: Ineligible::IntegrityRegister };
        found.push(Problem::new(fault, spot, "X5"));
    }
    let has_discipline = case.value("discipline", "has_discipline") == "true";
    for row in case.rows("discipline", "rows").iter().filter(|_| has_discipline) {
        let in_force = dates::last_day(row.value("end_of_effect")).is_none_or(|end| end >= case.today);
        if in_force && !matches!(row.value("kind"), "Warning" | "PartySanction" | "Other") {
            let spot = Spot::field("discipline", "end_of_effect").in_row("rows", &row.id);
            let fault = EvidenceFault::ENotEligible { why: Ineligible::Sanction };
            found.push(Problem::new(fault, spot, "X3"));
        }
    }
}

/// The declaration stands for the content that it was made for (§4.15).
pub(super) fn declaration_covers_the_content(case: &Case<'_>, found: &mut Vec<Problem>) {
    if is_outdated(case) {
        let spot = Spot::field("declaration", "truthful");
        found.push(Problem::new(EvidenceFault::ERedeclare, spot, "X11"));
    }
}

pub(super) fn declaration_is_signed_by_the_applicant(case: &Case<'_>, found: &mut Vec<Problem>) {
    let [signed, name] = [("declaration", "signed_name"), ("basic_info", "name")]
        .map(|(section, field)| case.value(section, field));
    if !signed.is_empty() && signed != name {
        let spot = Spot::field("declaration", "signed_name");
        found.push(Problem::new(EvidenceFault::ESignedName { name: name.to_owned() }, spot, "X11"));
    }
}
