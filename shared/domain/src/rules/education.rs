//! Each education bears the degree that is obtained with it, and a subject near the specialty (R21).

use crate::form::{Case, ChoiceFault, Problem, Spot, basis};
use crate::named::education;

/// Points out an unlikely degree: there may be a way that the pack does not know of.
pub(super) fn degree_fits_the_education(case: &Case<'_>, found: &mut Vec<Problem>) {
    for row in case.rows(education::ID, education::rows::ID) {
        let [education, degree] =
            [education::rows::EDUCATION_LEVEL, education::rows::DEGREE].map(|field| row.value(field));
        let is_unlikely = case.pack.unlikely_degrees.iter().any(|unlikely| {
            unlikely.degree == degree && unlikely.education.iter().any(|level| level == education)
        });
        if is_unlikely {
            let spot =
                Spot::field(education::ID, education::rows::DEGREE).in_row(education::rows::ID, &row.id);
            let fault = ChoiceFault::WDegree { education: education.to_owned(), degree: degree.to_owned() };
            found.push(Problem::new(fault, spot, "R21"));
        }
    }
}

/// §4.2: a specialty has no list of the subjects that belong to it, the series one of those that seldom do.
pub(super) fn subject_fits_the_specialty(case: &Case<'_>, found: &mut Vec<Problem>) {
    let Some(row) = basis(case) else { return };
    let major = row.value(education::rows::MAJOR);
    if case.pack.batch.unrelated_majors.iter().any(|word| major.contains(word.as_str())) {
        let spot = Spot::field(education::ID, education::rows::MAJOR).in_row(education::rows::ID, &row.id);
        found.push(Problem::new(ChoiceFault::WMajor { major: major.to_owned() }, spot, "R21"));
    }
}
