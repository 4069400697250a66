//! A pack's folder as one checked pack.

mod edits;
mod file;
mod fill;
mod folder;
mod located;
mod named;
mod place;
mod read;
mod sources;
mod versions;

pub use located::Located;

use super::{Pack, PackFault, faults, warnings};
use sources::Sources;
use std::fmt::Write as _;
use std::path::Path;

/// A pack with a fault does not load; all its faults together.
#[derive(Debug, thiserror::Error)]
#[error("{}", listed(.0))]
pub struct LoadError(pub Vec<Located>);

/// The answer to a pack's author.
#[derive(Debug)]
pub struct Report {
    /// None if there is a fault.
    pub pack: Option<Pack>,
    pub faults: Vec<Located>,
    /// Contents that are allowed and will be in the way one day.
    pub warnings: Vec<Located>,
}

/// Reads the TOML files of one pack: its own, those of the pack that it `extends` and the `calendars` that it names,
/// both beside it.
pub fn load_folder(path: impl AsRef<Path>) -> Result<Pack, LoadError> {
    let report = check_folder(path);
    report.pack.ok_or(LoadError(report.faults))
}

pub fn check_folder(path: impl AsRef<Path>) -> Report {
    let path = path.as_ref();
    let path = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    match folder::read(&path) {
        Ok(folder) => check(&file::name_of(&path), &Sources::of(&folder)),
        Err(faults) => Report { pack: None, faults, warnings: Vec::new() },
    }
}

fn check(name: &str, sources: &Sources<'_>) -> Report {
    let refused = |faults| Report { pack: None, faults, warnings: Vec::new() };
    let mut parts = match sources.parts() {
        Ok(parts) => parts,
        Err(faults) => return refused(faults),
    };
    let mut found = fill::fill(&mut parts, sources);
    let without = edits::dropped(&parts);
    found.extend(edits::apply(&mut parts, sources));
    found.extend(named::expand(&mut parts.tree, &parts.conditions, sources));
    if !found.is_empty() {
        return refused(found);
    }
    let tree = parts.tree;
    let located = |fault: PackFault| sources.located(place::span_of(&tree, &fault.place), fault);
    let (pack, mut found) = read::pack(tree.clone(), sources);
    let pack = pack.map(|pack| Pack { without, ..pack });
    let mut warned = Vec::new();
    if let Some(pack) = &pack {
        if pack.id != name {
            let what = format!("`id` 是 `{}`，文件夹名是 `{name}`", pack.id);
            found.push(located(PackFault::new("id", what, "两处写成一样")));
        }
        found.extend(faults(pack).into_iter().map(located));
        warned.extend(warnings(pack).into_iter().map(located));
    }
    Report { pack: pack.filter(|_| found.is_empty()), faults: found, warnings: warned }
}

fn listed(faults: &[Located]) -> String {
    let mut text = String::new();
    for fault in faults {
        let _ = writeln!(text, "{fault}");
    }
    text.truncate(text.trim_end().len());
    text
}
