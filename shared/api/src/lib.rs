//! Everything that goes over the wire: every route once, every body once, one shape for refusals.

pub mod accounts;
pub mod applications;
pub mod organisations;
pub mod payments;
pub mod problem;
pub mod refusal;
pub mod routes;
pub mod scans;
pub mod workflow;

mod words;
