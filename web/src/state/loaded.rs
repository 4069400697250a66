//! An application as the pages hold it: what the server sent, with its pack, ready to be judged.

use api::applications::{ApplicationView, StoredSection};
use domain::form::{Answers, Case, Scan, SectionData};
use domain::ids::ScanId;
use domain::pack::Pack;
use domain::workflow::Application;
use std::rc::Rc;

#[derive(Clone, Debug)]
pub struct Loaded {
    pub view: Rc<ApplicationView>,
    pub pack: Rc<Pack>,
    /// The data of `view.sections` as the rules read it; of a section that is edited, what is typed.
    pub answers: Answers,
}

impl PartialEq for Loaded {
    fn eq(&self, other: &Self) -> bool {
        let same_view = Rc::ptr_eq(&self.view, &other.view) || self.view == other.view;
        Rc::ptr_eq(&self.pack, &other.pack) && same_view && self.answers == other.answers
    }
}

impl Loaded {
    pub fn new(view: ApplicationView, pack: Rc<Pack>) -> Self {
        let answers = view.sections.iter().map(|(id, stored)| (id.clone(), stored.data.clone())).collect();
        Self { view: Rc::new(view), pack, answers }
    }

    pub fn with_case<R>(&self, judge: impl FnOnce(&Case<'_>) -> R) -> R {
        let case = Case::new(&self.pack, &self.answers, &self.view.scans, self.view.today);
        judge(&case.of(&self.view.application))
    }

    /// The section as stored; empty at revision 0 before its first save.
    pub fn stored(&self, section: &str) -> StoredSection {
        self.view.sections.get(section).cloned().unwrap_or_default()
    }

    pub fn with_section(&self, id: &str, stored: StoredSection) -> Self {
        let mut next = self.clone();
        next.answers.insert(id.to_owned(), stored.data.clone());
        Rc::make_mut(&mut next.view).sections.insert(id.to_owned(), stored);
        next
    }

    /// With the section as it is typed, not as it was saved.
    pub fn typed(&self, id: &str, data: SectionData) -> Self {
        let others = self.answers.iter().filter(|(other, _)| *other != id);
        let others = others.map(|(other, data)| (other.clone(), data.clone()));
        let answers = others.chain([(id.to_owned(), data)]).collect();
        Self { view: self.view.clone(), pack: self.pack.clone(), answers }
    }

    pub fn with_application(&self, application: Application) -> Self {
        let mut next = self.clone();
        Rc::make_mut(&mut next.view).application = application;
        next
    }

    /// In its place if it was there, else as the newest.
    pub fn with_scan(&self, scan: Scan) -> Self {
        let mut next = self.clone();
        let scans = &mut Rc::make_mut(&mut next.view).scans;
        match scans.iter_mut().find(|had| had.id == scan.id) {
            Some(had) => *had = scan,
            None => scans.push(scan),
        }
        next
    }

    pub fn without_scan(&self, id: &ScanId) -> Self {
        let mut next = self.clone();
        Rc::make_mut(&mut next.view).scans.retain(|scan| scan.id != *id);
        next
    }
}
