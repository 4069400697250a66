//! `cargo xtask test`: every check there is. A missing piece fails; nothing is skipped.

use crate::command::{Outcome, cargo, linting_cargo, run, run_without_warnings};
use crate::profile::Profile;
use crate::tally::{Tally, run_counted};
use crate::{browser, build, differential, python, rules, site};
use std::process::Command;
use std::time::Instant;

type Step = fn(&mut Tally) -> Outcome<()>;

/// Cheap ones first; the browser last, on everything that was built before.
const STEPS: [(&str, Step); 7] = [
    ("format", format),
    ("template", template),
    ("rules", rules),
    ("build", build_all),
    ("rust", rust),
    ("differential", differential::compare),
    ("browser", browser_tests),
];

pub(crate) fn test(only: &[String]) -> Outcome<()> {
    let known = |name: &String| STEPS.iter().any(|(step, _)| step == name);
    if let Some(unknown) = only.iter().find(|name| !known(name)) {
        return Err(format!("no step `{unknown}`: {:?}", STEPS.map(|(name, _)| name)).into());
    }
    let mut tally = Tally::default();
    for (name, step) in STEPS.iter().filter(|(name, _)| only.is_empty() || only.iter().any(|o| o == name)) {
        println!("── {name}");
        let started = Instant::now();
        let done = step(&mut tally);
        println!("── {name}: {} s", started.elapsed().as_secs());
        if let Err(error) = done {
            println!("{} passed, {} failed", tally.passed, tally.failed.max(1));
            return Err(format!("{name}: {error}").into());
        }
    }
    println!("{} passed, {} failed", tally.passed, tally.failed);
    Ok(())
}

fn format(_: &mut Tally) -> Outcome<()> {
    run(cargo().args(["fmt", "--all", "--check"]))
}

fn template(_: &mut Tally) -> Outcome<()> {
    python::lint_template()
}

/// R1–R97 of the seed are each named by a test.
fn rules(_: &mut Tally) -> Outcome<()> {
    rules::rules()
}

/// Lints what it builds.
fn build_all(_: &mut Tally) -> Outcome<()> {
    run_without_warnings(linting_cargo().args(["build", "--workspace", "--all-targets"]))?;
    site::add_wasm_target()?;
    run_without_warnings(&mut site::program(Profile::Dev, "web"))?;
    run_without_warnings(site::program(Profile::Dev, "differential").arg("--lib"))?;
    build::everything(Profile::Dev)
}

fn rust(tally: &mut Tally) -> Outcome<()> {
    counted(tally, linting_cargo().args(["test", "--workspace", "--no-fail-fast"]))
}

fn browser_tests(tally: &mut Tally) -> Outcome<()> {
    counted(tally, &mut browser::playwright()?)
}

fn counted(tally: &mut Tally, command: &mut Command) -> Outcome<()> {
    let (count, success) = run_counted(command)?;
    tally.add(count);
    if success && count.failed == 0 { Ok(()) } else { Err(format!("failed: {command:?}").into()) }
}
