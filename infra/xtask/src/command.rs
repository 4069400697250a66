//! Commands that xtask runs, and how its own work ends.

use crate::config;
use std::process::Command;

pub(crate) type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

/// The cargo that started xtask, at the repository's root.
pub(crate) fn cargo() -> Command {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(config::root());
    cargo
}

pub(crate) fn run(command: &mut Command) -> Outcome<()> {
    let status = command.status().map_err(|error| format!("{:?}: {error}", command.get_program()))?;
    if status.success() { Ok(()) } else { Err(format!("failed: {command:?}").into()) }
}
