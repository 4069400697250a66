//! Everything that a running product needs, made from source.

use crate::command::{Outcome, cargo, run};
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

/// Functions, local cloud and harness in one call, always the same one: another selection of packages would
/// unify features differently and build the SDKs a second time. Release functions are `cargo lambda`'s.
pub(crate) fn binaries() -> Outcome<()> {
    run(cargo().args(["build", "--workspace", "--exclude", "web"]))
}
