//! The state of a category in the list of the fifteen (§4.0).

use super::{Case, Problem, SectionData, section_problems};
use crate::policy::Section;
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SectionState {
    NotStarted,
    InProgress,
    Complete,
    NotRequired,
}

impl SectionState {
    pub fn label(self) -> &'static str {
        match self {
            Self::NotStarted => "未填写",
            Self::InProgress => "填写中",
            Self::Complete => "已完成",
            Self::NotRequired => "无需填写",
        }
    }

    pub fn is_done(self) -> bool {
        match self {
            Self::Complete | Self::NotRequired => true,
            Self::NotStarted | Self::InProgress => false,
        }
    }
}

pub fn section_state(case: &Case<'_>, section: &Section) -> SectionState {
    if !case.is_asked(section) {
        return SectionState::NotRequired;
    }
    let untouched = case.section(&section.id).is_none_or(SectionData::is_empty);
    let has_files = case.files.iter().any(|file| file.place.section == section.id);
    let complete = !section_problems(case, section).iter().any(Problem::is_error);
    match (complete, untouched && !has_files) {
        (true, true) if section.optional => SectionState::NotRequired,
        (true, _) => SectionState::Complete,
        (false, true) => SectionState::NotStarted,
        (false, false) => SectionState::InProgress,
    }
}
