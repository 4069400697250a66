//! Everything that a running product needs, made from source.

use crate::command::Outcome;
use crate::config;
use crate::{fonts, packs, site};
use std::process::Command;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Profile {
    Dev,
    Release,
}

impl Profile {
    /// Cargo's profile of the site. Its build scripts lie in a folder of that name, which is not the site's own.
    pub(crate) fn of_site(self) -> &'static str {
        match self {
            Self::Dev => "web-dev",
            Self::Release => "release",
        }
    }
}

pub(crate) fn everything(profile: Profile) -> Outcome<()> {
    packs::build()?;
    fonts::fetch()?;
    if profile == Profile::Dev {
        binaries()?;
    }
    site::build(profile)
}

/// Functions, local cloud and harness in one call, always the same one: another selection of packages would
/// unify features differently and build the SDKs a second time. Release functions are `cargo lambda`'s.
pub(crate) fn binaries() -> Outcome<()> {
    run(cargo().args(["build", "--workspace", "--exclude", "web"]))
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
