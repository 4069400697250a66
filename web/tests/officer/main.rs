//! The pages of officers and waiting applicants, as HTML.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking, its helper functions too")]

mod changes;
mod copies;
#[path = "../form/fixture.rs"]
mod fixture;
mod pack;
mod past_steps;
mod process_map;
mod reading_hints;
mod returns;
mod step_panel;
mod timeline;
