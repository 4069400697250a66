//! The policy packs that were read: each is fetched once.

use domain::policy::Policy;
use std::collections::BTreeMap;
use std::rc::Rc;
use yew::prelude::*;

use crate::api::ApiError;

pub type ReadPack = Result<Rc<Policy>, ApiError>;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Packs {
    by_id: BTreeMap<String, ReadPack>,
}

pub struct PackArrived {
    pub id: String,
    pub pack: ReadPack,
}

pub type PackCache = UseReducerHandle<Packs>;

impl Packs {
    pub fn get(&self, id: &str) -> Option<ReadPack> {
        self.by_id.get(id).cloned()
    }
}

impl Reducible for Packs {
    type Action = PackArrived;

    fn reduce(self: Rc<Self>, PackArrived { id, pack }: PackArrived) -> Rc<Self> {
        let mut packs = Self::clone(&self);
        packs.by_id.insert(id, pack);
        Rc::new(packs)
    }
}
