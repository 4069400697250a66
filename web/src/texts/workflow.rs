//! The names of an application's states, steps and stages.

use domain::form::SectionState;
use domain::pack::Pack;
use domain::words::{chinese, english};
use domain::workflow::{Action, Milestone, Stage, State};

#[derive(Debug)]
pub struct WorkflowTexts {
    pub state: fn(State) -> &'static str,
    pub action: fn(Action) -> &'static str,
    pub stage: fn(Stage) -> &'static str,
    pub section_state: fn(SectionState) -> &'static str,
    pub milestone: fn(Milestone, &Pack) -> &str,
}

pub(super) const ZH: WorkflowTexts = WorkflowTexts {
    state: chinese::state,
    action: chinese::action,
    stage: chinese::stage,
    section_state: SectionState::label,
    milestone: chinese::milestone,
};

pub(super) const EN: WorkflowTexts = WorkflowTexts {
    state: english::state,
    action: english::action,
    stage: english::stage,
    section_state: section_state_in_english,
    milestone: english::milestone,
};

fn section_state_in_english(state: SectionState) -> &'static str {
    match state {
        SectionState::NotStarted => "Not started",
        SectionState::InProgress => "In progress",
        SectionState::Complete => "Complete",
        SectionState::NotRequired => "Not required",
        SectionState::NeedsFix => "To be corrected",
        SectionState::Query => "To be looked up",
    }
}
