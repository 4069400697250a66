//! English words, for whoever reads the site in English.

mod process;

pub use process::{action, milestone, refusal, stage, state};
