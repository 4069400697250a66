//! `cargo xtask bench`: figures beside a control of the same run, never a verdict.

use crate::command::{Outcome, cargo, run};
use crate::profile::Profile;
use crate::{browser, build};

pub(crate) fn bench() -> Outcome<()> {
    build::everything(Profile::Dev)?;
    run(cargo().args(["bench", "--package", "api-tests", "--bench", "save", "--profile", "dev"]))?;
    run(browser::playwright()?.args(["--config", "bench.config.ts"]))
}
