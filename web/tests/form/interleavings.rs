//! Text is never lost silently, whatever happens between two devices and the server.

use crate::two_devices::{Outcome, Step, World};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use std::cell::Cell;

const INTERLEAVINGS: u32 = 10_000;
const MAX_STEPS: usize = 50;

/// A step from one number: strategies of many arms take longer to draw than the steps to run.
fn step(number: u32) -> Step {
    let [kind, choice, place, other] = number.to_le_bytes();
    let (choice, place) = (usize::from(choice), usize::from(place));
    let flag = other % 2 == 0;
    match kind % 45 {
        0..=5 => Step::Type { field: choice, blanks: flag },
        6..=10 => Step::TypeInRow { row: choice, field: place },
        11..=12 => Step::AddRow,
        13..=14 => Step::RemoveRow(choice),
        15 => Step::UndoRemove,
        16..=17 => Step::MoveRow { row: choice, to: place % 6 },
        18..=25 => Step::Save,
        26..=34 => Step::Answer(outcome(place)),
        35..=36 => Step::Read,
        37 => Step::NetworkGone(flag),
        38..=39 => {
            Step::Reload { sends_before: flag, knows_server: choice % 2 == 0, forgets_last: place % 2 == 0 }
        }
        40..=41 => Step::LateArrival(choice),
        42..=43 => Step::Choose { spot: choice, mine: flag },
        _ => Step::ChooseAll { mine: flag },
    }
}

fn outcome(number: usize) -> Outcome {
    match number % 11 {
        0..=3 => Outcome::Arrives,
        4 => Outcome::LostBeforeSending,
        5..=6 => Outcome::LostAfterCommit,
        7..=8 => Outcome::Delayed,
        9 => Outcome::ServerError,
        _ => Outcome::SignedOut,
    }
}

fn numbers() -> impl Strategy<Value = Vec<u32>> {
    vec(any::<u32>(), 1..MAX_STEPS)
}

fn runner(cases: u32) -> TestRunner {
    TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() })
}

#[test]
fn nothing_typed_is_lost_silently_between_two_devices() {
    let (n_run, n_with_conflict) = (Cell::new(0), Cell::new(0));
    let ran = runner(INTERLEAVINGS).run(&numbers(), |numbers| {
        let mut world = World::new();
        let mut has_conflict = false;
        for number in numbers {
            let (device, step) = ((number >> 31) as usize, step(number));
            world.step(device, &step);
            has_conflict |= !world.devices[device].draft.differences().is_empty();
            prop_assert_eq!(world.lost(), Vec::<&String>::new(), "after {:?} on {}", step, device);
        }
        prop_assert!(world.settle(), "the devices and the server never agree");
        prop_assert_eq!(world.lost(), Vec::<&String>::new(), "at rest");
        n_run.set(n_run.get() + 1);
        n_with_conflict.set(n_with_conflict.get() + u32::from(has_conflict));
        Ok(())
    });
    println!("{} interleavings, {} of them with a conflict", n_run.get(), n_with_conflict.get());
    assert!(ran.is_ok(), "{}", ran.unwrap_err());
    assert!(n_run.get() >= INTERLEAVINGS && n_with_conflict.get() > INTERLEAVINGS / 20);
}

#[test]
fn a_machine_that_forgets_is_found_out() {
    let ran = runner(INTERLEAVINGS / 50).run(&numbers(), |numbers| {
        let mut world = World::new();
        world.forgets = true;
        for number in numbers {
            world.step((number >> 31) as usize, &step(number));
            prop_assert_eq!(world.lost(), Vec::<&String>::new());
        }
        Ok(())
    });
    assert!(ran.is_err(), "the model notices a loss");
}

#[test]
fn who_works_on_one_device_is_never_asked_about_a_conflict() {
    let ran = runner(INTERLEAVINGS / 5).run(&numbers(), |numbers| {
        let mut world = World::new();
        for step in numbers.into_iter().map(step) {
            world.step(0, &step);
            prop_assert_eq!(world.devices[0].draft.differences(), &[], "after {:?}", step);
        }
        prop_assert!(world.settle());
        Ok(())
    });
    assert!(ran.is_ok(), "{}", ran.unwrap_err());
}
