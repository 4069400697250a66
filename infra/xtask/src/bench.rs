//! `cargo xtask bench`: figures beside a control of the same run, never a verdict.

use crate::browser;
use crate::build::{self, Profile, cargo, run};
use crate::command::Outcome;

pub(crate) fn bench() -> Outcome<()> {
    build::everything(Profile::Dev)?;
    run(cargo().args(["bench", "--package", "api-tests", "--bench", "save", "--profile", "dev"]))?;
    run(browser::playwright()?.args(["--config", "bench.config.ts"]))
}
