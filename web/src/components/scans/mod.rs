//! Scans: the slots they go into, the way there, and how they are turned, declared and removed.

mod left_over_scans;
mod letter_button;
mod remove_scan;
mod scan_card;
mod scan_summary;
mod slot_list;
mod slot_scans;
mod thumbnail;
mod transfer_state;
mod transfer_words;
mod transfers_notice;
mod turn_scan;

pub use left_over_scans::{LeftOverScans, LeftOverScansProps};
pub use letter_button::{LetterButton, LetterButtonProps};
pub use remove_scan::{RemoveScan, RemoveScanProps};
pub use scan_card::{ScanCard, ScanCardProps};
pub use scan_summary::{ScanSummary, ScanSummaryProps};
pub use slot_list::{SlotList, SlotListProps};
pub use slot_scans::{SlotScans, SlotScansProps};
pub use thumbnail::{Thumbnail, ThumbnailProps};
pub use transfer_state::{TransferState, TransferStateProps};
pub use transfer_words::{Chosen, failure_in_words, file_size_in_words, refusal, size_in_words};
pub use transfers_notice::{TransfersNotice, TransfersNoticeProps};
pub use turn_scan::{TurnScan, TurnScanProps};
