//! Packs: checked TOML in, one JSON a pack out, for the functions' layer and for the site.

use crate::command::Outcome;
use crate::config;
use domain::policy;
use std::fs;
use std::path::Path;

pub(crate) fn build() -> Outcome<()> {
    for folder in fs::read_dir(config::root().join("shared/policies"))? {
        let folder = folder?.path();
        if folder.is_dir() {
            let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let json = pack(&folder).map_err(|error| format!("shared/policies/{name}: {error}"))?;
            for place in ["layers/policies/policies", "site/policies"] {
                write_if_changed(
                    &config::target().join(place).join(format!("{name}.json")),
                    json.as_bytes(),
                )?;
            }
        }
    }
    Ok(())
}

fn pack(folder: &Path) -> Outcome<String> {
    let mut files = Vec::new();
    for file in fs::read_dir(folder)? {
        let path = file?.path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            files.push((name, fs::read_to_string(&path)?));
        }
    }
    files.sort();
    Ok(serde_json::to_string(&policy::from_toml(&files)?)?)
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
