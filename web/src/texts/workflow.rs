//! What a file's states, steps and stages are called.

use domain::form::SectionState;
use domain::workflow::{Action, Stage, State};

#[derive(Debug)]
pub struct WorkflowTexts {
    pub state: fn(State) -> &'static str,
    pub action: fn(Action) -> &'static str,
    pub stage: fn(Stage) -> &'static str,
    pub section_state: fn(SectionState) -> &'static str,
    /// A step of the timeline, by the Chinese name that the server gives it; none for one that the pack names.
    pub milestone: fn(&str) -> Option<&str>,
}

pub(super) const ZH: WorkflowTexts = WorkflowTexts {
    state: State::label,
    action: Action::label,
    stage: Stage::label,
    section_state: SectionState::label,
    milestone: |label| Some(label),
};

pub(super) const EN: WorkflowTexts = WorkflowTexts {
    state: state_in_english,
    action: action_in_english,
    stage: stage_in_english,
    section_state: section_state_in_english,
    milestone: milestone_in_english,
};

fn state_in_english(state: State) -> &'static str {
    match state {
        State::Draft => "Draft",
        State::UnitReview => "Under review by the employer",
        State::UnitPublicity => "Publicised by the employer",
        State::UnitRecommend => "Defence, deliberation and recommendation",
        State::SupervisorReview => "Under review by the supervising department",
        State::CountyTitleReview => "Under review by the county title reform department",
        State::CountyIndustryReview => "Under review by the county industry department (dual-directed)",
        State::SeriesReview => "Under review by the series title reform office (city review)",
        State::Returned => "Returned for correction",
        State::ReturnedToUnit => "Returned to the employer",
        State::PaymentPending => "Awaiting payment",
        State::PaymentSubmitted => "Paid, to be verified",
        State::PaymentVerified => "Payment complete (awaiting evaluation)",
        State::UnderEvaluation => "Under evaluation",
        State::ResultPublicity => "Result publicised",
        State::Confirmed => "Confirmed",
        State::Certified => "Certificate issued",
        State::NotPassed => "Not passed",
        State::Refused => "Refused",
        State::Withdrawn => "Withdrawn",
        State::Expired => "Abandoned after the deadline",
        State::Revoked => "Revoked",
    }
}

fn action_in_english(action: Action) -> &'static str {
    match action {
        Action::Submit => "Submit",
        Action::DeleteDraft => "Delete draft",
        Action::Return => "Return for correction",
        Action::StartPublicity => "Approve and start publicity",
        Action::FinishPublicity => "Finish publicity and go on to deliberation",
        Action::Forward => "Approve and forward",
        Action::Refuse => "Refuse",
        Action::ReturnToUnit => "Return to the employer",
        Action::Corrected => "Corrected, forward again",
        Action::Approve => "Approve",
        Action::RecordPaid => "Paid",
        Action::VerifyPayment => "Verify payment",
        Action::Expire => "Abandoned after the deadline",
        Action::Withdraw => "Withdraw",
    }
}

fn stage_in_english(stage: Stage) -> &'static str {
    match stage {
        Stage::Unit => "employer",
        Stage::Supervisor => "supervising department",
        Stage::CountyTitle => "county title reform department",
        Stage::CountyIndustry => "county industry department",
        Stage::Series => "series title reform office",
    }
}

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

fn milestone_in_english(label: &str) -> Option<&str> {
    let english = match label {
        "填写提交" => "Fill in and submit",
        "单位审核" => "Employer’s review",
        "单位公示" => "Employer’s publicity",
        "答辩、审议推荐" => "Defence, deliberation and recommendation",
        "审议推荐" => "Deliberation and recommendation",
        "主管部门" => "Supervising department",
        "县区职改部门" => "County title reform department",
        "县工信部门" => "County industry department",
        "系列职改办" => "Series title reform office",
        "缴费" => "Payment",
        "缴费验证" => "Payment verification",
        _ => return None,
    };
    Some(english)
}
