//! Years of service (资历, Appendix D): the number of full years, and the way of serving that fits best.

use crate::dates;
use crate::form::{Case, Code, Problem, Row, Spot};
use crate::identifiers::full_years;
use crate::policy::{CountedFrom, Seniority, Severity};
use chrono::NaiveDate;

/// What the applicant has served, against the way of the pack that he is nearest to.
pub(crate) struct Served<'a> {
    way: &'a Seniority,
    since: NaiveDate,
    years: u32,
}

impl Served<'_> {
    fn is_enough(&self) -> bool {
        self.years >= self.way.years
    }

    pub(crate) fn in_words(&self, case: &Case<'_>) -> String {
        let title = case.policy.title(&self.way.target).map_or("", |title| title.name.as_str());
        let from = match self.way.counted_from {
            CountedFrom::Graduation => "毕业",
            CountedFrom::CurrentTitle => "取得现职称",
        };
        let Self { years, way, .. } = self;
        let since = dates::in_chinese(self.since);
        let needed = match way.years {
            0 => format!("申报{title}没有年限要求"),
            needed => format!("申报{title}一般须满{needed}年"),
        };
        format!("自{since}{from}起已满{years}年；{needed}（{}）", way.source)
    }

    /// The same, of a case whose pack is in English.
    pub(crate) fn in_english(&self, case: &Case<'_>) -> String {
        let title = case.policy.title(&self.way.target).map_or("", |title| title.name.as_str());
        let from = match self.way.counted_from {
            CountedFrom::Graduation => "graduation",
            CountedFrom::CurrentTitle => "the current title",
        };
        let Self { years, way, since } = self;
        let since = since.format("%-d %B %Y");
        let needed = match way.years {
            0 => format!("{title} needs none"),
            needed => format!("as a rule {title} needs {needed}"),
        };
        format!("{years} full years since {from} on {since}; {needed} ({})", way.source)
    }
}

/// `None` when nothing that counts is filled in, or the pack knows no way for this education.
pub(crate) fn seniority<'a>(case: &Case<'a>) -> Option<Served<'a>> {
    let missing = |served: &Served<'_>| served.way.years.saturating_sub(served.years);
    ways(case).filter_map(|way| served(case, way)).min_by_key(missing)
}

/// Those for the title, the education and the level held.
fn ways<'a>(case: &Case<'a>) -> impl Iterator<Item = &'a Seniority> {
    let [education, degree] =
        ["education_level", "degree"].map(|field| basis(case).map_or("", |row| row.value(field)));
    let (target, level) = (case.target_title(), held_level(case));
    let without_title = case.answer("current_title", "no_title_application") == "true";
    case.policy.seniority.iter().filter(move |way| {
        way.target == target
            && way.education.iter().any(|level| level == education)
            && (way.degrees.is_empty() || way.degrees.iter().any(|of| of == degree))
            && (way.level.is_empty() || way.level == level)
            && (without_title || !way.without_title)
    })
}

/// The education that the application stands on: the only one is it before it is chosen.
pub(super) fn basis<'a>(case: &Case<'a>) -> Option<&'a Row> {
    let rows = case.rows("education", "rows");
    let only = || rows.first().filter(|_| rows.len() == 1);
    rows.iter().find(|row| row.value("is_basis") == "true").or_else(only)
}

/// Nothing is held in 无职称申报, nor before the first title.
fn held_level<'a>(case: &Case<'a>) -> &'a str {
    if case.holds_title() { case.value("current_title", "level") } else { "" }
}

fn served<'a>(case: &Case<'a>, way: &'a Seniority) -> Option<Served<'a>> {
    let since = match way.counted_from {
        CountedFrom::Graduation => dates::last_day(basis(case)?.value("graduated"))?,
        CountedFrom::CurrentTitle => dates::first_day(case.value("current_title", "obtained_date"))?,
    };
    let years = u32::try_from(full_years(since, case.counted_until())).unwrap_or_default();
    Some(Served { way, since, years })
}

/// Advice with its source; in the way only if the batch says so.
pub(super) fn served_long_enough(case: &Case<'_>, found: &mut Vec<Problem>) {
    if case.policy.seniority.is_empty() {
        return;
    }
    // The pack knows no way to a title of the level that is held: a transfer stays without advice there.
    let is_transfer = case.value("basic_info", "application_mode") == "Transfer";
    let (field, message) = match seniority(case) {
        Some(served) if served.is_enough() || is_transfer && served.way.level.is_empty() => return,
        Some(served) => {
            ("seniority", format!("{}，尚不足；符合破格条件的请选择破格申报", served.in_words(case)))
        }
        None if is_transfer || basis(case).is_none() || !case.holds_title() => return,
        None if case.value("current_title", "obtained_date").is_empty() => return,
        // Nothing is computed then that could be shown.
        None => {
            let message = "按所填学历和现职称没有对应的年限规定，一般须破格申报，请对照评审条件核对";
            ("obtained_date", message.to_owned())
        }
    };
    let is_required =
        case.policy.batch.seniority_is_required && case.value("basic_info", "exceptional") != "true";
    let (code, severity) =
        if is_required { (Code::ESeniority, Severity::Error) } else { (Code::WSeniority, Severity::Warning) };
    let spot = Spot::field("current_title", field);
    found.push(Problem { severity, ..Problem::error(code, spot, "D", message) });
}
