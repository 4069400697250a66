//! A correction of a pack in use is a new pack that `supersedes` it: one line of versions, in one year.

use super::file::{File, in_line_of, main_file, name_of, value, word};
use super::located::Located;
use std::fs;
use std::path::{Path, PathBuf};

pub(super) fn check(folder: &Path, main: &File) -> Result<(), Located> {
    let Some(before) = word(main, "supersedes") else { return Ok(()) };
    let refuse = |what: String, remedy: &str| Err(in_line_of("supersedes", main, what, remedy));
    let Some(earlier) = main_file(&folder.with_file_name(&before)) else {
        let what = format!("`supersedes` 写的是 `{before}`，旁边没有这个包");
        return refuse(what, "写上一个版本的文件夹名");
    };
    if value(&earlier, "cycle_year") != value(main, "cycle_year") {
        let what = format!("`{before}` 是另一个年度的包，本包不是它的新版本");
        return refuse(what, "删除 `supersedes`；要沿用它的内容，写 `extends`");
    }
    let mut chain = vec![name_of(folder), before.clone()];
    let mut oldest = earlier;
    while let Some(next) = word(&oldest, "supersedes") {
        let is_circle = chain.contains(&next);
        chain.push(next.clone());
        if is_circle {
            let what = format!("几个包互相取代，成了一个圈：{}", chain.join(" → "));
            return refuse(what, "删除最早那个版本里的这一行");
        }
        let Some(file) = main_file(&folder.with_file_name(&next)) else { break };
        oldest = file;
    }
    match neighbours(folder).iter().find(|other| supersedes(other, &before)) {
        Some(other) => {
            let what = format!("`{before}` 已经被 `{}` 取代", name_of(other));
            refuse(what, "让较新的一个取代较旧的一个")
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
