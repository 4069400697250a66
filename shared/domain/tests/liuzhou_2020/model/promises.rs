//! The promises that every walk keeps, told by what a bystander saw: none asks the rule that it is about.

use super::acts::Act;
use super::setting::{Setting, is_weekday};
use super::world::World;
use domain::form::Row;
use domain::workflow::{Action, Ending, Office, Payment, Stage, State};
use std::collections::BTreeSet;

type Promise = fn(&Setting, &World) -> Result<(), String>;

/// The promises about an application that is with an office, or that an office has passed.
const ABOVE_THE_UNIT: [(&str, Promise); 2] =
    [("publicity", was_up_long_enough), ("recommendation", the_group_met_and_recommended)];

/// Returns the promise that this act breaks.
pub(super) fn broken(setting: &Setting, before: &World, act: Act, after: &World) -> Option<String> {
    let of_state = if is_above_the_unit(after.application.state) { &ABOVE_THE_UNIT[..] } else { &[] };
    let of_state = of_state.iter().map(|(name, promise)| (*name, promise(setting, after)));
    let always = [
        ("offices", every_office_passed(setting, after)),
        ("order", one_order(after)),
        ("over", over_is_over(before, act)),
    ];
    of_state.chain(always).find_map(|(name, kept)| kept.err().map(|why| format!("{name}: {why}")))
}

fn is_above_the_unit(state: State) -> bool {
    match state {
        State::Office(_) | State::Payment(_) => true,
        State::Filling(_) | State::Unit(_) | State::Over(_) => false,
    }
}

fn holds(is_kept: bool, why: &str) -> Result<(), String> {
    if is_kept { Ok(()) } else { Err(why.to_owned()) }
}

/// R75–R77: a sheet of what was submitted hung, from the day of its printing or later, as many working days as the
/// pack asks; they are over, and no objection was upheld.
fn was_up_long_enough(setting: &Setting, world: &World) -> Result<(), String> {
    let seen = &world.seen;
    holds(world.said(setting) == seen.submitted, "it says something else than was submitted")?;
    let printed = seen.printed.get(&seen.submitted).ok_or("no sheet says what was submitted")?;
    let (start, end) = world.days().ok_or("it has no days")?;
    holds(*printed <= start, "it hung before it was printed")?;
    let n_days = start.iter_days().take_while(|day| *day <= end).filter(|day| is_weekday(*day)).count();
    holds(n_days >= setting.n_days(), "too few working days")?;
    holds(end < world.today, "it still hangs")?;
    let outcome = world.answers["publicity"].value("conclusion");
    holds(outcome == "NoObjection", "no outcome, or an objection that was upheld")
}

/// R79–R84, R92: as many members as the pack asks came together and recommended the applicant, and so did the unit; of
/// a senior title a panel had heard him before.
fn the_group_met_and_recommended(setting: &Setting, world: &World) -> Result<(), String> {
    let batch = &setting.pack.batch;
    let form = |id: &str| world.answers.get(id).ok_or_else(|| format!("there is no {id}"));
    let (group, opinion) = (form("deliberation")?, form("unit_recommendation")?);
    let names = |rows: &[&Row]| rows.iter().map(|row| row.value("name").to_owned()).collect::<BTreeSet<_>>();
    let members: Vec<&Row> = group.rows("members").iter().collect();
    let came: Vec<&Row> = members.iter().copied().filter(|row| row.value("attended") != "false").collect();
    holds(names(&members).len() >= batch.min_deliberation_members, "the group is too small")?;
    holds(names(&came).len() >= batch.min_attending_members, "too few members came")?;
    holds(group.value("result") == "Recommended", "the group is against")?;
    holds(opinion.value("conclusion") == "Recommend", "the unit is against")?;
    let checked = form("unit_check")?.rows("rows");
    holds(
        !checked.is_empty() && checked.iter().all(|row| row.value("result") == "Pass"),
        "a section was not checked",
    )?;
    if setting.is_senior() {
        let defence = form("defense")?;
        let panel: Vec<&Row> = defence.rows("panel").iter().collect();
        holds(names(&panel).len() >= batch.min_defense_panel, "the panel is too small")?;
        let when = |id: &str| form(id).map(|form| [form.value("date"), form.value("start_time")]);
        holds(when("defense")? < when("deliberation")?, "the defence came after the deliberation")?;
    }
    Ok(())
}

/// R93–R96: an office has the application when every office before it has passed what was submitted, none twice; all
/// have when a fee is due.
fn every_office_passed(setting: &Setting, world: &World) -> Result<(), String> {
    let which = setting.printed.1.iter().position(|said| *said == world.seen.submitted);
    let all = which.map_or(&[][..], |which| setting.offices[which]);
    let n_before = match world.application.state {
        State::Office(office) => {
            all.iter().position(|one| *one == office).ok_or("an office that is not on the way")?
        }
        State::Payment(_) => all.len(),
        State::Filling(_) | State::Unit(_) | State::Over(_) => return Ok(()),
    };
    let before = all[..n_before].iter().copied().map(Stage::Office);
    holds(before.eq(world.seen.passed.iter().copied()), "an office before this one has not passed it")
}

fn one_order(world: &World) -> Result<(), String> {
    let n = world.seen.n_orders;
    match world.application.state {
        State::Payment(Payment::Due | Payment::Paid) | State::Over(Ending::Verified) => {
            holds(n == 1, "not one")
        }
        State::Over(Ending::Expired) => holds(n <= 1, "more than one"),
        State::Filling(_)
        | State::Unit(_)
        | State::Office(Office::Supervisor | Office::CountyTitle | Office::CountyIndustry | Office::Series)
        | State::Over(Ending::Refused | Ending::Withdrawn) => holds(n == 0, "one without a pass"),
    }
}

/// Nothing happens to an application that is over, but by a step that says so here.
fn over_is_over(before: &World, act: Act) -> Result<(), String> {
    let reopens = |action: Action| match action {
        Action::Submit
        | Action::DeleteDraft
        | Action::Return
        | Action::StartPublicity
        | Action::FinishPublicity
        | Action::VoidPublicity
        | Action::Forward
        | Action::Refuse
        | Action::ReturnToUnit
        | Action::Corrected
        | Action::Approve
        | Action::RecordPaid
        | Action::VerifyPayment
        | Action::Expire
        | Action::Withdraw
        | Action::AskWithdrawal
        | Action::AgreeToWithdrawal
        | Action::DeclineWithdrawal => false,
        Action::Reopen | Action::TakeBack => true,
    };
    match act {
        Act::Step(action, _) => {
            holds(!before.application.state.is_over() || reopens(action), "a step after the end")
        }
        Act::NextDay | Act::Print | Act::Open => Ok(()),
    }
}
