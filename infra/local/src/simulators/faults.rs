//! Failures that a test or a person orders, and which of them strikes next.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::Json;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde::{Deserialize, Serialize};

use crate::lambda::functions::Functions;
use crate::simulators::registry::Registry;

/// The next failure; the JSON of `POST /_local/faults`, e.g. `{"kind":"dynamodb_delay_ms","ms":200}`.
#[derive(Clone, Debug, Deserialize, Serialize, PartialEq, Eq)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Fault {
    /// Every DynamoDB call takes this much longer, or every write; 0 ends it.
    DynamodbDelayMs {
        ms: u64,
        #[serde(default)]
        writes_only: bool,
    },
    /// The next calls answer `ThrottlingException` and do nothing.
    DynamodbThrottleNext { count: u32 },
    /// After this many more writes every write answers 500 and does nothing, until cleared;
    /// with `lose_answer` the last of them is done but answers 500, and the ones after it work again.
    DynamodbCutAfterWrites {
        writes: u32,
        #[serde(default)]
        lose_answer: bool,
    },
    /// Kills the function's processes: at once, or when its n-th write from here is done.
    KillFunction {
        function: String,
        #[serde(default)]
        after_writes: Option<u32>,
    },
    /// The next publishes answer 500 and store nothing.
    SnsFailNext { count: u32 },
    /// The next publishes store the message and never answer.
    SnsTimeoutNext { count: u32 },
    /// Changes how often and when the payment gateway calls back.
    Callback { mode: CallbackMode },
    /// Every answer of the registries, or of one of them, takes this much longer; 0 ends it.
    RegistriesDelayMs {
        ms: u64,
        #[serde(default)]
        registry: Option<Registry>,
    },
    /// The registries, or one of them, answer this way.
    Registries {
        mode: RegistryMode,
        #[serde(default)]
        registry: Option<Registry>,
    },
    /// Ends every fault.
    Clear,
}

#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum CallbackMode {
    #[default]
    Once,
    Drop,
    Duplicate,
    /// Five seconds late.
    Delay,
}

#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum RegistryMode {
    #[default]
    Up,
    /// 503.
    Down,
    /// 200 with a page for people.
    Garbage,
}

