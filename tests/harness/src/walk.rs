//! Walks an application to any state of the process, step by step, as its people would.

use crate::applicant::Applicant;
use crate::clerk::{UnitClerk, shortest_end};
use crate::reviewer::Reviewer;
use chrono::{Days, NaiveDate};
use domain::pack::Pack;
use domain::workflow::{Action, Ending, Filling, Office, Payment, Stage, State, Step, UnitWork};

/// The means of a walk: the officers, the pack and the clock of the cloud at `base_url`.
pub(crate) struct Walk<'a> {
    pub(crate) base_url: &'a str,
    pub(crate) pack: &'a Pack,
    /// Signs in the officer of this organisation.
    pub(crate) officer: &'a dyn Fn(&str) -> Reviewer,
}

impl Walk<'_> {
    /// Takes step after step until the application says that it is in `target`.
    pub(crate) fn to(&self, target: State, mut applicant: Applicant) -> Applicant {
        let mut left = None;
        loop {
            let state = applicant.view().application.state;
            if state == target {
                return applicant;
            }
            assert_ne!(left.replace(state), Some(state), "a step leads on");
            if !self.turn_off(state, target, &applicant) {
                applicant = self.step(state, target, applicant);
            }
        }
    }

    /// Leaves the main road if the step from `state` to `target` does; says whether it did.
    fn turn_off(&self, state: State, target: State, applicant: &Applicant) -> bool {
        let Some(stage) = state.stage() else { return false };
        let application = &applicant.application;
        let code = &self.pack.return_codes.first().expect("a pack knows kinds of reasons").value;
        let taken = match target {
            State::Over(Ending::Withdrawn) => applicant.step(Step::silent(Action::Withdraw)),
            State::Filling(Filling::Returned) => {
                self.holder(stage, applicant).return_for(application, "basic_info", code, WHY)
            }
            State::Unit(UnitWork::Correcting) if stage != Stage::Unit => {
                self.holder(stage, applicant).return_to_unit(application, "unit_recommendation", code, WHY)
            }
            State::Over(Ending::Refused) if stage == Stage::Office(Office::Series) => {
                self.holder(stage, applicant).refuse(application, WHY)
            }
            State::Filling(_) | State::Unit(_) | State::Office(_) | State::Payment(_) | State::Over(_) => {
                return false;
            }
        };
        taken.expect("the step beside the road is possible");
        true
    }

    /// Takes the step out of `state` that leads along the main road.
    fn step(&self, state: State, target: State, applicant: Applicant) -> Applicant {
        match state {
            State::Filling(Filling::Draft) if target == State::Over(Ending::Expired) => {
                let due = applicant.view().due.expect("a draft has a last day");
                self.wait_beyond(due, applicant)
            }
            State::Filling(Filling::Draft) => {
                applicant.fill_everything(self.pack);
                applicant.submit().expect("a complete application can be submitted");
                applicant
            }
            State::Unit(UnitWork::Review) => {
                let (today, clerk) = (applicant.view().today, self.clerk(&applicant));
                let last_day = shortest_end(self.pack, today).to_string();
                clerk.publicise(&applicant.application, self.pack, &today.to_string(), &last_day);
                applicant
            }
            State::Unit(UnitWork::Publicity) => self.finish_publicity(applicant),
            State::Unit(UnitWork::Recommend) => {
                let clerk = self.clerk(&applicant);
                clerk.recommend(&applicant.application, self.pack);
                clerk.forward(&applicant.application).expect("everything is recorded");
                applicant
            }
            State::Office(office) => {
                let (reviewer, application) =
                    (self.holder(Stage::Office(office), &applicant), &applicant.application);
                let is_series = office == Office::Series;
                let taken =
                    if is_series { reviewer.approve(application) } else { reviewer.forward(application) };
                taken.expect("an office passes on what it holds");
                applicant
            }
            State::Payment(Payment::Due) => {
                applicant.pay();
                applicant
            }
            State::Payment(Payment::Paid) => {
                applicant.verify_payment().expect("what was paid can be verified");
                applicant
            }
            State::Filling(Filling::Returned) | State::Unit(UnitWork::Correcting) | State::Over(_) => {
                let stages = applicant.view().application.route.into_iter().map(|station| station.stage);
                let (key, from, to) = (applicant.person.key, state.name(), target.name());
                panic!("{key} does not walk from {from} to {to}, by {:?}", stages.collect::<Vec<_>>())
            }
        }
    }

    fn clerk(&self, applicant: &Applicant) -> UnitClerk {
        UnitClerk { officer: self.holder(Stage::Unit, applicant) }
    }

    fn holder(&self, stage: Stage, applicant: &Applicant) -> Reviewer {
        (self.officer)(&station(applicant, stage))
    }

    /// Waits for the end of the period, and records that nobody objected (R76).
    fn finish_publicity(&self, applicant: Applicant) -> Applicant {
        let application = applicant.application.clone();
        let view = self.clerk(&applicant).officer.view(&application).expect("the unit sees the application");
        let end = view.sections["publicity"].data.value("end_date").parse().expect("a period is recorded");
        let applicant = if view.today > end { applicant } else { self.wait_beyond(end, applicant) };
        let clerk = self.clerk(&applicant);
        clerk.record_outcome(&application, self.pack);
        clerk.finish_publicity(&application).expect("the period is over");
        applicant
    }

    /// Nine in the morning after `day`; the applicant's session has ended meanwhile.
    fn wait_beyond(&self, day: NaiveDate, applicant: Applicant) -> Applicant {
        set_clock(self.base_url, &format!("{}T09:00:00+08:00", day + Days::new(1)));
        let Applicant { person, application, .. } = applicant;
        Applicant { application, ..Applicant::sign_in(self.base_url, person) }
    }
}

/// Sets the clock of the local cloud to `now`, in RFC 3339.
pub(crate) fn set_clock(base_url: &str, now: &str) {
    let moved = ureq::post(format!("{base_url}/_local/clock")).send_json(serde_json::json!({ "now": now }));
    moved.expect("the local cloud's clock can be moved");
}

/// The words of somebody who disagrees.
const WHY: &str = "所附材料与填报内容不一致，请逐项核对后再行申报。";

/// The name of the organisation of this stage on the application's route.
pub(crate) fn station(applicant: &Applicant, stage: Stage) -> String {
    let route = applicant.view().application.route;
    let found = route.into_iter().find(|station| station.stage == stage);
    found.unwrap_or_else(|| panic!("{} does not meet {stage:?}", applicant.person.key)).name
}
