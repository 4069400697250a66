//! Everything that a running product needs, made from source.

use crate::command::{Outcome, linting_cargo, run};
use crate::profile::Profile;
use crate::{fonts, packs, site};

pub(crate) fn everything(profile: Profile) -> Outcome<()> {
    packs::build()?;
    fonts::fetch()?;
    if profile == Profile::Dev {
        binaries()?;
    }
    site::build(profile)
}

/// Functions, local cloud and harness. The whole workspace, as the tests build it: another selection of packages
/// would unify features differently and build the SDKs a second time. Release functions are `cargo lambda`'s.
fn binaries() -> Outcome<()> {
    run(linting_cargo().args(["build", "--workspace"]))
}
