//! The process, searched through: every walk over the rows of the table, the changes of the applicant, the sheets and
//! forms of the unit, the callback of the gateway and the days that go by, with the real `decide` and the real rules.
//!
//! It leaves nothing to random walks (review.md §1): the state is the application itself with its answers and the day,
//! without what only counts, so that the walks are finitely many. `stateright` cannot say "from everywhere there is a
//! way out", which here is one search backwards.
//!
//! An office's own look at the publicity refuses nothing here, for above the unit nobody changes anything:
//! `publicity.rs` breaks it by hand.

mod acts;
mod promises;
mod setting;
mod world;

use acts::Act;
use domain::workflow::{Action, Ending, Move, State};
use setting::Setting;
use std::collections::{BTreeSet, HashMap};
use std::io::{self, Write};
use world::World;

/// Several times as many states as the longest way has.
const TOO_MANY: usize = 100_000;

struct Explored {
    /// In the order in which they were found, the draft first.
    worlds: Vec<World>,
    /// For each world those that lead to it, and by which act.
    came_from: Vec<Vec<(usize, Act)>>,
}

/// Goes every way from the first draft, and stops at the first promise that is broken.
fn explore(setting: &Setting) -> Explored {
    let first = World::first(setting);
    let mut known = HashMap::from([(first.key(), 0)]);
    let mut explored = Explored { worlds: vec![first], came_from: vec![Vec::new()] };
    let (mut n_acts, mut n_refused, mut next) = (0, 0, 0);
    while next < explored.worlds.len() {
        let (acts, refused) = acts::acts(setting, &explored.worlds[next]);
        (n_acts, n_refused) = (n_acts + acts.len(), n_refused + refused);
        for (act, world) in acts {
            if let Some(broken) = promises::broken(setting, &explored.worlds[next], act, &world) {
                panic!("{broken}\n{}{act}", explored.walk_to(next));
            }
            let n_worlds = explored.worlds.len();
            let at = *known.entry(world.key()).or_insert(n_worlds);
            if at == n_worlds {
                assert!(n_worlds < TOO_MANY, "something grows from round to round: see `World::settled`");
                explored.worlds.push(world);
                explored.came_from.push(Vec::new());
            }
            explored.came_from[at].push((next, act));
        }
        next += 1;
    }
    let line = format!("{}: {next} states, {n_acts} transitions, {n_refused} refusals\n", setting.name);
    // A test that passes keeps what `println!` prints to itself.
    io::stderr().write_all(line.as_bytes()).unwrap();
    explored
}

impl Explored {
    /// Returns the shortest walk to a world, an act a line, with where it stands then.
    fn walk_to(&self, mut at: usize) -> String {
        let place =
            |at: usize| format!("{} {} ", self.worlds[at].today, self.worlds[at].application.state.name());
        let mut lines = vec![place(at)];
        while let Some((from, act)) = self.came_from[at].first() {
            lines.push(format!("{}{act}\n", place(*from)));
            at = *from;
        }
        lines.into_iter().rev().collect()
    }

    /// Returns the worlds from which none of `ends` can be reached by acts that `goes` lets through.
    fn stuck(&self, ends: impl Fn(State) -> bool, goes: impl Fn(Act) -> bool) -> Vec<usize> {
        let is_end = |at: &usize| ends(self.worlds[*at].application.state);
        let mut open: Vec<usize> = (0..self.worlds.len()).filter(is_end).collect();
        let mut gets_there = vec![false; self.worlds.len()];
        open.iter().for_each(|at| gets_there[*at] = true);
        while let Some(at) = open.pop() {
            for (from, act) in &self.came_from[at] {
                if goes(*act) && !gets_there[*from] {
                    gets_there[*from] = true;
                    open.push(*from);
                }
            }
        }
        (0..self.worlds.len()).filter(|at| !gets_there[*at]).collect()
    }

    /// Nobody has to give up so that his application comes to an end; and while there is time to correct, everybody
    /// may still get to the last, whose own day is not over.
    fn has_no_dead_end(&self, setting: &Setting) {
        let goes = |act| {
            !matches!(act, Act::Step(Action::Withdraw | Action::AgreeToWithdrawal | Action::DeleteDraft, _))
        };
        let never_over = self.stuck(State::is_over, goes);
        let is_verified = |state| state == State::Over(Ending::Verified);
        let mut lost = self.stuck(is_verified, |_| true);
        lost.retain(|at| {
            let World { application, today, .. } = &self.worlds[*at];
            let expires = application.state.find_move(Action::Expire).is_some();
            let is_late = application.due(&setting.pack, &setting.batch).is_some_and(|due| *today > due);
            let is_done = application.state.is_over() || expires && is_late;
            !is_done && *today <= setting.batch.final_correction_deadline
        });
        for (stuck, words) in [(never_over, "comes to no end"), (lost, "does not get to the payment")] {
            let first = stuck.first().map(|at| self.walk_to(*at)).unwrap_or_default();
            assert!(stuck.is_empty(), "{} {words}; the first:\n{first}", stuck.len());
        }
    }
}

#[test]
fn r77_the_shortest_way_keeps_every_promise() {
    let setting = setting::shortest();
    explore(&setting).has_no_dead_end(&setting);
}

#[test]
fn r79_the_way_of_a_senior_title_keeps_every_promise() {
    let setting = setting::senior();
    explore(&setting).has_no_dead_end(&setting);
}

/// The longest way meets every row of the table.
#[test]
fn r93_r95_r96_the_longest_way_keeps_every_promise_and_takes_every_row() {
    let setting = setting::longest();
    let explored = explore(&setting);
    explored.has_no_dead_end(&setting);
    let acts = explored.came_from.iter().flatten();
    let taken: BTreeSet<String> = acts.filter_map(|(from, act)| row(&explored.worlds[*from], *act)).collect();
    let rows = State::all().flat_map(|state| state.moves().iter().map(move |row| named(state, row)));
    assert_eq!(taken, rows.collect());
}

fn named(state: State, row: &Move) -> String {
    format!("{} {} {:?}", row.rule, state.name(), row.action)
}

fn row(from: &World, act: Act) -> Option<String> {
    let state = from.application.state;
    match act {
        Act::Step(action, _) => state.find_move(action).map(|row| named(state, row)),
        Act::NextDay | Act::Print | Act::Open => None,
    }
}
