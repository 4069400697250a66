//! The names of the steps of 开始申报, and the sentences about what is missing in them.

use yew::AttrValue;

use crate::state::start::{StartFault, StartField, StartState, StartStep};
use crate::texts::texts;

pub fn step_name(step: StartStep) -> &'static str {
    texts().applicant.step_names[step.number() - 1]
}

/// Returns the sentence that stands at `field`, if something is wrong there.
pub fn fault_at(state: &StartState, field: StartField) -> Option<AttrValue> {
    let texts = &texts().applicant;
    let sentence = match state.fault(field)? {
        StartFault::SpecialtyLost => texts.specialty_lost,
        StartFault::Missing => match field {
            StartField::Title => texts.choose_title,
            StartField::Industry => texts.choose_industry,
            StartField::Specialty => texts.choose_specialty,
            StartField::Unit => texts.choose_unit,
        },
    };
    Some(sentence.into())
}
