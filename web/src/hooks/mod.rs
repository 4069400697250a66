// One line per hook, alphabetical: add yours when its file exists.
pub mod use_me;
pub mod use_policy;
pub mod use_sign_in_again;
