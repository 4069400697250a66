//! The browser tests' own needs: npm packages and a Chromium.

use crate::command::{Outcome, run};
use crate::config;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// `playwright test`, with a browser and a world to test in.
pub(crate) fn playwright() -> Outcome<Command> {
    let mut command = Command::new("npx");
    command.args(["playwright", "test"]).current_dir(install()?);
    command.env("CHROMIUM", chromium()?).env("WORLD", config::target().join("debug/zhicheng-world"));
    Ok(command)
}

/// `npm ci` when the lock changed.
fn install() -> Outcome<PathBuf> {
    let folder = config::root().join("tests/browser");
    let lock = fs::read_to_string(folder.join("package-lock.json"))?;
    let stamp = folder.join("node_modules/.stamp");
    if !fs::read_to_string(&stamp).is_ok_and(|had| had == lock) {
        run(Command::new("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(&folder))
            .map_err(|error| format!("needs Node 20 with npm: {error}"))?;
        fs::write(stamp, lock)?;
    }
    Ok(folder)
}

/// The one found, else Playwright's, else Debian's when root.
fn chromium() -> Outcome<PathBuf> {
    if let Some(found) = found() {
        return Ok(found);
    }
    let folder = install()?;
    let installed =
        Command::new("npx").args(["playwright", "install", "chromium"]).current_dir(&folder).status();
    if installed.is_ok_and(|status| status.success())
        && let Some(path) = playwrights_own(&folder)
    {
        return Ok(path);
    }
    println!("安装浏览器 installing Debian's Chromium …");
    run(Command::new("apt-get").args(["update", "-qq"]))?;
    run(Command::new("apt-get").args(["install", "-y", "-qq", "chromium", "fonts-noto-cjk"]))?;
    found()
        .ok_or_else(|| "no Chromium: install one (Debian: apt-get install chromium) or set CHROMIUM".into())
}

fn found() -> Option<PathBuf> {
    if let Some(given) = config::environment("CHROMIUM") {
        return Some(given.into());
    }
    let path = config::environment("PATH")?;
    let folders: Vec<&str> = path.split(':').collect();
    let candidates =
        BROWSERS.iter().flat_map(|name| folders.iter().map(move |folder| PathBuf::from(folder).join(name)));
    candidates.into_iter().find(|candidate| candidate.is_file())
}

fn playwrights_own(folder: &std::path::Path) -> Option<PathBuf> {
    let script = "console.log(require('@playwright/test').chromium.executablePath())";
    let output = Command::new("node").args(["-e", script]).current_dir(folder).output().ok()?;
    let path = PathBuf::from(String::from_utf8_lossy(&output.stdout).trim());
    path.is_file().then_some(path)
}
