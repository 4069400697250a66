//! The packs of the layer, each read once.

use crate::error::ApiResult;
use api::refusal::ApiRefusal;
use domain::pack::Pack;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

#[derive(Clone, Debug, Default)]
pub struct Packs {
    by_id: BTreeMap<String, Arc<Pack>>,
}

impl Packs {
    /// Every `<id>.json` of the directory, as `cargo xtask build` wrote them. Panics on one that contradicts
    /// itself: no request is answered by half a rule.
    pub fn load(dir: &str) -> Self {
        let files = std::fs::read_dir(dir).unwrap_or_else(|error| panic!("packs in {dir}: {error}"));
        let paths = files.filter_map(|file| Some(file.ok()?.path()));
        let packs = paths.filter(|path| path.extension().is_some_and(|extension| extension == "json"));
        Self { by_id: packs.map(|path| read(&path)).map(|pack| (pack.id.clone(), Arc::new(pack))).collect() }
    }

    pub fn get(&self, id: &str) -> ApiResult<Arc<Pack>> {
        self.by_id.get(id).cloned().ok_or_else(|| ApiRefusal::UnknownPack.into())
    }

    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.by_id.keys().map(String::as_str)
    }

    /// The id under which a pack's batch is kept: its first version's.
    pub fn batch_id<'a>(&'a self, id: &'a str) -> &'a str {
        let before = |id: &str| self.by_id.get(id).and_then(|pack| pack.supersedes.as_deref());
        std::iter::successors(Some(id), |id| before(id)).last().unwrap_or(id)
    }

    /// Returns the version of this pack that no other supersedes: a new application starts under it.
    pub fn newest_version(&self, id: &str) -> ApiResult<Arc<Pack>> {
        let after = |id: &str| {
            self.by_id.values().find(|pack| pack.supersedes.as_deref() == Some(id)).map(|pack| &*pack.id)
        };
        self.get(std::iter::successors(Some(id), |id| after(id)).last().unwrap_or(id))
    }

    /// Returns the pack of the latest cycle, for texts that belong to no application.
    pub fn newest(&self) -> Arc<Pack> {
        let newest = self.by_id.values().max_by_key(|pack| pack.cycle_year);
        newest.cloned().expect("the layer holds at least one pack")
    }
}

fn read(path: &Path) -> Pack {
    let text = std::fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let pack = serde_json::from_slice(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let faults: Vec<String> = domain::pack::faults(&pack).iter().map(ToString::to_string).collect();
    assert!(faults.is_empty(), "{}: {}", path.display(), faults.join("\n"));
    pack
}
