//! 更改申报职称和专业: what an application has chosen, and what another choice would change.

use domain::form::{Problem, problems};
use domain::policy::{CommitteeChoice, FilledBy, Policy};
use domain::publicity::{payload, payload_hash};

use crate::state::loaded::Loaded;
use crate::state::start::{StartState, StartStep};
use crate::texts::{problems_in_language, texts};

/// The first section of every form, which holds the choice.
pub const FIRST_SECTION: &str = "basic_info";

/// What is chosen, as the steps of 开始申报 show it.
pub fn present(loaded: &Loaded) -> StartState {
    let value = |field: &str| loaded.with_case(|case| case.value(FIRST_SECTION, field).to_owned());
    StartState {
        step: StartStep::Specialty,
        title: value("target_title"),
        industry: value("industry"),
        specialty: value("specialty"),
        note: value("specialty_note"),
        ..StartState::default()
    }
}

/// Whether there is anything to save.
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
        ("target_title", choice.target_title.as_str()),
        ("industry", &choice.industry),
        ("committee_id", &choice.committee),
        ("specialty", &choice.specialty),
        ("specialty_note", note.trim()),
    ];
    data.values.extend(fields.map(|(field, value)| (field.to_owned(), value.to_owned())));
    let mut file = loaded.view.file.clone();
    file.target_title.clone_from(&choice.target_title);
    file.committee.clone_from(&choice.committee);
    file.specialty.clone_from(&choice.specialty);
    loaded.typed(FIRST_SECTION, data).with_head(file)
}

/// The errors that `after` has and `before` has not.
pub fn to_mend(before: &Loaded, after: &Loaded) -> Vec<Problem> {
    let errors = |loaded: &Loaded| {
        let mut found = loaded.with_case(|case| problems(case, FilledBy::Applicant));
        found.retain(Problem::is_error);
        found
    };
    let had = errors(before);
    let new = errors(after).into_iter().filter(|problem| !had.contains(problem)).collect();
    problems_in_language(new, &after.policy)
}

/// What is said before saving: what stays, and what is judged anew.
pub fn effects(before: &Loaded, after: &Loaded) -> Vec<&'static str> {
    let (file, next, texts) = (&before.view.file, &after.view.file, &texts().changing);
    let posted = |loaded: &Loaded| loaded.with_case(|case| payload_hash(&payload(case)));
    let office = |committee: &str| before.policy.committee(committee).map(|found| &found.series_office);
    let is_submitted = file.version > 0;
    let said = [
        (true, texts.kept),
        (file.committee != next.committee, texts.criteria_anew),
        (file.target_title != next.target_title, texts.requirements_anew),
        (is_submitted && office(&file.committee) != office(&next.committee), texts.other_office),
        (file.posted.is_some() && posted(before) != posted(after), texts.posted_anew),
    ];
    said.into_iter().filter(|(applies, _)| *applies).map(|(_, sentence)| sentence).collect()
}

/// What is chosen in words, label and words; where it differs, with what it was.
pub fn in_words(policy: &Policy, before: &StartState, after: &StartState) -> Vec<(&'static str, String)> {
    let words = &texts().applicant;
    let labels = [StartStep::Target.name(), words.industry, words.committee, words.specialty];
    let pairs = names(policy, before).into_iter().zip(names(policy, after));
    let said = |(before, after): (String, String)| {
        if before == after || after.is_empty() { after } else { (texts().changing.was)(&after, &before) }
    };
    labels.into_iter().zip(pairs.map(said)).collect()
}

fn names(policy: &Policy, state: &StartState) -> [String; 4] {
    let industry = policy.industries.iter().find(|industry| industry.value == state.industry);
    let specialty = policy.specialties.iter().find(|specialty| specialty.id == state.specialty);
    let committee = policy.committee_for(&state.title, &state.industry);
    [
        policy.title(&state.title).map(|title| title.name.clone()),
        industry.map(|industry| industry.label.clone()),
        committee.map(|committee| committee.name.clone()),
        specialty.map(|specialty| specialty.name.clone()),
    ]
    .map(Option::unwrap_or_default)
}
