// One line per component, alphabetical: add yours when its file exists.
pub mod shared_state;
