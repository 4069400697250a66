//! 撤回: at once before the first look, from then on with consent (T26).

use super::application::Application;
use super::moves::{Action, By, Guard, Move};
use super::step::Refusal;

impl Application {
    /// Returns the rows for `by`, without those that the withdrawal rules out, because whoever was asked for consent
    /// answers before anything else, and without the end of a posting where nothing hangs out.
    pub fn offered(&self, by: By) -> impl Iterator<Item = &'static Move> {
        self.state.moves().iter().filter(move |row| row.by == by && self.is_offered(row))
    }

    /// Returns the step by which the applicant can give the application up now.
    pub fn way_out(&self) -> Option<Action> {
        let ways = [Action::DeleteDraft, Action::Withdraw, Action::AskWithdrawal];
        self.offered(By::Applicant).map(|row| row.action).find(|action| ways.contains(action))
    }

    fn is_offered(&self, row: &Move) -> bool {
        let asks = row.action == Action::AskWithdrawal;
        let has_sheet = row.guard != Guard::Posted || self.hanging().is_some();
        check(self, row).is_ok() && has_sheet && (!asks || self.opened && self.withdrawal.is_none())
    }

    fn must_answer(&self, by: By) -> bool {
        self.withdrawal.is_some() && by.stage().is_some()
    }
}

pub(super) fn check(application: &Application, taken: &Move) -> Result<(), Refusal> {
    let is_answer = taken.guard == Guard::WithdrawalAsked;
    if application.must_answer(taken.by) && !is_answer {
        return Err(Refusal::WithdrawalPending);
    }
    if is_answer && application.withdrawal.is_none() {
        return Err(Refusal::WithdrawalNotAsked);
    }
    if taken.guard == Guard::Unopened && application.opened {
        return Err(Refusal::Opened);
    }
    Ok(())
}
