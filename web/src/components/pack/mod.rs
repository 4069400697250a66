//! The rules of a cycle, as they are read by whoever signs them off.

mod changed_lines;
mod committee_list;
mod message_list;
mod need;
mod pack_changes;
mod pack_numbers;
mod pack_rules;
mod section_outlines;

pub use changed_lines::changed_lines;
pub use committee_list::{CommitteeList, CommitteeListProps};
pub use message_list::{MessageList, MessageListProps};
pub use need::Need;
pub use pack_changes::{Comparison, PackChanges, PackChangesProps};
pub use pack_numbers::{PackNumbers, PackNumbersProps};
pub use pack_rules::{PackRules, PackRulesProps};
pub use section_outlines::{SectionOutlines, SectionOutlinesProps};
