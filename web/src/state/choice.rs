//! 更改申报职称和专业: what an application has chosen, and what another choice would change.

use domain::form::{Problem, problems};
use domain::named::basic_info;
use domain::pack::{CommitteeChoice, FilledBy};
use domain::publicity::{payload, payload_hash};

use crate::state::loaded::Loaded;
use crate::state::start::{StartState, StartStep};

/// The first section of every form, which holds the choice.
pub const FIRST_SECTION: &str = basic_info::ID;

/// Returns the choice as the steps of 开始申报 show it.
pub fn present(loaded: &Loaded) -> StartState {
    let value = |field: &str| loaded.with_case(|case| case.value(FIRST_SECTION, field).to_owned());
    StartState {
        step: StartStep::Specialty,
        title: value(basic_info::TARGET_TITLE),
        industry: value(basic_info::INDUSTRY),
        specialty: value(basic_info::SPECIALTY),
        note: value(basic_info::SPECIALTY_NOTE),
        ..StartState::default()
    }
}

/// Returns whether there is anything to save.
pub fn is_changed(before: &StartState, after: &StartState) -> bool {
    chosen(before) != chosen(after)
}

fn chosen(state: &StartState) -> [&str; 4] {
    [&state.title, &state.industry, &state.specialty, state.note.trim()]
}

/// The application as it will stand with this choice.
pub fn with_choice(loaded: &Loaded, choice: &CommitteeChoice, note: &str) -> Loaded {
    let mut data = loaded.stored(FIRST_SECTION).data;
    let fields = [
        (basic_info::TARGET_TITLE, choice.target_title.as_str()),
        (basic_info::INDUSTRY, &choice.industry),
        (basic_info::COMMITTEE_ID, &choice.committee),
        (basic_info::SPECIALTY, &choice.specialty),
        (basic_info::SPECIALTY_NOTE, note.trim()),
    ];
    data.values.extend(fields.map(|(field, value)| (field.to_owned(), value.to_owned())));
    let mut application = loaded.view.application.clone();
    application.target_title.clone_from(&choice.target_title);
    application.committee.clone_from(&choice.committee);
    application.specialty.clone_from(&choice.specialty);
    loaded.typed(FIRST_SECTION, data).with_application(application)
}

/// The errors that `after` has and `before` has not.
pub fn to_mend(before: &Loaded, after: &Loaded) -> Vec<Problem> {
    let errors = |loaded: &Loaded| {
        let mut found = loaded.with_case(|case| problems(case, FilledBy::Applicant));
        found.retain(Problem::is_error);
        found
    };
    let had = errors(before);
    errors(after).into_iter().filter(|problem| !had.contains(problem)).collect()
}

/// A consequence of another choice, told before it is saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChoiceEffect {
    /// All that was typed stays.
    Kept,
    CriteriaAnew,
    RequirementsAnew,
    /// Another office will review it.
    OtherOffice,
    /// The unit has to post it again.
    PostedAnew,
}

/// Returns what stays and what is judged anew, in the order in which it is told.
pub fn effects(before: &Loaded, after: &Loaded) -> Vec<ChoiceEffect> {
    let (application, next) = (&before.view.application, &after.view.application);
    let posted = |loaded: &Loaded| loaded.with_case(|case| payload_hash(&payload(case)));
    let office = |committee: &str| before.pack.committee(committee).map(|found| &found.series_office);
    let is_submitted = application.version > 0;
    let follows = [
        (true, ChoiceEffect::Kept),
        (application.committee != next.committee, ChoiceEffect::CriteriaAnew),
        (application.target_title != next.target_title, ChoiceEffect::RequirementsAnew),
        (
            is_submitted && office(&application.committee) != office(&next.committee),
            ChoiceEffect::OtherOffice,
        ),
        (application.posted.is_some() && posted(before) != posted(after), ChoiceEffect::PostedAnew),
    ];
    follows.into_iter().filter(|(applies, _)| *applies).map(|(_, effect)| effect).collect()
}
