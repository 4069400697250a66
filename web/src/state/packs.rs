//! The policy packs that were read: each is fetched once in each language.

use domain::policy::{Policy, Section};
use std::collections::BTreeMap;
use std::rc::Rc;
use yew::prelude::*;

use crate::api::ApiError;
use crate::texts::pack_file;

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

    /// As the packs in the language of the page call it, once one was read: all packs of a platform name it alike.
    pub fn platform_name(&self) -> Option<&str> {
        self.in_language().next().map(|pack| pack.platform_name.as_str())
    }

    /// The category as the packs in the language of the page call it, unless they differ.
    pub fn section(&self, id: &str) -> Option<&Section> {
        let mut sections = self.in_language().filter_map(|pack| pack.section(id));
        let first = sections.next()?;
        let is_alike = |other: &Section| (&other.number, &other.title) == (&first.number, &first.title);
        sections.all(is_alike).then_some(first)
    }

    fn in_language(&self) -> impl Iterator<Item = &Rc<Policy>> {
        let read = self.by_file.iter().filter_map(|(file, pack)| Some((file, pack.as_ref().ok()?)));
        read.filter(|(file, pack)| **file == pack_file(&pack.id)).map(|(_, pack)| pack)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::example_city;
    use crate::texts::{Language, set_language};

    #[test]
    fn a_pack_in_the_language_of_the_page_names_the_platform() {
        let unread = Rc::new(Packs::default());
        assert_eq!(unread.platform_name(), None);
        let (file, pack) = ("example-city-2026".to_owned(), Ok(example_city()));
        let packs = unread.reduce(PackArrived { file, pack });
        assert_eq!(packs.platform_name(), Some("清河市职称申报服务平台"));
        assert_eq!(packs.section("basic_info").map(|section| section.number.as_str()), Some("1"));
        assert_eq!(packs.section("unknown"), None);
        set_language(Language::English);
        assert_eq!(packs.platform_name(), None);
        set_language(Language::Chinese);
    }
}
