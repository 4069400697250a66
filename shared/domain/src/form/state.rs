//! The state of a section in the list of the fifteen (§4.0).

use super::{Case, Here, Problem, SectionData, material, section_problems};
use crate::named::lookup;
use crate::pack::Section;
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SectionState {
    NotStarted,
    InProgress,
    Complete,
    NotRequired,
    /// Named by the return that is being answered.
    NeedsFix,
    /// A register is to be asked first (S3, S4, S13).
    Query,
}

impl SectionState {
    pub fn label(self) -> &'static str {
        match self {
            Self::NotStarted => "未填写",
            Self::InProgress => "填写中",
            Self::Complete => "已完成",
            Self::NotRequired => "无需填写",
            Self::NeedsFix => "待修改",
            Self::Query => "未查询",
        }
    }

    pub fn is_done(self) -> bool {
        match self {
            Self::Complete | Self::NotRequired => true,
            Self::NotStarted | Self::InProgress | Self::NeedsFix | Self::Query => false,
        }
    }
}

pub fn section_state(case: &Case<'_>, section: &Section) -> SectionState {
    state_given(case, section, &section_problems(case, section))
}

/// Returns the section's state to a caller who has its problems already.
pub fn state_given(case: &Case<'_>, section: &Section, problems: &[Problem]) -> SectionState {
    if case.filing.to_fix.iter().any(|item| item.spot.section == section.id) {
        return SectionState::NeedsFix;
    }
    if !case.is_asked(section) {
        return SectionState::NotRequired;
    }
    let untouched = case.section(&section.id).is_none_or(SectionData::is_empty);
    let has_scans = material(case, section.filled_by).any(|scan| scan.place.section == section.id);
    let complete = !problems.iter().any(Problem::is_error);
    match (complete, untouched && !has_scans) {
        (true, true) if section.optional => SectionState::NotRequired,
        (true, _) => SectionState::Complete,
        (false, _) if awaits_query(case, section) => SectionState::Query,
        (false, true) => SectionState::NotStarted,
        (false, false) => SectionState::InProgress,
    }
}

fn awaits_query(case: &Case<'_>, section: &Section) -> bool {
    let here = Here { section: &section.id, row: None };
    let field = section.lookup.as_ref().and_then(|_| section.field(lookup::QUERY_STATE));
    field.is_some_and(|field| {
        case.shown(here, field.shown.as_ref()) && case.shown_value(here, field) == lookup::NOT_QUERIED
    })
}
