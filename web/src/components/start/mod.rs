//! The steps of 开始申报 and of another choice later.

mod batch_dates;
mod choice_effects;
mod choice_words;
mod specialty_step;
mod start_summary;
mod step_list;
mod step_words;
mod target_step;
mod unit_step;

pub use batch_dates::{BatchDates, BatchDatesProps};
pub use choice_effects::{ChoiceEffects, ChoiceEffectsProps};
pub use choice_words::{choice_in_words, effect_in_words};
pub use specialty_step::{SpecialtyStep, SpecialtyStepProps};
pub use start_summary::{StartSummary, StartSummaryProps};
pub use step_list::{StepList, StepListProps};
pub use step_words::{fault_at, step_name};
pub use target_step::{TargetStep, TargetStepProps};
pub use unit_step::{UnitStep, UnitStepProps};
