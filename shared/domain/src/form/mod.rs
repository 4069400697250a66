//! Forms drawn from the pack: what was typed, what is asked, what is missing.

mod answers;
mod carry_over;
mod case;
mod changes;
mod compute;
mod declaration;
mod edit;
mod fault;
pub(crate) mod fields;
mod insured_months;
mod legible;
mod material;
mod problem;
mod reading;
mod seniority;
pub(crate) mod slots;
mod spot;
mod state;

pub use crate::problems::{problems, section_problems};
pub use answers::{Answers, CopyKind, Place, Row, Scan, ScanFacts, SectionData, Values};
pub use carry_over::{CarriedOver, Earlier, LeftOut, Unfit, carry_over, fields_of_register};
pub use case::{Case, Filing, Here};
pub use changes::{Change, Changed, RowPlace, changes};
pub(crate) use compute::hours_by_year;
pub(crate) use declaration::section_digest;
pub use declaration::{dated, declare, is_declared, is_outdated};
pub use edit::{EditRefusal, accept, fixed_rows, half_width};
pub(crate) use fault::count;
pub use fault::{
    ChoiceFault, Code, CourseFault, EntryFault, EvidenceFault, Fault, Ineligible, InsuredFault, LevelSkip,
    Limit, Moment, MonthRange, NamedScan, NoTitleFault, PresenceFault, RankFault, ReviewPart, ScanFault,
    Served, Shape, TitleFault, UnitFault, UsualProof, VotesFault, YearHours,
};
pub use insured_months::insurance_months;
pub(crate) use insured_months::month_range;
pub use material::{is_material, left_over, material};
pub use problem::Problem;
pub use reading::stored_in_words;
pub(crate) use seniority::{basis, seniority};
pub use spot::Spot;
pub use state::{SectionState, section_state, state_given};
