//! The content of a cloud at rest, for another cloud to begin with.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset, TimeDelta};
use serde_json::Value as Json;

use crate::cloud::LocalCloud;
use crate::emulators::sns::Message;
use crate::error::Error;

/// A test's first steps take less.
const SOON: TimeDelta = TimeDelta::minutes(10);

/// Tables, objects, messages and time of a cloud; the payment gateway's orders and faults in force are not in it.
pub struct Snapshot {
    tables: BTreeMap<String, Vec<Json>>,
    /// Files below the folder of the buckets.
    objects: Vec<(PathBuf, Vec<u8>)>,
    messages: Vec<Message>,
    now: DateTime<FixedOffset>,
}

impl LocalCloud {
    /// Waits until the stream has caught up, and returns all that the cloud holds.
    pub fn snapshot(&self) -> Result<Snapshot, Error> {
        self.idle()?;
        let tables = self.table_names().iter().map(|name| Ok((name.clone(), self.items(name)?)));
        let tables = tables.collect::<Result<_, Error>>()?;
        let mut objects = Vec::new();
        read_below(self.objects(), Path::new(""), &mut objects)?;
        Ok(Snapshot { tables, objects, messages: self.messages(), now: self.now() })
    }

    /// Takes over all that `snapshot` holds, and its time. What this cloud held before stays unless it is replaced.
    pub fn restore(&self, snapshot: &Snapshot) -> Result<(), Error> {
        self.set_clock(snapshot.now)?;
        for (name, bytes) in &snapshot.objects {
            let file = self.objects().join(name);
            let folder = file.parent().unwrap_or(self.objects());
            std::fs::create_dir_all(folder).map_err(Error::file(folder))?;
            std::fs::write(&file, bytes).map_err(Error::file(&file))?;
        }
        self.replace_messages(&snapshot.messages);
        snapshot.tables.iter().try_for_each(|(table, items)| self.put_items(table, items))
    }

    /// Whether the tables hold what `snapshot` holds, at about the same time.
    pub fn holds_what(&self, snapshot: &Snapshot) -> Result<bool, Error> {
        for (table, items) in &snapshot.tables {
            if self.items(table)? != *items {
                return Ok(false);
            }
        }
        Ok((self.now() - snapshot.now).abs() < SOON)
    }
}

fn read_below(root: &Path, folder: &Path, files: &mut Vec<(PathBuf, Vec<u8>)>) -> Result<(), Error> {
    let whole = root.join(folder);
    for entry in std::fs::read_dir(&whole).map_err(Error::file(&whole))? {
        let entry = entry.map_err(Error::file(&whole))?;
        let (name, path) = (folder.join(entry.file_name()), entry.path());
        if path.is_dir() {
            read_below(root, &name, files)?;
        } else {
            files.push((name, std::fs::read(&path).map_err(Error::file(&path))?));
        }
    }
    Ok(())
}
