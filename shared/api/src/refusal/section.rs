//! Refusals of saving a section and of asking a register for it.

use super::answer::Answer;
use domain::form::{EditRefusal, Problem};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum SectionRefusal {
    Edit(EditRefusal),
    /// 双定向 is chosen where it is not offered (R20); these counties offer it.
    DualDirected {
        problem: Box<Problem>,
        counties: Vec<String>,
    },
    TooLarge {
        kilobytes: usize,
        max: usize,
    },
    /// The section was submitted or forwarded.
    Frozen,
    /// The register is asked for a section that nobody has to fill.
    NotAsked {
        title: String,
    },
    /// The section with this title has to be complete before the register is asked (R32).
    NeededFirst {
        title: String,
    },
}

impl SectionRefusal {
    pub(super) fn answer(&self) -> Answer {
        match self {
            Self::Edit(_) => Answer::invalid("/data"),
            Self::DualDirected { .. } => Answer::invalid("/data/values/dual_directed"),
            Self::TooLarge { .. } => Answer::new(413, "E_SECTION_TOO_LARGE"),
            Self::Frozen => Answer::conflict("E_NOT_EDITABLE"),
            Self::NotAsked { .. } => Answer::conflict("E_NOT_ASKED"),
            Self::NeededFirst { .. } => Answer::conflict("E_SECTION_FIRST"),
        }
    }
}
