//! Versions: each part of an application as it was handed on, an item a section and one for its scans.

use super::applications::MOST_PARTS;
use super::item::{doc, with_doc};
use super::{Store, StoreError, Stored, keys};
use crate::loaded::Loaded;
use aws_sdk_dynamodb::types::TransactWriteItem;
use domain::form::{Answers, Scan, material};
use domain::ids::{ApplicationId, ScanId};
use domain::pack::{FilledBy, Pack};
use domain::workflow::Application;

const SCANS: &str = "FILES";

/// The answers and scans of one part, or of both.
#[derive(Clone, Debug, Default)]
pub struct Contents {
    pub answers: Answers,
    pub scans: Vec<Scan>,
}

impl Contents {
    /// Puts a part, as another version or the draft has it, in the place of what was there of it.
    pub fn replace(&mut self, pack: &Pack, part: FilledBy, other: Self) {
        let is_of_part = |id: &str| pack.section(id).is_some_and(|section| section.filled_by == part);
        self.answers.retain(|id, _| !is_of_part(id));
        self.scans.retain(|scan| !is_of_part(&scan.place.section));
        self.answers.extend(other.answers.into_iter().filter(|(id, _)| is_of_part(id)));
        self.scans.extend(other.scans.into_iter().filter(|scan| is_of_part(&scan.place.section)));
    }
}

impl Store {
    /// Returns the writes that keep the part as it is now. What is left over is no part of it.
    pub(super) fn put_version(
        &self,
        application: &Application,
        loaded: &Loaded,
        part: FilledBy,
    ) -> Stored<Vec<TransactWriteItem>> {
        let key = |item: &str| keys::version(&application.id, part, application.version_of(part), item);
        let case = loaded.case(application);
        let scans: Vec<&Scan> = material(&case, part).collect();
        // One that was taken back may be there: nobody has read it.
        let mut writes = vec![self.put(with_doc(key(SCANS), &scans)?)?];
        for section in loaded.pack.sections_of(part) {
            let data = loaded.answers.get(&section.id).cloned().unwrap_or_default();
            writes.push(self.put(with_doc(key(&section.id), &data)?)?);
        }
        Ok(writes)
    }

    /// Returns a part as it was handed on for the `number`th time; an empty one where it never was.
    pub async fn version(&self, id: &ApplicationId, part: FilledBy, number: u32) -> Stored<Contents> {
        let (pk, prefix) = keys::version(id, part, number, "");
        let mut contents = Contents::default();
        for item in self.query(&pk, &prefix, MOST_PARTS).await? {
            let name = item.get("sk").and_then(|sk| sk.as_s().ok()?.strip_prefix(&prefix));
            match name.ok_or_else(|| StoreError::Failed("a version's item without a name".into()))? {
                SCANS => contents.scans = doc(&item)?,
                section => {
                    contents.answers.insert(section.to_owned(), doc(&item)?);
                }
            }
        }
        Ok(contents)
    }

    /// Returns the scan as the last version of the part that holds it has it.
    pub async fn scan_of_version(
        &self,
        application: &Application,
        part: FilledBy,
        scan: &ScanId,
    ) -> Stored<Option<Scan>> {
        for number in (1..=application.version_of(part)).rev() {
            let scans: Option<Vec<Scan>> =
                self.get(keys::version(&application.id, part, number, SCANS)).await?;
            let found = scans.into_iter().flatten().find(|held| held.id == *scan);
            if found.is_some() {
                return Ok(found);
            }
        }
        Ok(None)
    }
}
