//! The states of pages and forms as values: pure, in no language.

pub mod account_form;
pub mod cells;
pub mod choice;
pub mod conflict;
pub mod draft;
pub mod findings;
pub mod journal;
pub mod loaded;
pub mod merge;
pub mod offered;
pub mod order;
pub mod packs;
pub mod same;
pub mod session;
pub mod specialties;
pub mod start;
pub mod surroundings;
pub mod transfer;
pub mod unsaved;
