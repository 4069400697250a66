//! The policy packs that were read: each is fetched once in each language.

use domain::policy::Policy;
use std::collections::BTreeMap;
use std::rc::Rc;
use yew::prelude::*;

use crate::api::ApiError;

pub type ReadPack = Result<Rc<Policy>, ApiError>;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Packs {
    by_file: BTreeMap<String, ReadPack>,
}

pub struct PackArrived {
    /// `liuzhou-2020`, or `liuzhou-2020.en`.
    pub file: String,
    pub pack: ReadPack,
}

pub type PackCache = UseReducerHandle<Packs>;

impl Packs {
    pub fn get(&self, file: &str) -> Option<ReadPack> {
        self.by_file.get(file).cloned()
    }
}

impl Reducible for Packs {
    type Action = PackArrived;

    fn reduce(self: Rc<Self>, PackArrived { file, pack }: PackArrived) -> Rc<Self> {
        let mut packs = Self::clone(&self);
        packs.by_file.insert(file, pack);
        Rc::new(packs)
    }
}
