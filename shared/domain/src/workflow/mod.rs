//! The process: states, who may take which step, and what a step does.
//!
//! Reading order: [`State::moves`] is the diagram, [`decide`] takes one step, [`offices`] is the route.

mod application;
mod circumstances;
mod decide;
mod guards;
mod history;
mod log;
mod moves;
mod posted;
mod progress;
mod returns;
mod route;
mod state;
mod step;
mod tell;

pub use crate::stage::{Office, Stage};
pub use application::Application;
pub use circumstances::Circumstances;
pub use decide::decide;
pub use history::{PastStep, history};
pub use log::LogEntry;
pub use moves::{Action, By, Guard, Move, To, Words};
pub use posted::PostedTable;
pub use progress::{Milestone, ProgressState, ProgressStep, progress};
pub use returns::{OpenReturn, ReturnItem, says_enough};
pub use route::{RouteFacts, Station, offices};
pub use state::{Ending, Filling, Payment, State, UnitWork};
pub use step::{Decision, Refusal, Step};
