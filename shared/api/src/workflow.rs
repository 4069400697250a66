//! Bodies of `functions/workflow` and `functions/publicity`.

use crate::applications::Summary;
use chrono::NaiveDate;
use domain::workflow::{Application, SheetStanding, State, Step};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct TakeStep {
    pub step: Step,
    /// `application.revision` as it was seen: an application that somebody else moved meanwhile is not moved again.
    pub revision: u64,
    /// The revisions of the sections that stand as forms beside the button: what was typed elsewhere meanwhile is not
    /// decided on unseen.
    #[serde(default)]
    pub seen: BTreeMap<String, u64>,
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

/// The application after its 公示表 was made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PublicityTableMade {
    pub application: Application,
}

/// The way to a PDF: the 公示表 that hangs out, or a letter to be signed by hand.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PdfLink {
    /// Signed, and valid for minutes.
    pub url: String,
}

/// The answer to whoever stands before a sheet: nothing of the person but the surname.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CheckedSheet {
    pub surname: String,
    pub table_version: u32,
    pub generated_on: NaiveDate,
    pub standing: SheetStanding,
}
