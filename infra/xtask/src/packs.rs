//! Packs: checked TOML in, one JSON a pack out, for the functions' layer and for the site, which has each in
//! English too.

use crate::command::Outcome;
use crate::{config, released};
use domain::policy::{self, Policy};
use std::fs;
use std::path::{Path, PathBuf};

pub(crate) fn build() -> Outcome<()> {
    for folder in folders()? {
        let policy = policy::load_folder(&folder)?;
        released::check(&folder, &policy)?;
        let json = serde_json::to_string(&policy)?;
        for place in ["layers/policies/policies", "site/policies"] {
            let file = config::target().join(place).join(format!("{}.json", policy.id));
            write_if_changed(&file, json.as_bytes())?;
        }
        let file = config::target().join("site/policies").join(format!("{}.en.json", policy.id));
        write_if_changed(&file, serde_json::to_string(&english(&policy)?)?.as_bytes())?;
    }
    Ok(())
}

/// A pack that speaks English says everything in English.
fn english(policy: &Policy) -> Outcome<Policy> {
    let missing = policy::untranslated(policy);
    if policy.english.is_empty() || missing.is_empty() {
        return Ok(policy::in_english(policy));
    }
    let lines: Vec<String> = missing.iter().map(|text| format!("{text:?} = \"…\"")).collect();
    Err(format!("{}：`[english]` 缺少这些行：\n{}", policy.id, lines.join("\n")).into())
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
    let policy = policy::load_folder(&folder)?;
    released::check(&folder, &policy)?;
    released::write(&folder, &policy)?;
    println!("{} 已启用，从现在起不能再改", policy.id);
    Ok(())
}

fn is_sound(folder: &Path) -> bool {
    let report = policy::check_folder(folder);
    report.faults.iter().for_each(|fault| println!("错误  {fault}"));
    report.warnings.iter().for_each(|warning| println!("提醒  {warning}"));
    let Some(policy) = report.policy else { return false };
    match released::check(folder, &policy) {
        Ok(()) => {
            println!("通过  {}", summary(&policy));
            true
        }
        Err(error) => {
            println!("错误  {error}");
            false
        }
    }
}

fn summary(policy: &Policy) -> String {
    let (sections, committees) = (policy.sections.len(), policy.committees.len());
    let n_fields: usize = policy.sections.iter().map(|section| section.fields.len()).sum();
    let of_rows = policy.sections.iter().flat_map(|section| &section.groups).map(|group| group.fields.len());
    let n_fields = n_fields + of_rows.sum::<usize>();
    let name = &policy.platform_name;
    format!("{}：{name}，{sections} 个栏目、{n_fields} 个字段、{committees} 个评委会", policy.id)
}

/// A folder, or the name of a pack of the repository.
fn folder(named: &str) -> PathBuf {
    let here = PathBuf::from(named);
    if here.is_dir() { here } else { root().join(named) }
}

fn root() -> PathBuf {
    config::root().join("shared/policies")
}

/// One without a `policy.toml` (the calendars) is no pack.
fn folders() -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(root())? {
        let folder = entry?.path();
        if folder.join("policy.toml").is_file() {
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
