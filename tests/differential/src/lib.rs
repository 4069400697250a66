//! Browser and Lambda run the same crate; do they give the same answer? Random applications, made from a pack
//! and a number alone, are judged here as the native build and as the wasm build, and `cargo xtask test
//! differential` compares what the two wrote.

mod application;
#[cfg(target_arch = "wasm32")]
pub mod browser;
mod coverage;
mod dice;
mod history;
mod scans;
mod text;
mod value;

pub use application::Application;
pub use coverage::Coverage;
pub use history::History;

use domain::form::{Case, Here, Problem, problems};
use domain::pack::{FilledBy, Pack};
use domain::publicity::{payload, payload_hash};
use domain::words::{chinese, english};
use serde::Serialize;

/// The answers that both builds must give alike.
#[derive(Debug, Serialize)]
pub struct Verdict {
    /// Problems in the applicant's sections and in the unit's forms.
    pub problems: Vec<Problem>,
    /// The problems' sentences, in Chinese and in English.
    pub sentences: Vec<[String; 2]>,
    /// Values that the forms show and nobody typed: years, working days, the 公示表 that was posted.
    pub computed: Vec<String>,
    /// Decides whether the posted table still shows what the application says (R77).
    pub payload_hash: String,
}

pub fn judge(pack: &Pack, application: &Application) -> Verdict {
    let case = application.case(pack);
    let mut found = problems(&case, FilledBy::Applicant);
    found.extend(problems(&case, FilledBy::Unit));
    let in_words = |problem| [chinese::problem(problem, pack), english::problem(problem, pack)];
    Verdict {
        sentences: found.iter().map(in_words).collect(),
        problems: found,
        computed: computed(&case),
        payload_hash: payload_hash(&payload(&case)),
    }
}

fn computed(case: &Case<'_>) -> Vec<String> {
    let fields = case.pack.sections.iter().flat_map(|section| {
        let computed = section.fields.iter().filter(|field| field.computed.is_some());
        computed.map(|field| case.shown_value(Here { section: &section.id, row: None }, field))
    });
    fields.collect()
}

/// One line: the application's number and what was said of it as JSON.
pub fn line(seed: u32, verdict: &Verdict) -> serde_json::Result<Vec<u8>> {
    let mut line = serde_json::to_vec(&(seed, verdict))?;
    line.push(b'\n');
    Ok(line)
}
