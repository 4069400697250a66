//! The process: states, who may take which step, and what a step does.
//!
//! Reading order: [`State::moves`] is the diagram, [`decide`] takes one step, [`stages`] is the route.

mod decide;
mod file;
mod moves;
mod progress;
mod returns;
mod route;
mod state;
mod step;

pub use decide::{Circumstances, decide};
pub use file::{CaseFile, PostedTable};
pub use moves::{Action, By, Move, To};
pub use progress::{ProgressState, ProgressStep, progress};
pub use returns::{OpenReturn, ReturnItem, is_opinion};
pub use route::{RouteFacts, Stage, Station, stages};
pub use state::State;
pub use step::{Decision, LogEntry, Outgoing, Recipient, Refusal, Step};
