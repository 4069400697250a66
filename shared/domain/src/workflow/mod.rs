//! The process: states, who may take which step, and what a step does.
//!
//! Reading order: [`State::moves`] is the diagram, [`decide`] takes one step, [`offices`] is the route.

mod application;
mod circumstances;
mod decide;
mod due;
mod guards;
mod history;
mod last_step;
mod log;
mod moves;
mod posted;
mod progress;
mod resubmission;
mod returns;
mod route;
mod state;
mod step;
mod take_back;
mod tell;
mod time_acts;
mod versions;
mod withdrawal;

pub use crate::stage::{Office, Stage};
pub use application::{Application, SubmittedChoice, Withdrawal};
pub use circumstances::Circumstances;
pub use decide::decide;
pub use history::{PastStep, history};
pub use last_step::LastStep;
pub use log::LogEntry;
pub use moves::{Action, By, Guard, Move, To, Words};
pub use posted::{PostedTable, SetAside, SheetStanding};
pub use progress::{Milestone, ProgressState, ProgressStep, progress};
pub use returns::{OpenReturn, ReturnItem, says_enough};
pub use route::{RouteFacts, Station, offices};
pub use state::{Ending, Filling, Payment, State, UnitWork};
pub use step::{Decision, Refusal, Step};
pub use time_acts::{TimeAct, has_time_acts, is_early, time_acts};
pub use versions::{Round, Version, versions};
