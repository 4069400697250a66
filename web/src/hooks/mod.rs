//! Hooks: the server, the session, drafts and the language, as pages and components use them.

mod use_account_form;
mod use_across_languages;
mod use_application;
mod use_batches;
mod use_draft;
mod use_findings;
mod use_get;
mod use_me;
mod use_online;
mod use_open_pack;
mod use_pack;
mod use_pdf;
mod use_platform_name;
mod use_sign_in_again;
mod use_stable_callback;
mod use_start_path;
mod use_step;
mod use_typed_application;
mod use_units;
mod use_unsaved_sections;

pub use use_account_form::{UseAccountForm, use_account_form};
pub use use_across_languages::{
    start_keeping, stop_keeping, use_reducer_across_languages, use_state_across_languages,
};
pub use use_application::{LoadedHandle, use_application};
pub use use_batches::use_batches;
pub use use_draft::{DraftHandle, use_draft};
pub use use_findings::use_findings;
pub use use_get::{Answer, use_get};
pub use use_me::{UseMe, read_session, use_me};
pub use use_online::use_online;
pub use use_open_pack::use_open_pack;
pub use use_pack::{use_issued_pack, use_pack};
pub use use_pdf::{PdfHandle, use_pdf};
pub use use_platform_name::use_platform_name;
pub use use_sign_in_again::{ReturnPath, use_sign_in_again};
pub use use_stable_callback::use_stable_callback;
pub use use_start_path::{StartPath, use_start_path};
pub use use_step::{StepHandle, use_step};
pub use use_typed_application::{
    Judgement, use_row_surroundings, use_section_problems, use_typed_application,
};
pub use use_units::{MIN_CHARS, use_units};
pub use use_unsaved_sections::use_unsaved_sections;
