//! Chinese words, which are the ones that count.

mod process;

pub use process::{action, milestone, refusal, stage, state};
