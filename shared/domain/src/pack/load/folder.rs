//! The files that make up a pack: its own, those of the pack it extends, and the calendars it names.

use super::file::{File, MAIN_FILE, in_line_of, name_of, toml_files, value, word, words};
use super::located::Located;
use super::versions;
use std::collections::BTreeMap;
use std::path::Path;

/// The pack's files in the order of their names, then the main files of the packs below, then the calendars from the
/// weakest to the strongest.
pub(super) struct Folder {
    pub(super) files: Vec<File>,
    pub(super) mains: Vec<File>,
    pub(super) calendars: Vec<File>,
    /// The years around the pack's own, each as it is written.
    pub(super) years: BTreeMap<i32, String>,
}

/// The most years a text may reach from the cycle's: `{cycle_year-99}`.
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
    let remedy = "删除这个文件；如果要去掉里面的栏目，在 pack.toml 里写 `without = [\"栏目的 id\"]`";
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

fn no_pack(folder: &Path) -> Located {
    let what = format!("这个文件夹里没有 {MAIN_FILE}，不是一个包");
    Located::outside(&name_of(folder), what, "写一个有 pack.toml 的文件夹")
}
