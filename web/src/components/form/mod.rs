//! A section as a form: its rows, how it saves itself, and what two devices wrote in the same place.

mod conflict_panel;
mod copy_card;
mod group_rows;
mod lookup_button;
mod problem_summary;
mod row_card;
mod row_handle;
mod row_title;
mod save_state;
mod section_form;

pub use conflict_panel::{ConflictPanel, ConflictPanelProps};
pub use copy_card::{CopyCard, CopyCardProps};
pub use group_rows::{GroupRows, GroupRowsProps};
pub use lookup_button::{LookupButton, LookupButtonProps};
pub use problem_summary::{ProblemSummary, ProblemSummaryProps};
pub use row_card::{Moved, RowCard, RowCardProps};
pub use row_handle::{RowHandle, RowHandleProps};
pub use row_title::{title_of, undo_id};
pub use save_state::{SaveState, SaveStateProps, save_state_id};
pub use section_form::{SectionForm, SectionFormProps};
