// One line per hook, alphabetical: add yours when its file exists.
pub mod use_account_form;
pub mod use_answer;
pub mod use_batches;
pub mod use_draft;
pub mod use_found;
pub mod use_kept;
pub mod use_loaded;
pub mod use_me;
pub mod use_online;
pub mod use_platform_name;
pub mod use_policy;
pub mod use_sign_in_again;
pub mod use_steady;
pub mod use_typed;
pub mod use_units;
pub mod use_unsaved;
