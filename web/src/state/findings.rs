//! The problems of an application, found once: the list of the sections, the summary above a form and
//! the last page all draw from it.

use domain::form::{Problem, SectionState, section_problems, state_given};
use domain::pack::{FilledBy, Section};

use crate::state::loaded::Loaded;

#[derive(Clone, Debug, PartialEq)]
pub struct Findings {
    sections: Vec<SectionFindings>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct SectionFindings {
    pub section: String,
    pub state: SectionState,
    pub problems: Vec<Problem>,
}

impl SectionFindings {
    pub fn of(loaded: &Loaded, section: &Section) -> Self {
        loaded.with_case(|case| {
            let problems = section_problems(case, section);
            let state = state_given(case, section, &problems);
            Self { section: section.id.clone(), state, problems }
        })
    }
}

impl Findings {
    /// In the sections of the applicant, in their order.
    pub fn of(loaded: &Loaded) -> Self {
        let found_in = |section: &Section| SectionFindings::of(loaded, section);
        Self { sections: loaded.pack.sections_of(FilledBy::Applicant).map(found_in).collect() }
    }

    pub fn sections(&self) -> &[SectionFindings] {
        &self.sections
    }

    pub fn problems(&self) -> Vec<Problem> {
        self.sections.iter().flat_map(|found| found.problems.iter().cloned()).collect()
    }
}
