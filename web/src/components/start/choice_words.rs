//! The words of a choice of title and specialty, and of its consequences.

use domain::pack::Pack;

use crate::components::start::step_name;
use crate::state::choice::ChoiceEffect;
use crate::state::start::{StartState, StartStep};
use crate::texts::texts;

pub fn effect_in_words(effect: ChoiceEffect) -> &'static str {
    let texts = &texts().changing;
    match effect {
        ChoiceEffect::Kept => texts.kept,
        ChoiceEffect::CriteriaAnew => texts.criteria_anew,
        ChoiceEffect::RequirementsAnew => texts.requirements_anew,
        ChoiceEffect::OtherOffice => texts.other_office,
        ChoiceEffect::PostedAnew => texts.posted_anew,
    }
}

/// Returns the label and the words of each part of a choice; where it differs, with the words it had.
pub fn choice_in_words(pack: &Pack, before: &StartState, after: &StartState) -> Vec<(&'static str, String)> {
    let words = &texts().applicant;
    let labels = [step_name(StartStep::Target), words.industry, words.committee, words.specialty];
    let pairs = names(pack, before).into_iter().zip(names(pack, after));
    let said = |(before, after): (String, String)| {
        if before == after || after.is_empty() { after } else { (texts().changing.was)(&after, &before) }
    };
    labels.into_iter().zip(pairs.map(said)).collect()
}

fn names(pack: &Pack, state: &StartState) -> [String; 4] {
    let industry = pack.industries.iter().find(|industry| industry.value == state.industry);
    let specialty = pack.specialties.iter().find(|specialty| specialty.id == state.specialty);
    let committee = pack.committee_for(&state.title, &state.industry);
    [
        pack.title(&state.title).map(|title| title.name.clone()),
        industry.map(|industry| industry.label.clone()),
        committee.map(|committee| committee.name.clone()),
        specialty.map(|specialty| specialty.name.clone()),
    ]
    .map(Option::unwrap_or_default)
}
