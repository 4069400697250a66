//! Sections, scans, problems and reasons to read, and the links that lead to their places.

mod not_required;
mod place_words;
mod problem_list;
mod reason_view;
mod scan_link;
mod section_card;
mod section_links;
mod section_list;
mod section_reading;
mod spot_link;
mod value_words;

pub use not_required::not_required;
pub use place_words::{place_in_words, place_of_scan, row_in_words, section_in_words};
pub use problem_list::{ProblemLines, ProblemLinesProps, ProblemList, ProblemListProps, parted};
pub use reason_view::{Places, ReasonView, ReasonViewProps};
pub use scan_link::{ScanLink, ScanLinkProps};
pub use section_card::{SectionCard, SectionCardProps, reading_id};
pub use section_links::{SectionLinks, SectionLinksProps};
pub use section_list::{CONTENT, SectionList, SectionListProps};
pub use section_reading::{SectionReading, SectionReadingProps, copy_badge, nearest_read};
pub use spot_link::{SpotLink, SpotLinkProps, go_to};
pub use value_words::{date_in_words, stored_in_words, value_in_words};
