//! The names of an application's states, steps and stages.

use chrono::NaiveDate;
use domain::form::SectionState;
use domain::pack::Pack;
use domain::words::{chinese, english};
use domain::workflow::{Action, By, Milestone, Stage, State};

#[derive(Debug)]
pub struct WorkflowTexts {
    pub state: fn(State) -> &'static str,
    pub action: fn(Action) -> &'static str,
    pub stage: fn(Stage) -> &'static str,
    pub section_state: fn(SectionState) -> &'static str,
    pub milestone: fn(Milestone, &Pack) -> &str,
    pub missed: fn(Milestone, NaiveDate) -> String,
    pub map: MapTexts,
}

/// The picture of the process.
#[derive(Debug)]
pub struct MapTexts {
    pub title: &'static str,
    pub lead: &'static str,
    /// Above the states to which an application is sent back.
    pub sent_back: &'static str,
    pub holder: &'static str,
    pub by: fn(By) -> &'static str,
    pub next_station: &'static str,
    pub returning_station: &'static str,
}

pub(super) const ZH: WorkflowTexts = WorkflowTexts {
    state: chinese::state,
    action: chinese::action,
    stage: chinese::stage,
    section_state: SectionState::label,
    milestone: chinese::milestone,
    missed: chinese::missed,
    map: MapTexts {
        title: "办理流程",
        lead: "从填写到缴费，材料一级一级往上走。没有主管部门或县区职改部门的，不经过那一级；选择双定向的，才经过县工信部门。不予受理和逾期的，可以由系列职改办重新受理。",
        sent_back: "退回以后",
        holder: "谁办理",
        by: |by| match by {
            By::Applicant => "申报人",
            By::Stage(stage) => chinese::stage(stage),
            By::Gateway => "扫码缴费后系统记录",
            By::Clock => "过了截止日期，系统办理",
        },
        next_station: "下一级审核部门",
        returning_station: "退回材料的那一级",
    },
};

pub(super) const EN: WorkflowTexts = WorkflowTexts {
    state: english::state,
    action: english::action,
    stage: english::stage,
    section_state: section_state_in_english,
    milestone: english::milestone,
    missed: english::missed,
    map: MapTexts {
        title: "The way of an application",
        lead: "From filling in to the payment, an application goes up office by office. Where there is no supervising \
               department or no county title reform department, it goes on to the next; only a dual-directed one \
               passes the county industry department. One that was refused or is late can be reopened by the series \
               office.",
        sent_back: "After a return",
        holder: "Whose turn",
        by: |by| match by {
            By::Applicant => "applicant",
            By::Stage(stage) => english::stage(stage),
            By::Gateway => "noted by the system after the payment",
            By::Clock => "by the system after the deadline",
        },
        next_station: "the next office",
        returning_station: "the office that returned it",
    },
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
