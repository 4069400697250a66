//! An officer of an upper office.

use crate::client::{Client, Refused};
use crate::{PASSWORD, cities, sms};
use api::accounts::{CodePurpose, Role, SendCode, Session, SetPassword, SignIn};
use api::applications::{ApplicationView, Progress};
use api::routes::Route;
use api::workflow::{Queue, StepTaken, TakeStep};
use domain::form::Spot;
use domain::workflow::{Action, ReturnItem, Step};
use std::collections::BTreeMap;

pub struct Reviewer {
    pub client: Client,
}

impl Reviewer {
    /// The officer of this organisation.
    pub fn sign_in(base_url: &str, organisation: &str) -> Self {
        let client = Client::new(base_url);
        let login = cities::organisation(organisation).officer_mobile;
        let body = SignIn { login: login.into(), password: PASSWORD.into() };
        let _: Session = client.call(Route::SignIn, &[], &body).expect("a seeded officer signs in");
        Self { client }
    }

    /// An officer's first password, proved by a code.
    pub fn set_first_password(base_url: &str, mobile: &str) -> Self {
        let client = Client::new(base_url);
        let asked = SendCode { mobile: mobile.into(), purpose: CodePurpose::SetPassword };
        let seen = sms::to(&client, mobile).len();
        client.call_empty(Route::SendCode, &[], &asked).expect("an officer can ask for a code");
        let code = sms::code_after(&client, mobile, seen);
        let set = SetPassword { mobile: mobile.into(), code, password: PASSWORD.into() };
        let _: Session = client.call(Route::SetPassword, &[], &set).expect("the code is right");
        Self { client }
    }

    /// The id of the organisation that he is an officer of.
    pub fn organisation(&self) -> String {
        let session: Session = self.client.get(Route::WhoAmI, &[]).expect("anybody may ask who he is");
        match session.me.expect("a reviewer is signed in").role {
            Role::Officer { organisation, .. } => organisation.to_string(),
            role @ (Role::Applicant | Role::PlatformAdmin) => panic!("{role:?} is no officer"),
        }
    }

    pub fn queue(&self) -> Queue {
        self.client.get(Route::ReadQueue, &[]).expect("an officer has a queue")
    }

    pub fn view(&self, application: &str) -> Result<ApplicationView, Refused> {
        self.client.get(Route::ReadApplication, &[application])
    }

    pub fn progress(&self, application: &str) -> Result<Progress, Refused> {
        self.client.get(Route::ReadProgress, &[application])
    }

    pub fn step(&self, application: &str, step: Step) -> Result<StepTaken, Refused> {
        self.step_seen(application, step, self.view(application)?.application.revision)
    }

    /// Takes a step as somebody who looks at revision `revision` of the application.
    pub fn step_seen(&self, application: &str, step: Step, revision: u64) -> Result<StepTaken, Refused> {
        self.client.call(Route::TakeStep, &[application], &TakeStep { step, revision, seen: BTreeMap::new() })
    }

    pub fn decide(&self, application: &str, action: Action, opinion: &str) -> Result<StepTaken, Refused> {
        self.step(application, with_opinion(action, opinion))
    }

    /// 不予受理, for want of the conditions.
    pub fn refuse(&self, application: &str, why: &str) -> Result<StepTaken, Refused> {
        self.step(application, refusal(why))
    }

    pub fn forward(&self, application: &str) -> Result<StepTaken, Refused> {
        self.decide(application, Action::Forward, "材料齐全，同意上报。")
    }

    pub fn approve(&self, application: &str) -> Result<StepTaken, Refused> {
        self.step(application, approval())
    }

    pub fn return_for(
        &self,
        application: &str,
        section: &str,
        code: &str,
        text: &str,
    ) -> Result<StepTaken, Refused> {
        self.step(application, with_reason(Action::Return, section, code, text))
    }

    pub fn return_to_unit(
        &self,
        application: &str,
        section: &str,
        code: &str,
        text: &str,
    ) -> Result<StepTaken, Refused> {
        self.step(application, with_reason(Action::ReturnToUnit, section, code, text))
    }
}

fn with_reason(action: Action, section: &str, code: &str, text: &str) -> Step {
    let reason = ReturnItem {
        spot: Spot::section(section),
        code: code.into(),
        text: text.into(),
        answer: String::new(),
    };
    Step { reasons: vec![reason], ..with_opinion(action, "") }
}

pub fn refusal(why: &str) -> Step {
    Step { basis: "NotEligible".into(), ..with_opinion(Action::Refuse, why) }
}

pub fn approval() -> Step {
    with_opinion(Action::Approve, "审核通过。")
}

fn with_opinion(action: Action, opinion: &str) -> Step {
    Step { opinion: opinion.into(), ..Step::silent(action) }
}
