//! The steps of 开始申报 and of another choice later.

mod batch_dates;
mod choice_effects;
mod specialty_step;
mod start_summary;
mod step_list;
mod target_step;
mod unit_step;

pub use batch_dates::{BatchDates, BatchDatesProps};
pub use choice_effects::{ChoiceEffects, ChoiceEffectsProps};
pub use specialty_step::{SpecialtyStep, SpecialtyStepProps};
pub use start_summary::{StartSummary, StartSummaryProps};
pub use step_list::{StepList, StepListProps};
pub use target_step::{TargetStep, TargetStepProps};
pub use unit_step::{UnitStep, UnitStepProps};
