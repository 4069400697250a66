//! A pack's TOML files as one policy.

use super::{PackFault, Policy, faults};
use std::fmt::Write as _;

#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    #[error("{file}: {message}")]
    Toml { file: String, message: String },
    #[error("{}", listed(.0))]
    Faults(Vec<PackFault>),
}

/// Reads the files of one pack (name, text); their top-level tables are merged, so an author splits them as
/// he likes. A pack that contradicts itself does not load.
pub fn from_toml(files: &[(String, String)]) -> Result<Policy, LoadError> {
    let mut whole = toml::Table::new();
    for (file, text) in files {
        let table: toml::Table = text.parse().map_err(|error| in_file(file, &error))?;
        for (key, value) in table {
            merge(&mut whole, file, key, value)?;
        }
    }
    let policy: Policy = whole.try_into().map_err(|error| in_file("pack", &error))?;
    let faults = faults(&policy);
    if faults.is_empty() { Ok(policy) } else { Err(LoadError::Faults(faults)) }
}

/// Arrays of tables (`[[sections]]`) may continue in another file.
fn merge(whole: &mut toml::Table, file: &str, key: String, value: toml::Value) -> Result<(), LoadError> {
    match (whole.get_mut(&key), value) {
        (None, value) => {
            whole.insert(key, value);
            Ok(())
        }
        (Some(toml::Value::Array(had)), toml::Value::Array(more)) => {
            had.extend(more);
            Ok(())
        }
        (Some(toml::Value::Table(had)), toml::Value::Table(more)) => {
            had.extend(more);
            Ok(())
        }
        (Some(_), _) => Err(LoadError::Toml {
            file: file.to_owned(),
            message: format!("`{key}` already stands in another file of the pack: keep one"),
        }),
    }
}

fn in_file(file: &str, error: &toml::de::Error) -> LoadError {
    LoadError::Toml { file: file.to_owned(), message: error.to_string() }
}

fn listed(faults: &[PackFault]) -> String {
    let mut text = String::new();
    for fault in faults {
        let _ = writeln!(text, "{}: {}", fault.place, fault.message);
    }
    text
}
