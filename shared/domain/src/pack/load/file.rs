//! One file of a pack, and the few keys that are read of it before all files are.

use super::located::Located;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

pub(super) const MAIN_FILE: &str = "pack.toml";

/// One file as it stands on the disk.
#[derive(Clone)]
pub(super) struct File {
    /// `liuzhou-2020/pack.toml`: folder and name, as faults are told.
    pub(super) shown: String,
    pub(super) text: String,
    /// 0 in the pack itself, 1 in the one that it extends, and so on.
    pub(super) level: usize,
}

pub(super) fn name_of(folder: &Path) -> String {
    folder.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The main file of the pack in this folder, if it is one.
pub(super) fn main_file(folder: &Path) -> Option<File> {
    let text = fs::read_to_string(folder.join(MAIN_FILE)).ok()?;
    Some(File { shown: format!("{}/{MAIN_FILE}", name_of(folder)), text, level: 0 })
}

pub(super) fn toml_files(folder: &Path, level: usize) -> Result<BTreeMap<String, File>, Located> {
    let unreadable = |error: std::io::Error| {
        Located::outside(&name_of(folder), format!("读不出来（{error}）"), "写一个包的文件夹")
    };
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            let name = name_of(&path);
            let shown = format!("{}/{name}", name_of(folder));
            let text = fs::read_to_string(&path).map_err(|error| {
                Located::outside(&shown, format!("读不出来（{error}）"), "把文件另存为 UTF-8 编码")
            })?;
            files.insert(name, File { shown, text, level });
        }
    }
    Ok(files)
}

pub(super) fn in_line_of(key: &str, main: &File, what: String, remedy: &str) -> Located {
    let line = main.text.lines().position(|line| line.trim_start().starts_with(key));
    Located { line: line.map(|index| index + 1), ..Located::outside(&main.shown, what, remedy) }
}

/// Returns the value of a key; none if the file is not TOML, which is told when all files are read.
pub(super) fn value(main: &File, key: &str) -> Option<toml::Value> {
    let mut table: toml::Table = main.text.parse().ok()?;
    table.remove(key)
}

pub(super) fn word(main: &File, key: &str) -> Option<String> {
    Some(value(main, key)?.as_str()?.to_owned())
}

pub(super) fn words(main: &File, key: &str) -> Vec<String> {
    let list = value(main, key).and_then(|value| value.as_array().cloned()).unwrap_or_default();
    list.iter().filter_map(|word| Some(word.as_str()?.to_owned())).collect()
}
