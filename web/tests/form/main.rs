//! The form engine without a browser: the draft as values, components as HTML.

mod draft;
mod field_control;
mod fixture;
mod section_form;
mod section_list;
