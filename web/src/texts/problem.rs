//! The problems' sentences, which the rules write in Chinese.

use domain::form::{Problem, problem_in_english};
use domain::policy::Policy;

use super::{Language, language};

/// As they are shown beside `policy`, which is in the language of the page.
pub fn problems_in_language(problems: Vec<Problem>, policy: &Policy) -> Vec<Problem> {
    match language() {
        Language::Chinese => problems,
        Language::English => problems.iter().map(|problem| problem_in_english(problem, policy)).collect(),
    }
}
