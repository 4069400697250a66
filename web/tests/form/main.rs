//! The form engine without a browser: the draft as values, components as HTML.

mod choice;
mod declaration;
mod draft;
mod english;
mod field_control;
mod fixture;
mod interleavings;
mod journal;
mod left_over_scans;
mod problem_list;
mod section_form;
mod section_list;
mod slot_scans;
mod surroundings;
mod transfers;
mod two_devices;
mod typed_texts;
