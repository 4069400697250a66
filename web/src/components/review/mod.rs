//! The work of an officer on an application: hints, reasons, opinions, forms of the unit, the step, and the queue.

mod opinion_box;
mod publicity_days;
mod queue_list;
mod reading_hints;
mod reason_list;
mod step_panel;
mod take_back;
mod unit_forms;

pub use opinion_box::{OPINION, OpinionBox, OpinionBoxProps};
pub use publicity_days::{PublicityDays, PublicityDaysProps};
pub use queue_list::{QueueList, QueueListProps};
pub use reading_hints::{ReadingHints, ReadingHintsProps};
pub use reason_list::{ReasonList, ReasonListProps, first_fault, first_reasons, reason_at};
pub use step_panel::{StepPanel, StepPanelProps, moves_of, refusal};
pub use take_back::{TakeBack, TakeBackProps};
pub use unit_forms::{UnitForms, UnitFormsProps, step_id};
