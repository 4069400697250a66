//! The sentences in Chinese: the ones that count.

mod choice;
mod entry;
mod evidence;
mod process;
mod scan;
mod title;
mod unit;
mod values;

pub use process::{action, milestone, missed, refusal, stage, state};
pub use values::{course_hours, months, served};

use super::place::Place;
use crate::form::{Fault, Problem};
use crate::pack::Pack;

/// Returns the sentence that names the place and says what to do.
pub fn problem(problem: &Problem, pack: &Pack) -> String {
    let at = Place::of(&problem.spot, pack);
    match &problem.fault {
        Fault::Entry(fault) => entry::words(fault, &at),
        Fault::Scan(fault) => scan::words(fault, &at),
        Fault::Choice(fault) => choice::words(fault, &at),
        Fault::Title(fault) => title::words(fault, &at),
        Fault::Evidence(fault) => evidence::words(fault),
        Fault::Unit(fault) => unit::words(fault, &at),
    }
}
