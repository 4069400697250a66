//! Browser and Lambda run the same crate; do they give the same answer? Random applications, made from a pack
//! and a number alone, are judged here as the native build and as the wasm build, and `cargo xtask test
//! differential` compares what the two wrote.

mod application;
#[cfg(target_arch = "wasm32")]
pub mod browser;
mod coverage;
mod dice;
mod files;
mod text;
mod value;

pub use application::Application;
pub use coverage::Coverage;

use domain::form::{Problem, problems};
use domain::policy::{FilledBy, Policy};

/// Everything that is wrong with the application, in the applicant's categories and in the unit's forms.
pub fn judge(policy: &Policy, application: &Application) -> Vec<Problem> {
    let case = application.case(policy);
    let mut found = problems(&case, FilledBy::Applicant);
    found.extend(problems(&case, FilledBy::Unit));
    found
}

/// One line: the application's number and its problems as JSON.
pub fn line(seed: u32, problems: &[Problem]) -> serde_json::Result<Vec<u8>> {
    let mut line = serde_json::to_vec(&(seed, problems))?;
    line.push(b'\n');
    Ok(line)
}
