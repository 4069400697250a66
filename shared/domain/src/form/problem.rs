//! One thing to mend: the fault, where, how grave, and by which rule.

use super::{Code, Fault, Spot};
use crate::pack::Severity;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    #[serde(flatten)]
    pub fault: Fault,
    pub severity: Severity,
    pub spot: Spot,
    /// `R34`; the section's when its place has no rule of its own.
    pub rule: String,
    /// The text that the rule is taken from, in the pack's words; empty when the rule is.
    #[serde(default)]
    pub source: String,
}

impl Problem {
    pub fn new(fault: impl Into<Fault>, spot: Spot, rule: &str) -> Self {
        let fault = fault.into();
        let severity = fault.code().severity();
        Self { fault, severity, spot, rule: rule.into(), source: String::new() }
    }

    pub fn code(&self) -> Code {
        self.fault.code()
    }

    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}
