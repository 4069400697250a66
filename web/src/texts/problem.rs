//! The sentences of problems, in the language of the page.

use domain::form::Problem;
use domain::policy::Policy;
use domain::words::{chinese, english};

use super::{Language, language};

/// A problem and its sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Worded {
    pub problem: Problem,
    pub words: String,
}

impl Worded {
    pub fn new(problem: &Problem, policy: &Policy) -> Self {
        Self { problem: problem.clone(), words: problem_in_words(problem, policy) }
    }

    pub fn is_error(&self) -> bool {
        self.problem.is_error()
    }
}

/// The sentence that says what is wrong; `policy` is in the language of the page.
pub fn problem_in_words(problem: &Problem, policy: &Policy) -> String {
    match language() {
        Language::Chinese => chinese::problem(problem, policy),
        Language::English => english::problem(problem, policy),
    }
}
