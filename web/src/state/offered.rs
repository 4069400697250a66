//! The long lists that fields choose from, made once for a form.

use domain::form::Case;
use domain::pack::{Choice, Field, OptionSource, Section};
use std::rc::Rc;

/// They depend on the pack and on the committee of the application, not on what else is typed.
#[derive(Debug)]
pub struct Offered {
    lists: Vec<(OptionSource, Rc<[Choice]>)>,
}

impl Offered {
    /// All that fields of the section offer.
    pub fn of(case: &Case<'_>, section: &Section) -> Self {
        let mut lists: Vec<(OptionSource, Rc<[Choice]>)> = Vec::new();
        for field in section.fields.iter().chain(section.groups.iter().flat_map(|group| &group.fields)) {
            if let Some(source) = &field.options_from
                && !lists.iter().any(|(had, _)| had == source)
            {
                lists.push((source.clone(), case.options(field).into()));
            }
        }
        Self { lists }
    }

    pub fn options(&self, case: &Case<'_>, field: &Field) -> Rc<[Choice]> {
        let of = |source: &OptionSource| self.lists.iter().find(|(had, _)| had == source);
        match field.options_from.as_ref().and_then(of) {
            Some((_, list)) => list.clone(),
            None => case.options(field).into(),
        }
    }
}
