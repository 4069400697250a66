//! The work of an officer on an application: hints, reasons, opinions, forms of the unit, the step, and the queue.

mod opinion_box;
mod queue_list;
mod reading_hints;
mod reason_list;
mod step_panel;
mod unit_forms;

pub use opinion_box::{OPINION, OpinionBox, OpinionBoxProps};
pub use queue_list::{QueueList, QueueListProps};
pub use reading_hints::{ReadingHints, ReadingHintsProps};
pub use reason_list::{ReasonList, ReasonListProps, first_fault, first_reasons, reason_at};
pub use step_panel::{StepPanel, StepPanelProps, moves_of};
pub use unit_forms::{UnitForms, UnitFormsProps, step_id};
