//! Scans: the slots they go into, the way there, and how they are turned, declared and removed.

mod file_card;
mod file_summary;
mod left_over_files;
mod letter_button;
mod remove_file;
mod slot_files;
mod slot_list;
mod thumbnail;
mod transfer_state;
mod transfer_words;
mod transfers_notice;
mod turn_file;

pub use file_card::{FileCard, FileCardProps};
pub use file_summary::{FileSummary, FileSummaryProps};
pub use left_over_files::{LeftOverFiles, LeftOverFilesProps};
pub use letter_button::{LetterButton, LetterButtonProps};
pub use remove_file::{RemoveFile, RemoveFileProps};
pub use slot_files::{SlotFiles, SlotFilesProps};
pub use slot_list::{SlotList, SlotListProps};
pub use thumbnail::{Thumbnail, ThumbnailProps};
pub use transfer_state::{TransferState, TransferStateProps};
pub use transfer_words::{Chosen, failure_in_words, file_size_in_words, refusal, size_in_words};
pub use transfers_notice::{TransfersNotice, TransfersNoticeProps};
pub use turn_file::{TurnFile, TurnFileProps};
