//! Taking a step back: minutes after it, before anybody has opened what it handed on.

use super::application::Application;
use super::circumstances::Circumstances;
use super::last_step::LastStep;
use super::log::LogEntry;
use super::moves::{Action, By, Move};
use super::step::{Decision, Refusal};
use crate::form::Answers;
use chrono::{DateTime, Duration, FixedOffset};

impl Application {
    /// Returns the last step as long as it can be taken back.
    pub fn revocable(&self, now: DateTime<FixedOffset>) -> Option<&LastStep> {
        self.last_step.as_ref().filter(|last| !self.opened && now < last.until)
    }
}

/// Returns the step as one that can be taken back, if it is: an office's forward, pass, return or refusal.
pub(super) fn revocable(before: &Application, taken: &Move, at: &Circumstances<'_>) -> Option<LastStep> {
    let stage = taken.by.stage()?;
    if !hands_on(taken.action) {
        return None;
    }
    Some(LastStep {
        action: taken.action,
        stage,
        organisation: before.waits_for()?.clone(),
        until: at.now + Duration::minutes(at.case.pack.batch.take_back_minutes.into()),
        messages: Vec::new(),
        state: before.state,
        station: before.station,
        reached: before.reached,
        unit_version: before.unit_version,
        arrived_on: before.arrived_on,
        open_return: before.open_return.clone(),
        order: before.order.clone(),
    })
}

fn hands_on(action: Action) -> bool {
    match action {
        Action::Return
        | Action::Forward
        | Action::Refuse
        | Action::ReturnToUnit
        | Action::Corrected
        | Action::Approve => true,
        Action::Submit
        | Action::DeleteDraft
        | Action::StartPublicity
        | Action::FinishPublicity
        | Action::RecordPaid
        | Action::VoidPublicity
        | Action::VerifyPayment
        | Action::Expire
        | Action::Withdraw
        | Action::AskWithdrawal
        | Action::AgreeToWithdrawal
        | Action::DeclineWithdrawal
        | Action::Reopen
        | Action::TakeBack => false,
    }
}

/// Puts the application back to where it was before its last step; the log keeps both.
pub(super) fn take_back(
    application: &Application,
    by: By,
    at: &Circumstances<'_>,
) -> Result<Decision, Refusal> {
    let last = application
        .revocable(at.now)
        .ok_or(Refusal::StepStands { minutes: at.case.pack.batch.take_back_minutes })?;
    if by != By::Stage(last.stage) {
        return Err(Refusal::NotYours);
    }
    let LastStep { state, station, reached, unit_version, arrived_on, .. } = *last;
    let mut next = Application {
        state,
        station,
        reached,
        unit_version,
        arrived_on,
        open_return: last.open_return.clone(),
        order: last.order.clone(),
        opened: true,
        ended_in: None,
        last_step: None,
        revision: application.revision + 1,
        updated_at: at.now,
        ..application.clone()
    };
    let entry = LogEntry {
        seq: application.n_log + 1,
        at: at.now,
        action: Action::TakeBack,
        by,
        organisation_name: next.organisation_of(by),
        from: application.state,
        to: state,
        version: next.version,
        opinion: String::new(),
        basis: String::new(),
        missed: None,
        reasons: Vec::new(),
        previous_hash: application.log_hash.clone(),
        hash: String::new(),
    };
    Ok(Decision {
        entry: next.write_down(entry),
        application: next,
        messages: Vec::new(),
        hands_on: None,
        unit_forms: Answers::new(),
        order_fen: None,
    })
}

/// Returns the steps that stand: without those that were taken back, and their taking back.
pub(super) fn standing(log: &[LogEntry]) -> Vec<LogEntry> {
    let mut standing: Vec<LogEntry> = Vec::new();
    for entry in log {
        if entry.action == Action::TakeBack {
            standing.pop();
        } else {
            standing.push(entry.clone());
        }
    }
    standing
}
