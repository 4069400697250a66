//! Does each education bear the degree that is obtained with it (R21)?

use super::seniority::basis;
use crate::form::{Case, Code, Detail, Here, Problem, Row, Spot};

/// Advice: there may be a way that the pack does not know of.
pub(super) fn degree_fits_the_education(case: &Case<'_>, found: &mut Vec<Problem>) {
    for row in case.rows("education", "rows") {
        let [education, degree] = ["education_level", "degree"].map(|field| row.value(field));
        let is_unlikely = case.policy.unlikely_degrees.iter().any(|unlikely| {
            unlikely.degree == degree && unlikely.education.iter().any(|level| level == education)
        });
        if is_unlikely {
            let [level, obtained] = ["education_level", "degree"].map(|field| in_words(case, row, field));
            let message = format!(
                "所填学历“{level}”与学位“{obtained}”不相符，请对照证书核对；不是随这一学历取得的学位，请另加一条学历填写"
            );
            let spot = Spot::field("education", "degree").in_row("rows", &row.id);
            let detail = Detail::Degree { education: education.to_owned(), degree: degree.to_owned() };
            found.push(Problem::warning(Code::WDegree, spot, "R21", message).with(detail));
        }
    }
}

/// §4.2: a specialty has no list of the subjects that belong to it, the series one of those that seldom do.
pub(super) fn subject_fits_the_specialty(case: &Case<'_>, found: &mut Vec<Problem>) {
    let Some(row) = basis(case) else { return };
    let major = row.value("major");
    if case.policy.batch.unrelated_majors.iter().any(|word| major.contains(word.as_str())) {
        let message =
            format!("申报依据学历的专业“{major}”与申报专业似乎不相近，请核对，属于相近专业的可以继续");
        let spot = Spot::field("education", "major").in_row("rows", &row.id);
        found.push(Problem::warning(Code::WMajor, spot, "R21", message));
    }
}

fn in_words(case: &Case<'_>, row: &Row, field: &str) -> String {
    let field = case.policy.section("education").and_then(|section| section.field(field));
    let here = Here { section: "education", row: Some(row) };
    field.map(|field| case.in_words(here, field)).unwrap_or_default()
}
