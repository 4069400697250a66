//! A correction of a pack in use is a new pack that `supersedes` it: one line of versions, in one year.

use super::folder::{File, in_line_of, main_file, name_of, value, word};
use super::located::Located;
use std::fs;
use std::path::{Path, PathBuf};

pub(super) fn check(folder: &Path, main: &File) -> Result<(), Located> {
    let Some(before) = word(main, "supersedes") else { return Ok(()) };
    let refuse = |what: String, remedy: &str| Err(in_line_of("supersedes", main, what, remedy));
    let Some(earlier) = main_file(&folder.with_file_name(&before)) else {
        let what = format!("`supersedes` names `{before}`, and there is no such pack beside this one");
        return refuse(what, "write the name of the version before this one");
    };
    if value(&earlier, "cycle_year") != value(main, "cycle_year") {
        let what = format!("`{before}` is of another year: this is no version of it");
        return refuse(what, "delete `supersedes`; write `based_on` to take over its files");
    }
    let mut chain = vec![name_of(folder), before.clone()];
    let mut oldest = earlier;
    while let Some(next) = word(&oldest, "supersedes") {
        let is_circle = chain.contains(&next);
        chain.push(next.clone());
        if is_circle {
            let what = format!("packs supersede each other in a circle: {}", chain.join(" → "));
            return refuse(what, "delete the line in the first version");
        }
        let Some(file) = main_file(&folder.with_file_name(&next)) else { break };
        oldest = file;
    }
    match neighbours(folder).iter().find(|other| supersedes(other, &before)) {
        Some(other) => {
            let what = format!("`{before}` is also superseded by `{}`", name_of(other));
            refuse(what, "let the newer one supersede the older one")
        }
        None => Ok(()),
    }
}

fn neighbours(folder: &Path) -> Vec<PathBuf> {
    let Some(entries) = folder.parent().and_then(|packs| fs::read_dir(packs).ok()) else { return Vec::new() };
    let mut folders: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    folders.retain(|other| other != folder);
    folders.sort();
    folders
}

fn supersedes(pack: &Path, before: &str) -> bool {
    main_file(pack).and_then(|main| word(&main, "supersedes")).is_some_and(|named| named == before)
}