/// The outcome of one DynamoDB call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum DynamoVerdict {
    Pass,
    Throttle,
    Refuse,
    LoseAnswer,
    Kill(String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SnsVerdict {
    Pass,
    Fail,
    Hang,
}

#[derive(Clone, Debug, Default, Serialize)]
struct Active {
    dynamodb_delay_ms: u64,
    dynamodb_delays_writes_only: bool,
    dynamodb_throttle_next: u32,
    cut: Option<Cut>,
    kill: Option<Kill>,
    sns_fail_next: u32,
    sns_timeout_next: u32,
    callback: CallbackMode,
    registries: BTreeMap<Registry, RegistryFault>,
}

#[derive(Clone, Copy, Debug, Default, Serialize)]
struct RegistryFault {
    delay_ms: u64,
    mode: RegistryMode,
}

#[derive(Clone, Copy, Debug, Serialize)]
struct Cut {
    writes: u32,
    lose_answer: bool,
}

#[derive(Clone, Debug, Serialize)]
struct Kill {
    function: String,
    writes: u32,
}

/// The faults in force; consulted by a layer in front of each emulator.
#[derive(Default)]
pub(crate) struct Faults(Mutex<Active>);

impl Faults {
    fn active(&self) -> MutexGuard<'_, Active> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts a fault in force; an immediate kill is the caller's, who holds the functions.
    pub(crate) fn put(&self, fault: &Fault) {
        let mut active = self.active();
        match fault {
            Fault::DynamodbDelayMs { ms, writes_only } => {
                active.dynamodb_delay_ms = *ms;
                active.dynamodb_delays_writes_only = *writes_only;
            }
            Fault::DynamodbThrottleNext { count } => active.dynamodb_throttle_next = *count,
            Fault::DynamodbCutAfterWrites { writes, lose_answer } => {
                active.cut = Some(Cut { writes: *writes, lose_answer: *lose_answer });
            }
            Fault::KillFunction { function, after_writes } => {
                active.kill = after_writes.map(|writes| Kill { function: function.clone(), writes });
            }
            Fault::SnsFailNext { count } => active.sns_fail_next = *count,
            Fault::SnsTimeoutNext { count } => active.sns_timeout_next = *count,
            Fault::Callback { mode } => active.callback = *mode,
            Fault::RegistriesDelayMs { ms, registry } => {
                active.registries(*registry, |fault| fault.delay_ms = *ms);
            }
            Fault::Registries { mode, registry } => active.registries(*registry, |fault| fault.mode = *mode),
            Fault::Clear => *active = Active::default(),
        }
    }

    pub(crate) fn dynamodb(&self, is_write: bool) -> (Duration, DynamoVerdict) {
        let mut active = self.active();
        let is_delayed = is_write || !active.dynamodb_delays_writes_only;
        let delay = if is_delayed { active.dynamodb_delay_ms } else { 0 };
        (Duration::from_millis(delay), active.dynamodb_verdict(is_write))
    }

    pub(crate) fn sns(&self) -> SnsVerdict {
        let mut active = self.active();
        if spend(&mut active.sns_fail_next) {
            SnsVerdict::Fail
        } else if spend(&mut active.sns_timeout_next) {
            SnsVerdict::Hang
        } else {
            SnsVerdict::Pass
        }
    }

    pub(crate) fn callback(&self) -> CallbackMode {
        self.active().callback
    }

    pub(crate) fn registry(&self, registry: Registry) -> (Duration, RegistryMode) {
        let fault = self.active().registries.get(&registry).copied().unwrap_or_default();
        (Duration::from_millis(fault.delay_ms), fault.mode)
    }
}

impl Active {
    fn registries(&mut self, registry: Option<Registry>, change: impl Fn(&mut RegistryFault)) {
        for known in Registry::ALL.into_iter().filter(|known| registry.is_none_or(|one| one == *known)) {
            change(self.registries.entry(known).or_default());
        }
    }

    fn dynamodb_verdict(&mut self, is_write: bool) -> DynamoVerdict {
        if spend(&mut self.dynamodb_throttle_next) {
            return DynamoVerdict::Throttle;
        }
        if !is_write {
            return DynamoVerdict::Pass;
        }
        if let Some(kill) = self.kill.as_mut() {
            kill.writes = kill.writes.saturating_sub(1);
            if kill.writes == 0 {
                return self
                    .kill
                    .take()
                    .map_or(DynamoVerdict::Pass, |kill| DynamoVerdict::Kill(kill.function));
            }
        }
        self.cut_verdict()
    }

    fn cut_verdict(&mut self) -> DynamoVerdict {
        let Some(cut) = self.cut.as_mut() else { return DynamoVerdict::Pass };
        let last = cut.writes == 1;
        if !spend(&mut cut.writes) {
            return DynamoVerdict::Refuse;
        }
        if last && cut.lose_answer {
            self.cut = None;
            return DynamoVerdict::LoseAnswer;
        }
        DynamoVerdict::Pass
    }
}

/// Takes one off a counter; false when nothing was left.
fn spend(count: &mut u32) -> bool {
    let some = *count > 0;
    *count = count.saturating_sub(1);
    some
}

#[derive(Clone)]
struct Desk {
    faults: Arc<Faults>,
    functions: Functions,
}

pub(crate) fn routes(faults: Arc<Faults>, functions: Functions) -> Router {
    Router::new().route("/_local/faults", get(show).post(put)).with_state(Desk { faults, functions })
}

async fn show(State(desk): State<Desk>) -> Response {
    let active = desk.faults.active().clone();
    Json(active).into_response()
}

async fn put(State(desk): State<Desk>, Json(fault): Json<Fault>) -> StatusCode {
    inject(&desk.faults, &desk.functions, &fault)
}

/// Puts the fault in force; a kill without a count happens here.
pub(crate) fn inject(faults: &Faults, functions: &Functions, fault: &Fault) -> StatusCode {
    if let Fault::KillFunction { function, after_writes } = fault {
        let Some(pool) = functions.find(function) else { return StatusCode::NOT_FOUND };
        if after_writes.is_none() {
            pool.kill();
            return StatusCode::NO_CONTENT;
        }
    }
    faults.put(fault);
    StatusCode::NO_CONTENT
}

#[cfg(test)]
mod tests {
    use super::*;

    fn writes(faults: &Faults, count: usize) -> Vec<DynamoVerdict> {
        (0..count).map(|_| faults.dynamodb(true).1).collect()
    }

    #[test]
    fn a_cut_lets_the_first_writes_pass_and_refuses_the_rest() {
        use DynamoVerdict::{Pass, Refuse};
        let faults = Faults::default();
        faults.put(&Fault::DynamodbCutAfterWrites { writes: 2, lose_answer: false });
        assert_eq!(writes(&faults, 4), [Pass, Pass, Refuse, Refuse]);
        assert_eq!(faults.dynamodb(false).1, Pass);
        faults.put(&Fault::Clear);
        assert_eq!(writes(&faults, 1), [Pass]);
    }

    #[test]
    fn a_lost_answer_strikes_once() {
        use DynamoVerdict::{LoseAnswer, Pass};
        let faults = Faults::default();
        faults.put(&Fault::DynamodbCutAfterWrites { writes: 2, lose_answer: true });
        assert_eq!(writes(&faults, 3), [Pass, LoseAnswer, Pass]);
    }

    #[test]
    fn one_registry_fails_and_the_others_answer() {
        let faults = Faults::default();
        faults.put(&Fault::RegistriesDelayMs { ms: 50, registry: None });
        let mode = RegistryMode::Down;
        faults.put(&Fault::Registries { mode, registry: Some(Registry::Titles) });
        let delay = Duration::from_millis(50);
        assert_eq!(faults.registry(Registry::Titles), (delay, RegistryMode::Down));
        assert_eq!(faults.registry(Registry::SocialInsurance), (delay, RegistryMode::Up));
        faults.put(&Fault::Clear);
        assert_eq!(faults.registry(Registry::Titles), (Duration::ZERO, RegistryMode::Up));
    }

    #[test]
    fn a_kill_strikes_at_its_write() {
        let faults = Faults::default();
        faults.put(&Fault::KillFunction { function: "workflow".into(), after_writes: Some(2) });
        let struck = DynamoVerdict::Kill("workflow".into());
        assert_eq!(writes(&faults, 3), [DynamoVerdict::Pass, struck, DynamoVerdict::Pass]);
    }
}
