//! The template's linters, in a virtual environment of their own.

use crate::command::{Outcome, run};
use crate::config;
use std::fs;
use std::process::Command;

/// Makes the environment when the pinned requirements changed.
fn environment() -> Outcome<std::path::PathBuf> {
    let venv = config::target().join("venv");
    let requirements = fs::read_to_string(config::root().join("infra/local/requirements.txt"))?;
    let stamp = venv.join("requirements.stamp");
    if fs::read_to_string(&stamp).is_ok_and(|had| had == requirements) {
        return Ok(venv);
    }
    run(Command::new("python3").args(["-m", "venv"]).arg(&venv))
        .map_err(|error| format!("needs Python 3.10 or newer with venv: {error}"))?;
    let file = config::root().join("infra/local/requirements.txt");
    run(Command::new(venv.join("bin/pip")).args(["install", "--quiet", "--requirement"]).arg(file))?;
    fs::write(stamp, requirements)?;
    Ok(venv)
}

pub(crate) fn lint_template() -> Outcome<()> {
    let venv = environment()?;
    let template = config::root().join("infra/template.yaml");
    run(Command::new(venv.join("bin/cfn-lint")).arg(&template))?;
    let mut sam = Command::new(venv.join("bin/sam"));
    sam.env("SAM_CLI_TELEMETRY", "0").env("AWS_DEFAULT_REGION", "ap-southeast-1").current_dir(config::root());
    run(sam.args(["validate", "--lint", "--template-file"]).arg(&template))
}
