//! A problem's sentence in English. `Problem::message` stays the Chinese one, which is the one that counts.

mod place;
mod sentences;

use super::{Case, Code, Detail, Here, Problem, Spot, hours_by_year};
use crate::dates;
use crate::policy::{Computation, Field, FieldKind, Group, Policy};
use crate::rules;
use place::Place;
use sentences as say;

/// The sentence of `problem` for a reader of `policy`, the pack in English.
pub fn english(problem: &Problem, policy: &Policy) -> String {
    let at = Place::of(&problem.spot, policy);
    let batch = &policy.batch;
    let gaps = [
        ("label", at.label().to_owned()),
        ("row", at.row_heading()),
        ("rows_min", at.group.map_or(0, |group| group.min).to_string()),
        ("or_none", at.or_none()),
        ("rows_max", at.group.and_then(|group| group.max).unwrap_or_default().to_string()),
        ("files_max", at.slot.map_or(1, |slot| slot.max).to_string()),
        ("course_hours", batch.course_hours_a_year.to_string()),
        ("insurance_months", batch.social_insurance_months.to_string()),
        ("publicity_days", batch.min_publicity_working_days.to_string()),
        ("defense_panel", batch.min_defense_panel.to_string()),
        ("panel", batch.min_deliberation_members.to_string()),
        ("range", range_in_words(problem.detail.as_ref())),
        // Last: nothing fills what looks like a gap in the name of a file.
        ("detail", detail_in_words(problem.detail.as_ref())),
    ];
    let sentence = sentence(problem, &at);
    gaps.iter().fold(sentence, |text, (gap, value)| text.replace(&format!("{{{gap}}}"), value))
}

/// `problem` with everything that is shown of it in English.
pub fn problem_in_english(problem: &Problem, policy: &Policy) -> Problem {
    let source = policy.source_of(&problem.rule);
    Problem { message: english(problem, policy), source, ..problem.clone() }
}

/// A stored or computed value in words, of a case whose pack is in English.
pub fn words_in_english(case: &Case<'_>, here: Here<'_>, field: &Field) -> String {
    if let Some(heading) = laid_out(case, here, field) {
        return heading;
    }
    let value = case.shown_value(here, field);
    match (field.computed, field.kind.is_boolean(), value.as_str()) {
        (Some(Computation::Seniority), _, _) => {
            rules::seniority(case).map(|served| served.in_english(case)).unwrap_or_default()
        }
        (Some(Computation::CourseHours), _, _) => course_hours(case),
        (Some(Computation::InsuranceMonths), _, _) => {
            rules::AskedMonths::of(case).map(|asked| asked.in_english()).unwrap_or_default()
        }
        (_, true, "true") if field.options.is_empty() => "Yes".to_owned(),
        (_, true, "false") if field.options.is_empty() => "No".to_owned(),
        (_, false, dates::NOW) if field.kind == FieldKind::YearMonthOrNow => "to present".to_owned(),
        (_, true | false, _) => case.in_words(here, field),
    }
}

/// What heads a row that the system lays out; what is stored of it is Chinese.
fn laid_out(case: &Case<'_>, here: Here<'_>, field: &Field) -> Option<String> {
    let groups = &case.policy.section(here.section)?.groups;
    let heads = |group: &&Group| {
        group.fixed_rows.is_some() && group.row_title == field.id && group.fields.contains(field)
    };
    groups.iter().find(heads)?;
    let spot = Spot { row: here.row.map(|row| row.id.clone()), ..Spot::section(here.section) };
    Some(Place::of(&spot, case.policy).row_heading())
}

fn course_hours(case: &Case<'_>) -> String {
    let hours = hours_by_year(case);
    let lines: Vec<String> = hours.iter().rev().map(|(year, n)| format!("{year}: {n} class hours")).collect();
    lines.join("; ")
}

