//! The files of a slot on their way to the server.

use crate::upload::UploadStep;

#[derive(Clone, Debug, PartialEq)]
pub enum Transfer {
    /// The row that the file belongs to is being saved.
    SavingFirst,
    Running {
        name: String,
        /// Its place among those that were chosen together, counted from 1.
        number: usize,
        of: usize,
        step: UploadStep,
        /// Since the first byte was sent.
        milliseconds: f64,
    },
    Failed(String),
    /// Not sent at all: the files that were chosen cannot go there.
    Refused(String),
}

impl Transfer {
    /// A scan that was chosen would be missing if the application were submitted now.
    pub fn is_unfinished(&self) -> bool {
        !matches!(self, Self::Refused(_))
    }
}
