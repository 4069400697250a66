//! The sentences that people read of what the rules find, in each language: side by side, one match over the same
//! faults.

pub mod chinese;
pub mod english;
mod place;
