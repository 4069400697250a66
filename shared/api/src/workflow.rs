//! Bodies of `functions/workflow` and `functions/publicity`.

use crate::applications::Summary;
use domain::workflow::{Application, State, Step};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct TakeStep {
    pub step: Step,
    /// `application.revision` as it was seen: an application that somebody else moved meanwhile is not moved again.
    pub revision: u64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StepTaken {
    pub state: State,
    pub revision: u64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Queue {
    /// Applications that wait, by the next deadline.
    pub waiting: Vec<Summary>,
    /// Applications seen before, or on their way (查看进度).
    pub others: Vec<Summary>,
}

/// The 公示表 as a PDF, and the application after it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PublicityTableMade {
    pub url: String,
    pub application: Application,
}

/// A letter to be signed by hand, as a PDF.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LetterPrinted {
    pub url: String,
}