/// One line a code.
fn sentence(problem: &Problem, at: &Place<'_>) -> String {
    let fixed = match problem.code {
        Code::ERequired | Code::EMustBeTrue => return at.missing() + covering(problem.detail.as_ref()),
        Code::EFormat => return at.shape(),
        Code::EDate | Code::WDate => return at.limit(problem.detail.as_ref()),
        Code::EFileMissing => return at.missing_file() + covering(problem.detail.as_ref()),
        Code::WDegree => return at.degree(problem.detail.as_ref()),
        Code::ECommitteeMismatch => return at.committee(problem.detail.as_ref()),
        Code::WMajor => say::MAJOR,
        Code::WMonthPrecision => month_of_the_bound(problem.detail.as_ref()),
        Code::WUscCode => say::USC_CODE,
        Code::ETooFewRows => say::TOO_FEW_ROWS,
        Code::ETooManyRows => say::TOO_MANY_ROWS,
        Code::EOverLimitReason => say::OVER_LIMIT_REASON,
        Code::WOverLimit => say::OVER_LIMIT,
        Code::EExactlyOne => say::EXACTLY_ONE,
        Code::EDuplicate => say::DUPLICATE,
        Code::ETooManyFiles => say::TOO_MANY_FILES,
        Code::EFileKind => say::FILE_KIND,
        Code::EFileDescription => say::FILE_DESCRIPTION,
        Code::ECopyStamps => say::COPY_STAMPS,
        Code::ECopyReason => say::COPY_REASON,
        Code::WNotMarked => say::NOT_MARKED,
        Code::WScanSmall => say::SCAN_SMALL,
        Code::WScanBlank => say::SCAN_BLANK,
        Code::WNoRed => say::NO_RED,
        Code::WSameFile => say::SAME_FILE,
        Code::ESpecialty => say::SPECIALTY,
        Code::EDualDirected => say::DUAL_DIRECTED,
        Code::WIdentityMismatch => say::IDENTITY,
        Code::ENoTitleApplication => say::NO_TITLE,
        Code::ELevelSkip => say::LEVEL_SKIP,
        Code::WLevelSkip => say::EXCEPTIONAL_SKIP,
        Code::WProofPath => say::PROOF_PATH,
        Code::WOtherSeries => say::OTHER_SERIES,
        Code::WTitleBeforeGraduation => say::TITLE_EARLY,
        Code::WTitleLevel => say::TITLE_LEVEL,
        Code::ESeniority | Code::WSeniority => say::SENIORITY,
        Code::ECommonCourse => say::COURSE,
        Code::WCommonCourseUnknown => say::COURSE_UNKNOWN,
        Code::EIndustryCe => say::INDUSTRY_COURSES,
        Code::WCourseHours => say::COURSE_HOURS,
        Code::ESerialNumber => say::SERIAL,
        Code::ERank => say::RANK,
        Code::EOngoing => say::ONGOING,
        Code::WCareerGap => say::CAREER_GAP,
        Code::WCareerOverlap => say::CAREER_OVERLAP,
        Code::WCareerNotToPresent => say::CAREER_PRESENT,
        Code::ENotEligible => say::NOT_ELIGIBLE,
        Code::EInsuranceMonths => say::INSURANCE_MONTHS,
        Code::EInsuredPerson => say::INSURED_PERSON,
        Code::ESignedName => say::SIGNED_NAME,
        Code::ERedeclare => say::REDECLARE,
        Code::ENotChecked => say::NOT_CHECKED,
        Code::ECheckFailed => say::CHECK_FAILED,
        Code::EPublicityTooShort => say::PUBLICITY_SHORT,
        Code::EPublicityNotOver | Code::WPublicityRuns => say::PUBLICITY_NOT_OVER,
        Code::EPublicityConclusion => say::CONCLUSION,
        Code::ECalendarMissing => say::NO_CALENDAR,
        Code::EPanelTooSmall => say::SMALL_DEFENSE_PANEL,
        Code::EDefenseAfter => say::DEFENSE_AFTER,
        Code::EGroupTooSmall => say::SMALL_PANEL,
        Code::EOneLeader => say::ONE_LEADER,
        Code::EPresent => say::PRESENT,
        Code::EVotes => say::VOTES,
        Code::EAppraisal => say::APPRAISAL,
        Code::EOwnReview => say::OWN_REVIEW,
        Code::ETrivialOpinion => say::TRIVIAL_OPINION,
        Code::ESameOpinion => say::SAME_OPINION,
    };
    fixed.to_owned()
}

/// A dash where nothing was told, by a server of another version.
fn detail_in_words(detail: Option<&Detail>) -> String {
    match detail {
        Some(Detail::Found(n)) => n.to_string(),
        Some(Detail::File(name)) => name.clone(),
        Some(Detail::Months { missing, .. }) => missing.join(", "),
        Some(Detail::NotBefore(_) | Detail::NotAfter(_) | Detail::Committee(_) | Detail::Degree { .. })
        | None => "—".to_owned(),
    }
}

fn range_in_words(detail: Option<&Detail>) -> String {
    match detail {
        Some(Detail::Months { first, last, .. }) => format!("{first} to {last}"),
        Some(
            Detail::Found(_)
            | Detail::File(_)
            | Detail::NotBefore(_)
            | Detail::NotAfter(_)
            | Detail::Committee(_)
            | Detail::Degree { .. },
        )
        | None => "—".to_owned(),
    }
}

/// The month of the closing day, or that of the title.
fn month_of_the_bound(detail: Option<&Detail>) -> &'static str {
    if matches!(detail, Some(Detail::NotAfter(_))) { say::LAST_MONTH } else { say::MONTH_PRECISION }
}

/// What is missing is told with the months that it must cover (R57).
fn covering(detail: Option<&Detail>) -> &'static str {
    if matches!(detail, Some(Detail::Months { .. })) { say::COVERING } else { "" }
}
