//! What officers and waiting applicants see, as HTML.

#[path = "../form/fixture.rs"]
mod fixture;
mod reading_hints;
mod returns;
mod step_panel;
mod timeline;
