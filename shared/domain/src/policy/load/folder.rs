//! The files that make up a pack: its own, those of the pack it extends, and the calendars it names.

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
    /// 0 in the pack itself, 1 in the one that it extends, and so on.
    pub(super) level: usize,
}

/// The pack's files in the order of their names, then the main files of the packs below, then the calendars from the
/// weakest to the strongest.
pub(super) struct Folder {
    pub(super) files: Vec<File>,
    pub(super) mains: Vec<File>,
    pub(super) calendars: Vec<File>,
    /// The years around the pack's own, each as it is written.
    pub(super) years: BTreeMap<i32, String>,
}

/// As far as a text reaches from the cycle's year: `{cycle_year-99}`.
const MOST_YEARS: i32 = 99;

pub(super) fn read(folder: &Path) -> Result<Folder, Vec<Located>> {
    let mut chain = vec![name_of(folder)];
    let mut files = toml_files(folder, 0).map_err(|fault| vec![fault])?;
    let main = files.get(MAIN_FILE).cloned().ok_or_else(|| vec![no_pack(folder)])?;
    let (mut mains, mut youngest, mut faults) = (Vec::new(), main.clone(), Vec::new());
    while let Some(base) = word(&youngest, "extends") {
        let beside = folder.with_file_name(&base);
        check_base(&beside, &base, &chain, &youngest).map_err(|fault| vec![fault])?;
        for (name, file) in toml_files(&beside, chain.len()).map_err(|fault| vec![fault])? {
            if name == MAIN_FILE {
                youngest = file;
            } else if let Some(over) = files.get(&name) {
                faults.extend(says_nothing(over, &file));
            } else {
                files.insert(name, file);
            }
        }
        mains.push(youngest.clone());
        chain.push(base);
    }
    versions::check(folder, &main).map_err(|fault| vec![fault])?;
    if !faults.is_empty() {
        return Err(faults);
    }
    Ok(Folder {
        files: files.into_values().collect(),
        mains,
        calendars: calendars(folder, &main)?,
        years: years(&main),
    })
}

/// A file of the same name replaces the one below it; an empty one would take it away unsaid.
fn says_nothing(over: &File, below: &File) -> Option<Located> {
    let table: toml::Table = over.text.parse().ok()?;
    let what = format!("这个文件没有内容，却会把 {} 整个替换掉", below.shown);
    let remedy = "删除这个文件；如果要去掉里面的栏目，在 policy.toml 里写 `without = [\"栏目的 id\"]`";
    table.is_empty().then(|| Located::outside(&over.shown, what, remedy))
}

fn years(main: &File) -> BTreeMap<i32, String> {
    let year = value(main, "cycle_year").and_then(|year| year.as_integer());
    let Some(year) = year.and_then(|year| i32::try_from(year).ok()) else { return BTreeMap::new() };
    let around = -MOST_YEARS..=MOST_YEARS;
    around.filter_map(|by| Some((by, year.checked_add(by)?.to_string()))).collect()
}

fn check_base(beside: &Path, base: &String, chain: &[String], main: &File) -> Result<(), Located> {
    if chain.contains(base) {
        let what = format!("几个包互相继承，成了一个圈：{} → {base}", chain.join(" → "));
        return Err(in_line_of("extends", main, what, "让其中一个包不再写 `extends`"));
    }
    if !beside.join(MAIN_FILE).is_file() {
        let what = format!("`extends` 写的是 `{base}`，旁边没有这个包");
        return Err(in_line_of("extends", main, what, "写同一目录下另一个包的文件夹名"));
    }
    Ok(())
}

/// `calendars/<name>.toml` beside the pack for every name in `calendars = [ … ]`.
fn calendars(folder: &Path, main: &File) -> Result<Vec<File>, Vec<Located>> {
    let beside = folder.with_file_name("calendars");
    let known = toml_files(&beside, 0).unwrap_or_default();
    let (mut found, mut faults) = (Vec::new(), Vec::new());
    for name in words(main, "calendars") {
        match known.get(&format!("{name}.toml")) {
            Some(file) => found.push(file.clone()),
            None => {
                let what = format!("没有名为 `{name}` 的日历");
                let names: Vec<&str> = known.keys().map(|file| file.trim_end_matches(".toml")).collect();
                let remedy = format!("写 {} 中的一个，或者新建 calendars/{name}.toml", names.join("、"));
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
    Some(File { shown: format!("{}/{MAIN_FILE}", name_of(folder)), text, level: 0 })
}

fn toml_files(folder: &Path, level: usize) -> Result<BTreeMap<String, File>, Located> {
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

fn no_pack(folder: &Path) -> Located {
    let what = format!("这个文件夹里没有 {MAIN_FILE}，不是一个包");
    Located::outside(&name_of(folder), what, "写一个有 policy.toml 的文件夹")
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
