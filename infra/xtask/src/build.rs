//! Everything that a running product needs, made from source.

use crate::command::Outcome;
use crate::config::{self, FUNCTIONS};
use crate::{fonts, packs, site};
use std::process::Command;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Profile {
    Dev,
    Release,
}

impl Profile {
    /// Cargo's folder under `target`.
    pub(crate) fn folder(self) -> &'static str {
        match self {
            Self::Dev => "debug",
            Self::Release => "release",
        }
    }
}

pub(crate) fn everything(profile: Profile) -> Outcome<()> {
    packs::build()?;
    fonts::fetch()?;
    functions(profile)?;
    site::build(profile)
}

/// The functions and the local cloud in one call, so that cargo unifies their features once.
pub(crate) fn functions(profile: Profile) -> Outcome<()> {
    let mut build = cargo();
    build.arg("build").args(FUNCTIONS.iter().flat_map(|name| ["--package", name])).args(["--package", "local"]);
    if profile == Profile::Release {
        build.arg("--release");
    }
    run(&mut build)
}

pub(crate) fn cargo() -> Command {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(config::root());
    cargo
}

pub(crate) fn run(command: &mut Command) -> Outcome<()> {
    let status = command.status().map_err(|error| format!("{:?}: {error}", command.get_program()))?;
    if status.success() { Ok(()) } else { Err(format!("failed: {command:?}").into()) }
}
