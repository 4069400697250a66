//! The sentences of problems, in the language of the page.

use domain::form::Problem;
use domain::pack::Pack;
use domain::words::{chinese, english};

use super::{Language, language};

/// A problem and its sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Worded {
    pub problem: Problem,
    pub words: String,
}

impl Worded {
    pub fn new(problem: &Problem, pack: &Pack) -> Self {
        Self { problem: problem.clone(), words: problem_in_words(problem, pack) }
    }

    pub fn is_error(&self) -> bool {
        self.problem.is_error()
    }
}

/// The sentence that says what is wrong; `pack` is in the language of the page.
pub fn problem_in_words(problem: &Problem, pack: &Pack) -> String {
    match language() {
        Language::Chinese => chinese::problem(problem, pack),
        Language::English => english::problem(problem, pack),
    }
}
