// One line per state, alphabetical: add yours when its file exists.
pub mod packs;
pub mod session;
