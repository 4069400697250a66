//! The rules of title applications. Values in, values out: no I/O, clock, randomness or environment.

pub mod batch;
pub mod calendar;
pub mod credentials;
pub mod dates;
pub mod form;
pub mod identifiers;
pub mod ids;
pub mod letter;
pub mod media;
pub mod messages;
pub mod named;
pub mod pack;
mod placeholders;
mod problems;
pub mod publicity;
mod rules;
pub mod stage;
pub mod words;
pub mod workflow;
