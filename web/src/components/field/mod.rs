//! One field of the pack as a control, the controls themselves, and the form that they stand in.

mod choice_input;
mod choice_link;
mod date_or_month;
mod field_control;
mod field_problems;
mod form_context;
mod input_props;
mod line_input;
mod month_input;
mod tick_input;

pub use choice_input::{ChoiceProps, Radios, SearchSelect, SearchSelectProps, Select, chosen};
pub use choice_link::ChoiceLink;
pub use date_or_month::{DateOrMonth, DateOrMonthProps};
pub use field_control::{FieldControl, FieldControlProps};
pub use field_problems::{FieldProblems, FieldProblemsProps};
pub use form_context::FormContext;
pub use input_props::InputProps;
pub use line_input::{Line, LineInput, LineInputProps, LongText, LongTextProps, typed, written};
pub use month_input::{MonthOrNow, MonthOrNowProps, Months, MonthsProps};
pub use tick_input::{TickInput, TickInputProps, is_ticked};
