//! Which files make up a pack: its own, those of the pack it is based on, and the calendars it names.

use super::located::Located;
use super::versions;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

pub(super) const MAIN_FILE: &str = "policy.toml";

/// One file as it stands on the disk.
#[derive(Clone)]
pub(super) struct File {
    /// `liuzhou-2020/policy.toml`: folder and name, as faults are told.
    pub(super) shown: String,
    pub(super) text: String,
}

/// The pack's files in the order of their names, then the calendars from the weakest to the strongest.
pub(super) struct Folder {
    pub(super) files: Vec<File>,
    pub(super) calendars: Vec<File>,
}

pub(super) fn read(folder: &Path) -> Result<Folder, Vec<Located>> {
    let mut chain = vec![name_of(folder)];
    let mut files = toml_files(folder).map_err(|fault| vec![fault])?;
    let main = files.get(MAIN_FILE).cloned().ok_or_else(|| vec![no_pack(folder)])?;
    let mut youngest = main.clone();
    while let Some(base) = word(&youngest, "based_on") {
        let beside = folder.with_file_name(&base);
        check_base(&beside, &base, &chain, &youngest).map_err(|fault| vec![fault])?;
        for (name, file) in toml_files(&beside).map_err(|fault| vec![fault])? {
            if name == MAIN_FILE {
                youngest = file;
            } else {
                files.entry(name).or_insert(file);
            }
        }
        chain.push(base);
    }
    versions::check(folder, &main).map_err(|fault| vec![fault])?;
    let files = files.into_values().filter(|file| !file.text.trim().is_empty()).collect();
    Ok(Folder { files, calendars: calendars(folder, &main)? })
}

fn check_base(beside: &Path, base: &String, chain: &[String], main: &File) -> Result<(), Located> {
    if chain.contains(base) {
        let what = format!("packs are based on each other in a circle: {} → {base}", chain.join(" → "));
        return Err(in_line_of("based_on", main, what, "let one of them stand on its own"));
    }
    if !beside.join(MAIN_FILE).is_file() {
        let what = format!("`based_on` names `{base}`, and there is no such pack beside this one");
        return Err(in_line_of("based_on", main, what, "write the name of a neighbouring folder"));
    }
    Ok(())
}

/// `calendars/<name>.toml` beside the pack for every name in `calendars = [ … ]`.
fn calendars(folder: &Path, main: &File) -> Result<Vec<File>, Vec<Located>> {
    let beside = folder.with_file_name("calendars");
    let known = toml_files(&beside).unwrap_or_default();
    let (mut found, mut faults) = (Vec::new(), Vec::new());
    for name in words(main, "calendars") {
        match known.get(&format!("{name}.toml")) {
            Some(file) => found.push(file.clone()),
            None => {
                let what = format!("no calendar `{name}` beside the packs");
                let names: Vec<&str> = known.keys().map(|file| file.trim_end_matches(".toml")).collect();
                let remedy = format!("write one of {}, or add calendars/{name}.toml", names.join(", "));
                faults.push(in_line_of("calendars", main, what, &remedy));
            }
        }
    }
    if faults.is_empty() { Ok(found) } else { Err(faults) }
}

pub(super) fn name_of(folder: &Path) -> String {
    folder.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The main file of the pack in this folder, if it is one.
pub(super) fn main_file(folder: &Path) -> Option<File> {
    let text = fs::read_to_string(folder.join(MAIN_FILE)).ok()?;
    Some(File { shown: format!("{}/{MAIN_FILE}", name_of(folder)), text })
}

fn toml_files(folder: &Path) -> Result<BTreeMap<String, File>, Located> {
    let unreadable =
        |error: std::io::Error| Located::outside(&name_of(folder), error.to_string(), "name a pack's folder");
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            let name = name_of(&path);
            let shown = format!("{}/{name}", name_of(folder));
            let text = fs::read_to_string(&path)
                .map_err(|error| Located::outside(&shown, error.to_string(), "save the file as UTF-8"))?;
            files.insert(name, File { shown, text });
        }
    }
    Ok(files)
}

fn no_pack(folder: &Path) -> Located {
    let what = format!("no {MAIN_FILE} in this folder: it is no pack");
    Located::outside(&name_of(folder), what, "name a folder with a policy.toml")
}

pub(super) fn in_line_of(key: &str, main: &File, what: String, remedy: &str) -> Located {
    let line = main.text.lines().position(|line| line.trim_start().starts_with(key));
    Located { line: line.map(|index| index + 1), ..Located::outside(&main.shown, what, remedy) }
}

/// Nothing if the file is not TOML: that is told when all files are read.
pub(super) fn value(main: &File, key: &str) -> Option<toml::Value> {
    let mut table: toml::Table = main.text.parse().ok()?;
    table.remove(key)
}

pub(super) fn word(main: &File, key: &str) -> Option<String> {
    Some(value(main, key)?.as_str()?.to_owned())
}

fn words(main: &File, key: &str) -> Vec<String> {
    let list = value(main, key).and_then(|value| value.as_array().cloned()).unwrap_or_default();
    list.iter().filter_map(|word| Some(word.as_str()?.to_owned())).collect()
}
