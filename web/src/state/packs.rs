//! The packs that were read: each is fetched once in each language.

use domain::pack::{Pack, Section};
use std::collections::BTreeMap;
use std::rc::Rc;
use yew::prelude::*;

use crate::api::ApiError;

pub type ReadPack = Result<Rc<Pack>, ApiError>;

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

    /// The name of the platform in the language whose files `file_of` names, once a pack was read: all packs of a
    /// platform name it alike.
    pub fn platform_name(&self, file_of: fn(&str) -> String) -> Option<&str> {
        self.in_language(file_of).next().map(|pack| pack.platform_name.as_str())
    }

    /// The section as the packs in that language call it, unless they differ.
    pub fn section(&self, id: &str, file_of: fn(&str) -> String) -> Option<&Section> {
        let mut sections = self.in_language(file_of).filter_map(|pack| pack.section(id));
        let first = sections.next()?;
        let is_alike = |other: &Section| (&other.number, &other.title) == (&first.number, &first.title);
        sections.all(is_alike).then_some(first)
    }

    fn in_language(&self, file_of: fn(&str) -> String) -> impl Iterator<Item = &Rc<Pack>> {
        let read = self.by_file.iter().filter_map(|(file, pack)| Some((file, pack.as_ref().ok()?)));
        read.filter(move |(file, pack)| **file == file_of(&pack.id)).map(|(_, pack)| pack)
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

    #[test]
    fn a_pack_in_the_language_that_is_asked_for_names_the_platform() {
        let chinese: fn(&str) -> String = str::to_owned;
        let unread = Rc::new(Packs::default());
        assert_eq!(unread.platform_name(chinese), None);
        let (file, pack) = ("example-city-2026".to_owned(), Ok(example_city()));
        let packs = unread.reduce(PackArrived { file, pack });
        assert_eq!(packs.platform_name(chinese), Some("清河市职称申报服务平台"));
        assert_eq!(packs.section("basic_info", chinese).map(|section| section.number.as_str()), Some("1"));
        assert_eq!(packs.section("unknown", chinese), None);
        assert_eq!(packs.platform_name(|id| format!("{id}.en")), None);
    }
}
