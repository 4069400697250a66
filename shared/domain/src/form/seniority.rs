//! Years of service (资历, Appendix D): the number of full years, and the way of serving that fits best.

use super::fault::count;
use super::{Case, Row, Served};
use crate::dates;
use crate::identifiers::full_years;
use crate::named::{current_title, education};
use crate::pack::{CountedFrom, Pack, Seniority};

impl Served {
    /// The way that the years are held against; none in another pack than the one they were counted by.
    pub fn way<'p>(&self, pack: &'p Pack) -> Option<&'p Seniority> {
        pack.seniority.get(usize::try_from(self.way).ok()?)
    }
}

/// `None` when nothing that counts is filled in, or the pack knows no way for this education.
pub(crate) fn seniority(case: &Case<'_>) -> Option<Served> {
    let served = ways(case).filter_map(|(i, way)| Some((way, served(case, i, way)?)));
    served.min_by_key(|(way, served)| way.years.saturating_sub(served.years)).map(|(_, served)| served)
}

/// Returns the ways for the title, the education and the level held, each with its place among all.
fn ways<'a>(case: &Case<'a>) -> impl Iterator<Item = (usize, &'a Seniority)> {
    let [education, degree] = [education::rows::EDUCATION_LEVEL, education::rows::DEGREE]
        .map(|field| basis(case).map_or("", |row| row.value(field)));
    let (target, level) = (case.target_title(), held_level(case));
    let without_title = case.answer(current_title::ID, current_title::NO_TITLE_APPLICATION) == "true";
    case.pack.seniority.iter().enumerate().filter(move |(_, way)| {
        way.target == target
            && way.education.iter().any(|level| level == education)
            && (way.degrees.is_empty() || way.degrees.iter().any(|of| of == degree))
            && (way.level.is_empty() || way.level == level)
            && (without_title || !way.without_title)
    })
}

/// The education that the application stands on: the only one is it before it is chosen.
pub(crate) fn basis<'a>(case: &Case<'a>) -> Option<&'a Row> {
    let rows = case.rows(education::ID, education::rows::ID);
    let only = || rows.first().filter(|_| rows.len() == 1);
    rows.iter().find(|row| row.value(education::rows::IS_BASIS) == "true").or_else(only)
}

/// Returns the level held; nothing is held in 无职称申报, nor before the first title.
fn held_level<'a>(case: &Case<'a>) -> &'a str {
    if case.holds_title() { case.value(current_title::ID, current_title::LEVEL) } else { "" }
}

fn served(case: &Case<'_>, i: usize, way: &Seniority) -> Option<Served> {
    let since = match way.counted_from {
        CountedFrom::Graduation => dates::last_day(basis(case)?.value(education::rows::GRADUATED))?,
        CountedFrom::CurrentTitle => {
            dates::first_day(case.value(current_title::ID, current_title::OBTAINED_DATE))?
        }
    };
    let years = u32::try_from(full_years(since, case.counted_until())).unwrap_or_default();
    Some(Served { way: count(i), since, years })
}
