//! Commands that xtask runs, and how its own work ends.

use crate::config;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

pub(crate) type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

/// The cargo that started xtask, at the repository's root.
pub(crate) fn cargo() -> Command {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(config::root());
    cargo
}

/// `cargo` whose builds lint the workspace as they compile it: `cargo clippy` would compile every dependency once
/// more. The artifacts are those of every other such call, not those of plain `cargo build`.
pub(crate) fn linting_cargo() -> Command {
    let mut cargo = cargo();
    cargo.env("RUSTC_WORKSPACE_WRAPPER", "clippy-driver");
    cargo
}

/// Runs a build and refuses one that warns. Cargo repeats the warnings of what it finds built; coloured, they would
/// not be found.
pub(crate) fn run_without_warnings(command: &mut Command) -> Outcome<()> {
    let mut child = command.env("CARGO_TERM_COLOR", "never").stderr(Stdio::piped()).spawn()?;
    let mut warned = false;
    for line in BufReader::new(child.stderr.take().ok_or("no output")?).lines() {
        let line = line?;
        warned |= line.starts_with("warning: ");
        eprintln!("{line}");
    }
    let succeeded = child.wait()?.success() && !warned;
    if succeeded { Ok(()) } else { Err(format!("failed or warned: {command:?}").into()) }
}

pub(crate) fn run(command: &mut Command) -> Outcome<()> {
    let status = command.status().map_err(|error| format!("{:?}: {error}", command.get_program()))?;
    if status.success() { Ok(()) } else { Err(format!("failed: {command:?}").into()) }
}
