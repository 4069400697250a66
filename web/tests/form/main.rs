//! The form engine without a browser: the draft as values, components as HTML.

mod around;
mod draft;
mod english;
mod field_control;
mod fixture;
mod interleavings;
mod journal;
mod problem_list;
mod section_form;
mod section_list;
mod two_devices;
