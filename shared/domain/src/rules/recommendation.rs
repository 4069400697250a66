//! The unit's check, defence, deliberation and appraisals (R78–R92).

use crate::form::{
    Case, Moment, PresenceFault, Problem, Row, Spot, UnitFault, VotesFault, count, fixed_rows,
};
use crate::named::{appraisals, defense, deliberation, unit_check};
use crate::pack::FixedRows;

pub(super) fn every_section_was_checked(case: &Case<'_>, found: &mut Vec<Problem>) {
    let rows = case.rows(unit_check::ID, unit_check::rows::ID);
    for (id, _) in fixed_rows(case, FixedRows::ApplicantSections) {
        let row = rows.iter().find(|row| row.id == id);
        let spot = Spot::field(unit_check::ID, unit_check::rows::RESULT).in_row(unit_check::rows::ID, &id);
        match row.map_or("", |row| row.value(unit_check::rows::RESULT)) {
            unit_check::rows::PASS => {}
            "" => found.push(Problem::new(UnitFault::ENotChecked, spot, "R90")),
            _ => found.push(Problem::new(UnitFault::ECheckFailed, spot, "R91")),
        }
    }
}

pub(super) fn defense_panel_is_large_enough(case: &Case<'_>, found: &mut Vec<Problem>) {
    let min = case.pack.batch.min_defense_panel;
    let n_members = case.rows(defense::ID, defense::panel::ID).len();
    if n_members < min {
        let fault = UnitFault::EPanelTooSmall { min: count(min), found: count(n_members) };
        found.push(Problem::new(fault, Spot::group(defense::ID, defense::panel::ID), "R80"));
    }
}

/// The defence is on an earlier day, or on the same day starts earlier (R79).
pub(super) fn defense_comes_before_deliberation(case: &Case<'_>, found: &mut Vec<Problem>) {
    if !case.is_senior() {
        return;
    }
    let when = |section| [case.value(section, defense::DATE), case.value(section, defense::START_TIME)];
    let ([defended, from], [deliberated, start]) = (when(defense::ID), when(deliberation::ID));
    if defended.is_empty() || deliberated.is_empty() || defended < deliberated {
        return;
    }
    let same_day = defended == deliberated;
    if !same_day || (!from.is_empty() && !start.is_empty() && from >= start) {
        let moment = |date: &str, time: &str| Moment { date: date.to_owned(), time: time.to_owned() };
        let (defended, deliberated) = (moment(defended, from), moment(deliberated, start));
        let fault = UnitFault::EDefenseAfter { defended, deliberated };
        found.push(Problem::new(fault, Spot::field(deliberation::ID, deliberation::DATE), "R79"));
    }
}

pub(super) fn group_has_five_members_and_one_leader(case: &Case<'_>, found: &mut Vec<Problem>) {
    let members = case.rows(deliberation::ID, deliberation::members::ID);
    let min = case.pack.batch.min_deliberation_members;
    let mut names: Vec<&str> = members
        .iter()
        .map(|row| row.value(deliberation::members::NAME))
        .filter(|name| !name.is_empty())
        .collect();
    names.sort_unstable();
    names.dedup();
    let spot = Spot::group(deliberation::ID, deliberation::members::ID);
    if names.len() < min {
        let fault = UnitFault::EGroupTooSmall { min: count(min), found: count(names.len()) };
        found.push(Problem::new(fault, spot.clone(), "R83"));
    }
    let n_leaders =
        members.iter().filter(|row| row.value(deliberation::members::IS_LEADER) == "true").count();
    if n_leaders != 1 && !members.is_empty() {
        found.push(Problem::new(UnitFault::EOneLeader { found: count(n_leaders) }, spot, "R84"));
    }
}

/// The number present is that of the members who attended, the leader among them (§4.16 U3), and as many as the
/// pack asks (R83).
pub(super) fn those_present_attended(case: &Case<'_>, found: &mut Vec<Problem>) {
    let members = case.rows(deliberation::ID, deliberation::members::ID);
    let absent = |row: &&Row| row.value(deliberation::members::ATTENDED) == "false";
    let n_absent = members.iter().filter(absent).count();
    let n_attended = members.len() - n_absent;
    let mut refuse =
        |spot: Spot, why, rule: &str| found.push(Problem::new(UnitFault::EPresent { why }, spot, rule));
    let min = case.pack.batch.min_attending_members;
    if n_absent > 0 && n_attended < min {
        let why = PresenceFault::TooFew { min: count(min), found: count(n_attended) };
        refuse(Spot::group(deliberation::ID, deliberation::members::ID), why, "R83");
    }
    if let Some(leader) =
        members.iter().filter(absent).find(|row| row.value(deliberation::members::IS_LEADER) == "true")
    {
        let spot = Spot::field(deliberation::ID, deliberation::members::ATTENDED)
            .in_row(deliberation::members::ID, &leader.id);
        refuse(spot, PresenceFault::LeaderAbsent, "R82");
    }
    // A width of its own: `usize` is another one in the browser.
    let present = case.value(deliberation::ID, deliberation::PRESENT_COUNT).parse::<u64>();
    if present.is_ok_and(|present| u64::try_from(n_attended) != Ok(present)) && !members.is_empty() {
        let why = PresenceFault::Count { attended: count(n_attended) };
        refuse(Spot::field(deliberation::ID, deliberation::PRESENT_COUNT), why, "R82");
    }
}

pub(super) fn votes_add_up(case: &Case<'_>, found: &mut Vec<Problem>) {
    let number = |field| case.value(deliberation::ID, field).parse::<u32>().ok();
    let fields = [
        deliberation::PRESENT_COUNT,
        deliberation::VOTES_FOR,
        deliberation::VOTES_AGAINST,
        deliberation::ABSTAIN,
    ]
    .map(number);
    let [Some(present), Some(votes_for), Some(against), Some(abstain)] = fields else { return };
    let cast = votes_for + against + abstain;
    let why = if cast != present {
        VotesFault::Sum { present, cast }
    } else if case.value(deliberation::ID, deliberation::RESULT) == deliberation::RECOMMENDED
        && votes_for * 2 <= present
    {
        VotesFault::NoMajority { votes_for }
    } else {
        return;
    };
    let spot = Spot::field(deliberation::ID, deliberation::VOTES_FOR);
    found.push(Problem::new(UnitFault::EVotes { why }, spot, "R82"));
}

/// Every year asked has its appraisal (R85); who began later has fewer rows (R86).
pub(super) fn every_year_of_work_is_appraised(case: &Case<'_>, found: &mut Vec<Problem>) {
    let rows = case.rows(appraisals::ID, appraisals::rows::ID);
    for (year, _) in fixed_rows(case, FixedRows::AppraisalYears) {
        let row = rows.iter().find(|row| row.id == year);
        if row.is_none_or(|row| row.value(appraisals::rows::RESULT).is_empty()) {
            let spot =
                Spot::field(appraisals::ID, appraisals::rows::RESULT).in_row(appraisals::rows::ID, &year);
            found.push(Problem::new(UnitFault::EAppraisal, spot, "R85"));
        }
    }
}
