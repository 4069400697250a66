//! Packs in use stay as they are: `released.toml` beside them holds the digest of each.

use crate::command::Outcome;
use domain::pack::Pack;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};

/// A released pack reads as it did when it was released.
pub(crate) fn check(folder: &Path, pack: &Pack) -> Outcome<()> {
    let list = list_beside(folder);
    let Some((line, digest)) = find(&list, &pack.id) else { return Ok(()) };
    if digest == digest_of(pack)? {
        return Ok(());
    }
    let id = &pack.id;
    let version = next_version(id);
    Err(format!(
        "released.toml:{line}: `{id}` 已经启用，内容却变了，用它申报的人会被按新的规定重新判断。改法：撤回改动，另做\
         一个新版本：文件夹 `{version}`，其中 pack.toml 写 id = \"{version}\"、extends = \"{id}\"、\
         supersedes = \"{id}\"，改的地方写在 `[changes]` 里。"
    )
    .into())
}

pub(crate) fn write(folder: &Path, pack: &Pack) -> Outcome<()> {
    let list = list_beside(folder);
    if find(&list, &pack.id).is_none() {
        let line = format!("{} = \"{}\"\n", pack.id, digest_of(pack)?);
        fs::write(path_beside(folder), list + &line)?;
    }
    Ok(())
}

fn path_beside(folder: &Path) -> PathBuf {
    let folder = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    folder.with_file_name("released.toml")
}

/// No list is an empty one.
fn list_beside(folder: &Path) -> String {
    fs::read_to_string(path_beside(folder)).unwrap_or_default()
}

/// The line, from 1, and the digest of this pack.
fn find<'l>(list: &'l str, id: &str) -> Option<(usize, &'l str)> {
    list.lines().enumerate().find_map(|(index, line)| {
        let (name, digest) = line.split_once('=')?;
        (name.trim() == id).then(|| (index + 1, digest.trim().trim_matches('"')))
    })
}

/// `liuzhou-2020` → `liuzhou-2020-v2` → `liuzhou-2020-v3`.
fn next_version(id: &str) -> String {
    let numbered = id.rsplit_once("-v").and_then(|(name, number)| Some((name, number.parse::<u32>().ok()?)));
    match numbered {
        Some((name, number)) => format!("{name}-v{}", number + 1),
        None => format!("{id}-v2"),
    }
}

/// The digest of what the pack says. The calendar is no part of it: days are added as they are published and hold for
/// everybody. What is empty is none either, so that a key that the format gains later changes no digest.
fn digest_of(pack: &Pack) -> Outcome<String> {
    let mut value = serde_json::to_value(pack)?;
    if let Value::Object(keys) = &mut value {
        keys.remove("calendar");
    }
    drop_empty(&mut value);
    Ok(hex::encode(Sha256::digest(serde_json::to_vec(&value)?)))
}

fn drop_empty(value: &mut Value) {
    match value {
        Value::Object(keys) => {
            keys.values_mut().for_each(drop_empty);
            keys.retain(|_, value| !is_empty(value));
        }
        Value::Array(values) => values.iter_mut().for_each(drop_empty),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Bool(said) => !said,
        Value::Number(number) => number.as_i64() == Some(0),
        Value::String(text) => text.is_empty(),
        Value::Array(values) => values.is_empty(),
        Value::Object(keys) => keys.is_empty(),
    }
}
