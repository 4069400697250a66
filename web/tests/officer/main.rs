//! What officers and waiting applicants see, as HTML.

#[path = "../form/fixture.rs"]
mod fixture;
mod reading_hints;
mod step_panel;
mod timeline;
