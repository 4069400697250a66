//! The process in English.

use crate::pack::{FilledBy, Pack};
use crate::stage::{Office, Stage};
use crate::workflow::{Action, Ending, Filling, Milestone, Payment, Refusal, State, UnitWork};
use chrono::NaiveDate;

pub fn state(state: State) -> &'static str {
    match state {
        State::Filling(Filling::Draft) => "Draft",
        State::Filling(Filling::Returned) => "Returned for correction",
        State::Unit(UnitWork::Review) => "Under review by the employer",
        State::Unit(UnitWork::Publicity) => "Publicised by the employer",
        State::Unit(UnitWork::Recommend) => "Defence, deliberation and recommendation",
        State::Unit(UnitWork::Correcting) => "Returned to the employer",
        State::Office(Office::Supervisor) => "Under review by the supervising department",
        State::Office(Office::CountyTitle) => "Under review by the county title reform department",
        State::Office(Office::CountyIndustry) => {
            "Under review by the county industry department (dual-directed)"
        }
        State::Office(Office::Series) => "Under review by the series title reform office (city review)",
        State::Payment(Payment::Due) => "Awaiting payment",
        State::Payment(Payment::Paid) => "Paid, to be verified",
        State::Over(Ending::Verified) => "Payment complete (awaiting evaluation)",
        State::Over(Ending::Refused) => "Refused",
        State::Over(Ending::Withdrawn) => "Withdrawn",
        State::Over(Ending::Expired) => "Abandoned after the deadline",
    }
}

/// The words on the button.
pub fn action(action: Action) -> &'static str {
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
        Action::VoidPublicity => "Publicity void, post again",
        Action::VerifyPayment => "Verify payment",
        Action::Expire => "Abandoned after the deadline",
        Action::Withdraw => "Withdraw",
        Action::AskWithdrawal => "Ask to withdraw",
        Action::AgreeToWithdrawal => "Agree to the withdrawal",
        Action::DeclineWithdrawal => "Decline the withdrawal",
        Action::Reopen => "Reopen",
        Action::TakeBack => "Take back",
    }
}

pub fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Unit => "employer",
        Stage::Office(Office::Supervisor) => "supervising department",
        Stage::Office(Office::CountyTitle) => "county title reform department",
        Stage::Office(Office::CountyIndustry) => "county industry department",
        Stage::Office(Office::Series) => "series title reform office",
    }
}

/// The heading of a step of the timeline. The pack names the series office.
pub fn milestone(milestone: Milestone, pack: &Pack) -> &str {
    match milestone {
        Milestone::Filling => "Fill in and submit",
        Milestone::UnitReview => "Employer’s review",
        Milestone::UnitPublicity => "Employer’s publicity",
        Milestone::Deliberation => "Deliberation and recommendation",
        Milestone::DefenceAndDeliberation => "Defence, deliberation and recommendation",
        Milestone::Office(Office::Series) => &pack.offices.series_label,
        Milestone::Office(Office::Supervisor) => "Supervising department",
        Milestone::Office(Office::CountyTitle) => "County title reform department",
        Milestone::Office(Office::CountyIndustry) => "County industry department",
        Milestone::Payment => "Payment",
        Milestone::Verification => "Payment verification",
    }
}

/// Returns why an application expired at this step of the timeline.
pub fn missed(milestone: Milestone, deadline: NaiveDate) -> String {
    let undone = match milestone {
        Milestone::Filling => "submitted",
        Milestone::Payment | Milestone::Verification => "paid",
        Milestone::UnitReview
        | Milestone::UnitPublicity
        | Milestone::Deliberation
        | Milestone::DefenceAndDeliberation
        | Milestone::Office(_) => "dealt with",
    };
    format!("Not {undone} by the end of {deadline}: given up for this year")
}

/// Returns why a step is not taken, and what to do.
pub fn refusal(refusal: &Refusal) -> String {
    let sentence = match refusal {
        Refusal::NotPossible { state: now, action: wanted } => {
            let (now, wanted) = (state(*now), action(*wanted));
            return format!("“{wanted}” is not possible now ({now}). Reload the page to see where it stands");
        }
        Refusal::Incomplete { part, problems } => {
            let whose = match part {
                FilledBy::Applicant => "the application",
                FilledBy::Unit => "the employer’s forms",
            };
            return match problems.len() {
                1 => format!("1 place in {whose} has to be completed"),
                n => format!("{n} places in {whose} have to be completed"),
            };
        }
        Refusal::NotPublicised { days } => {
            return format!(
                "An application that was not publicised is not accepted. Make the publicity notice, post it for at \
                 least {days} working days and fill in the publicity form"
            );
        }
        Refusal::TooLate { deadline } => return format!("The deadline ({deadline}) has passed"),
        Refusal::NotLate { deadline } => return format!("The deadline ({deadline}) has not passed yet"),
        Refusal::StepStands { minutes } => {
            return format!(
                "The step can no longer be taken back: {minutes} minutes have gone by, or the application was opened"
            );
        }
        Refusal::NoTimeToCorrect { deadline } => {
            return format!(
                "The last day of corrections ({deadline}) has passed. Ask the series office to move it first"
            );
        }
        Refusal::RefusalUnexplained { min } => {
            return format!("A refusal needs a reason of at least {min} characters: the facts and the rule");
        }
        Refusal::Opened => "The reviewer has opened the application. Reload the page, then ask to withdraw",
        Refusal::WithdrawalPending => "The applicant has asked to withdraw. Answer that first",
        Refusal::WithdrawalNotAsked => "The applicant has not asked to withdraw",
        Refusal::NotYours => "This step is not yours to take",
        Refusal::PublicityOutdated => {
            "The publicity notice no longer fits the application. Make it again and post it"
        }
        Refusal::ReasonsMissing => {
            "A return names at least one place and reason (at least 5 characters each)"
        }
        Refusal::ReasonsElsewhere => {
            "A return to the applicant names places in the application, a return to the employer places in the \
             employer’s forms"
        }
        Refusal::AnswersMissing => "Please answer every reason of the return",
        Refusal::OpinionMissing => "Enter an opinion (at least 2 characters)",
        Refusal::BasisMissing => "Choose the basis of the refusal",
        Refusal::PlanChanged => {
            "The publicity plan or the appraisals were changed after the notice was made. Make the notice again and replace the one that hangs out"
        }
        Refusal::TableMissing => "Make the publicity notice first",
        Refusal::NotRecommended => "The panel did not recommend; the application cannot be forwarded",
        Refusal::UnitNotRecommended => "The employer does not recommend; return the application or refuse it",
        Refusal::ObjectionUpheld => "An objection was upheld; return the application or refuse it",
        Refusal::FeeMissing => "The fee of this level is not set yet. Set it in the batch first",
    };
    sentence.to_owned()
}
