// One line per state, alphabetical: add yours when its file exists.
pub mod account_form;
pub mod cells;
pub mod draft;
pub mod loaded;
pub mod merge;
pub mod packs;
pub mod session;
pub mod start;
pub mod transfer;
