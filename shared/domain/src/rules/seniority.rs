//! The years of service before the title are enough (Appendix D).

use crate::form::{Case, Problem, Served, Spot, TitleFault, basis, seniority};
use crate::named::{basic_info, current_title};

/// Points out too few years with their source; they are in the way only if the batch says so.
pub(super) fn served_long_enough(case: &Case<'_>, found: &mut Vec<Problem>) {
    if case.pack.seniority.is_empty() {
        return;
    }
    // The pack knows no way to a title of the level that is held: a transfer stays without advice there.
    let is_transfer = case.value(basic_info::ID, basic_info::APPLICATION_MODE) == "Transfer";
    let served = seniority(case);
    let field = match &served {
        Some(served) if suffices(case, served, is_transfer) => return,
        Some(_) => current_title::SENIORITY,
        None if is_transfer || basis(case).is_none() || !case.holds_title() => return,
        None if case.value(current_title::ID, current_title::OBTAINED_DATE).is_empty() => return,
        // Nothing is computed then that could be shown.
        None => current_title::OBTAINED_DATE,
    };
    let is_required = case.pack.batch.seniority_is_required
        && case.value(basic_info::ID, basic_info::EXCEPTIONAL) != "true";
    let fault =
        if is_required { TitleFault::ESeniority { served } } else { TitleFault::WSeniority { served } };
    found.push(Problem::new(fault, Spot::field(current_title::ID, field), "D"));
}

fn suffices(case: &Case<'_>, served: &Served, is_transfer: bool) -> bool {
    let way = served.way(case.pack);
    way.is_none_or(|way| served.years >= way.years || is_transfer && way.level.is_empty())
}
