// One line per state, alphabetical: add yours when its file exists.
pub mod account_form;
pub mod around;
pub mod cells;
pub mod conflict;
pub mod draft;
pub mod found;
pub mod journal;
pub mod loaded;
pub mod merge;
pub mod offered;
pub mod order;
pub mod packs;
pub mod same;
pub mod session;
pub mod start;
pub mod transfer;
