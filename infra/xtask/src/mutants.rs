//! `cargo xtask mutants`: how many small mistakes in the rules and in the process domain's own tests notice.

use crate::command::{Outcome, cargo};
use crate::config;
use serde_json::Value;
use std::ffi::OsString;
use std::fs;
use std::process::Stdio;

/// The files whose mistakes would decide an application wrongly.
const FILES: [&str; 5] = ["workflow/*.rs", "rules/*.rs", "calendar.rs", "identifiers.rs", "form/edit.rs"];

/// The least that must be caught, in percent of the mutants that compile.
const LEAST: f64 = 95.0;

const MISSING: &str = "cargo-mutants is not installed: cargo install --locked cargo-mutants@^27";

/// Exit codes with which cargo-mutants ends when it has tried what it was asked to: all caught, some missed, some
/// timed out.
const TRIED: [Option<i32>; 3] = [Some(0), Some(2), Some(3)];

/// Runs cargo-mutants over a copy of the sources. `arguments` go to it as they are; a `--file` among them replaces
/// the usual files.
pub(crate) fn mutants(arguments: &[OsString]) -> Outcome<()> {
    let version = cargo().args(["mutants", "--version"]).stdout(Stdio::null()).stderr(Stdio::null()).status();
    if !version.is_ok_and(|status| status.success()) {
        return Err(MISSING.into());
    }
    let folder = config::target().join("mutants");
    fs::create_dir_all(&folder)?;
    let outcomes = folder.join("mutants.out/outcomes.json");
    // An older run's figures must not stand for one that tries nothing, such as `--list`.
    let _ = fs::remove_file(&outcomes);
    let mut run = cargo();
    run.args(["mutants", "--package", "domain", "--features", "load", "--output"]).arg(&folder);
    if !arguments.iter().any(names_files) {
        run.args(FILES.iter().flat_map(|file| ["--file".to_owned(), format!("shared/domain/src/{file}")]));
    }
    let status = run.args(arguments).status()?;
    if !TRIED.contains(&status.code()) {
        return Err(format!("cargo-mutants: {status}").into());
    }
    let Ok(text) = fs::read_to_string(&outcomes) else { return Ok(()) };
    let score = Score::read(&serde_json::from_str(&text)?);
    println!("{score}");
    if score.percent() >= LEAST { Ok(()) } else { Err(format!("fewer than {LEAST} % are caught").into()) }
}

fn names_files(argument: &OsString) -> bool {
    let argument = argument.to_string_lossy();
    argument == "--file" || argument.starts_with("--file=") || argument.starts_with("-f")
}

/// Mutants by what became of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Score {
    caught: u64,
    missed: u64,
    timeout: u64,
    /// They do not compile.
    unviable: u64,
}

impl Score {
    fn read(outcomes: &Value) -> Self {
        let count = |key: &str| outcomes[key].as_u64().unwrap_or_default();
        Self {
            caught: count("caught"),
            missed: count("missed"),
            timeout: count("timeout"),
            unviable: count("unviable"),
        }
    }

    /// The part of the viable ones that tests caught; nothing where none was tried.
    fn percent(self) -> f64 {
        let viable = self.caught + self.missed + self.timeout;
        100.0 * self.caught as f64 / viable.max(1) as f64
    }
}

impl std::fmt::Display for Score {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { caught, missed, timeout, unviable } = self;
        write!(f, "{caught} caught, {missed} missed, {timeout} timeout, {unviable} unviable: ")?;
        write!(f, "{:.1} % of the viable are caught", self.percent())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_percentage_is_of_the_mutants_that_compile() {
        let outcomes = json!({ "caught": 18, "missed": 1, "timeout": 1, "unviable": 5, "success": 0 });
        let score = Score::read(&outcomes);
        let said = "18 caught, 1 missed, 1 timeout, 5 unviable: 90.0 % of the viable are caught";
        assert_eq!(score.to_string(), said);
        assert!(Score::read(&json!({})).percent() < LEAST, "nothing was tried");
    }

    #[test]
    fn files_that_are_named_replace_the_usual_ones() {
        let names = |text: &str| names_files(&text.into());
        assert!(["--file", "--file=x.rs", "-f", "-fx.rs"].into_iter().all(names));
        assert!(!["--shard", "1/4", "--features"].into_iter().any(names));
    }
}
