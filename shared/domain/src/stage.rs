//! The stages that can hold an application: the unit, and each office after it.

use serde::{Deserialize, Serialize};
use std::fmt;

/// An office that reviews after the unit (R93–R96).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Office {
    Supervisor,
    CountyTitle,
    CountyIndustry,
    /// Decides last, on every route (R95).
    Series,
}

/// A holder of the application: written as one word, `Unit` or the office's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Stage {
    Unit,
    #[serde(untagged)]
    Office(Office),
}

impl fmt::Display for Office {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(f)
    }
}
