//! An application among others: its card, its facts, its progress, and the ways to submit it and to give it up.

mod application_card;
mod application_facts;
mod application_progress;
mod confirm_submit;
mod give_up;
mod past_steps;
mod preview_link;
mod process_map;
mod return_answers;
mod sheet_button;
mod timeline;
mod unsaved_notice;

pub use application_card::{ApplicationCard, ApplicationCardProps, specialty_name, title_name};
pub use application_facts::{ApplicationFacts, ApplicationFactsProps};
pub use application_progress::{ApplicationProgress, ApplicationProgressProps};
pub use confirm_submit::{ConfirmSubmit, ConfirmSubmitProps};
pub use give_up::{GiveUp, GiveUpProps, GivenUp};
pub use past_steps::{PastSteps, PastStepsProps};
pub use preview_link::{PreviewLink, PreviewLinkProps};
pub use process_map::ProcessMap;
pub use return_answers::{ReturnAnswers, ReturnAnswersProps, first_unanswered};
pub use sheet_button::{SheetButton, SheetButtonProps};
pub use timeline::{Timeline, TimelineProps, basis_in_words, moment};
pub use unsaved_notice::{UnsavedNotice, UnsavedNoticeProps};
