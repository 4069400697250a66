//! Packs: checked TOML in, one JSON a pack out, for the functions' layer and for the site, which has each in
//! English too.

use crate::command::Outcome;
use crate::{config, released};
use domain::pack::{self, Pack};
use std::fs;
use std::path::{Path, PathBuf};

pub(crate) fn build() -> Outcome<()> {
    for folder in folders()? {
        let pack = pack::load_folder(&folder)?;
        released::check(&folder, &pack)?;
        let json = serde_json::to_string(&pack)?;
        for place in ["layers/packs/packs", "site/packs"] {
            let file = config::target().join(place).join(format!("{}.json", pack.id));
            write_if_changed(&file, json.as_bytes())?;
        }
        let file = config::target().join("site/packs").join(format!("{}.en.json", pack.id));
        write_if_changed(&file, serde_json::to_string(&english(&pack)?)?.as_bytes())?;
    }
    Ok(())
}

/// A pack that speaks English says everything in English.
fn english(pack: &Pack) -> Outcome<Pack> {
    let missing = pack::untranslated(pack);
    if pack.english.is_empty() || missing.is_empty() {
        return Ok(pack::in_english(pack));
    }
    let lines: Vec<String> = missing.iter().map(|text| format!("{text:?} = \"…\"")).collect();
    Err(format!("{}：`[english]` 缺少这些行：\n{}", pack.id, lines.join("\n")).into())
}

/// Every fault of every named pack; without a name, of all packs.
pub(crate) fn check(named: &[String]) -> Outcome<()> {
    let chosen = if named.is_empty() { folders()? } else { named.iter().map(|name| folder(name)).collect() };
    let n_faulty = chosen.iter().filter(|folder| !is_sound(folder)).count();
    if n_faulty == 0 {
        Ok(())
    } else {
        Err(format!("{} 个包里有 {n_faulty} 个不能用", chosen.len()).into())
    }
}

/// Releases the pack, which from now on stays as it is: a correction is a new version.
pub(crate) fn release(named: &str) -> Outcome<()> {
    let folder = folder(named);
    let pack = pack::load_folder(&folder)?;
    released::check(&folder, &pack)?;
    released::write(&folder, &pack)?;
    println!("{} 已启用，从现在起不能再改", pack.id);
    Ok(())
}

fn is_sound(folder: &Path) -> bool {
    let report = pack::check_folder(folder);
    report.faults.iter().for_each(|fault| println!("错误  {fault}"));
    report.warnings.iter().for_each(|warning| println!("提醒  {warning}"));
    let Some(pack) = report.pack else { return false };
    match released::check(folder, &pack) {
        Ok(()) => {
            println!("通过  {}", summary(&pack));
            true
        }
        Err(error) => {
            println!("错误  {error}");
            false
        }
    }
}

fn summary(pack: &Pack) -> String {
    let (sections, committees) = (pack.sections.len(), pack.committees.len());
    let n_fields: usize = pack.sections.iter().map(|section| section.fields.len()).sum();
    let of_rows = pack.sections.iter().flat_map(|section| &section.groups).map(|group| group.fields.len());
    let n_fields = n_fields + of_rows.sum::<usize>();
    let name = &pack.platform_name;
    format!("{}：{name}，{sections} 个栏目、{n_fields} 个字段、{committees} 个评委会", pack.id)
}

/// A folder, or the name of a pack of the repository.
fn folder(named: &str) -> PathBuf {
    let here = PathBuf::from(named);
    if here.is_dir() { here } else { root().join(named) }
}

fn root() -> PathBuf {
    config::root().join("shared/packs")
}

/// One without a `pack.toml` (the calendars) is no pack.
fn folders() -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(root())? {
        let folder = entry?.path();
        if folder.join("pack.toml").is_file() {
            found.push(folder);
        }
    }
    found.sort();
    Ok(found)
}

/// An unchanged file keeps its time, so that nothing downstream is built again.
pub(crate) fn write_if_changed(path: &Path, bytes: &[u8]) -> Outcome<bool> {
    if fs::read(path).is_ok_and(|had| had == bytes) {
        return Ok(false);
    }
    fs::create_dir_all(path.parent().unwrap_or(Path::new(".")))?;
    fs::write(path, bytes)?;
    Ok(true)
}
