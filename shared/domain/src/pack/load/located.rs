//! A fault of a pack with its file and line.

use crate::pack::PackFault;
use std::fmt;

/// A fault of a pack as its author reads it: file, line, what is wrong, what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located {
    /// `liuzhou-2020/pack.toml`.
    pub file: String,
    /// Counted from 1; none for what stands in no line.
    pub line: Option<usize>,
    pub fault: PackFault,
}

impl Located {
    pub(super) fn outside(file: &str, what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { file: file.to_owned(), line: None, fault: PackFault::new("", what, remedy) }
    }
}

impl fmt::Display for Located {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {}", self.fault)
    }
}
