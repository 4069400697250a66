//! A pack's folder as one checked policy.

mod folder;
mod located;
mod place;
mod read;
mod sources;
mod versions;

pub use located::Located;

use super::{PackFault, Policy, faults, warnings};
use sources::Sources;
use std::fmt::Write as _;
use std::path::Path;

/// A pack with a fault does not load; all its faults together.
#[derive(Debug, thiserror::Error)]
#[error("{}", listed(.0))]
pub struct LoadError(pub Vec<Located>);

/// What a pack's author wants to know of it.
#[derive(Debug)]
pub struct Report {
    /// None if there is a fault.
    pub policy: Option<Policy>,
    pub faults: Vec<Located>,
    /// What is allowed and will be in the way one day.
    pub warnings: Vec<Located>,
}

/// Reads the TOML files of one pack: its own, those of the pack it is `based_on` and the `calendars` that it
/// names, both beside it.
pub fn load_folder(path: impl AsRef<Path>) -> Result<Policy, LoadError> {
    let report = check_folder(path);
    report.policy.ok_or(LoadError(report.faults))
}

pub fn check_folder(path: impl AsRef<Path>) -> Report {
    let path = path.as_ref();
    let path = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    match folder::read(&path) {
        Ok(folder) => check(&folder::name_of(&path), &Sources::of(&folder)),
        Err(faults) => Report { policy: None, faults, warnings: Vec::new() },
    }
}

fn check(name: &str, sources: &Sources<'_>) -> Report {
    let tree = match sources.tree() {
        Ok(tree) => tree,
        Err(faults) => return Report { policy: None, faults, warnings: Vec::new() },
    };
    let located = |fault: PackFault| sources.located(place::span_of(&tree, &fault.place), fault);
    let (policy, mut found) = read::policy(tree.clone(), sources);
    let mut warned = Vec::new();
    if let Some(policy) = &policy {
        if policy.id != name {
            let what = format!("`id` is `{}` and the folder `{name}`", policy.id);
            found.push(located(PackFault::new("id", what, "give both the same name")));
        }
        found.extend(faults(policy).into_iter().map(located));
        warned.extend(warnings(policy).into_iter().map(located));
    }
    Report { policy: policy.filter(|_| found.is_empty()), faults: found, warnings: warned }
}

fn listed(faults: &[Located]) -> String {
    let mut text = String::new();
    for fault in faults {
        let _ = writeln!(text, "{fault}");
    }
    text.truncate(text.trim_end().len());
    text
}
