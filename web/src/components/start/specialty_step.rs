//! The step of 开始申报 that chooses the specialty.

use domain::pack::{Pack, Specialty};
use std::rc::Rc;
use yew::prelude::*;

use crate::components::basic::{InputKind, RadioList, RadioOption, TextInput};
use crate::components::start::fault_at;
use crate::state::specialties::{SpecialtiesFound, specialties_like};
use crate::state::start::{StartAction, StartField, StartHandle};
use crate::texts::texts;

#[derive(Properties, PartialEq)]
pub struct SpecialtyStepProps {
    pub pack: Rc<Pack>,
    pub state: StartHandle,
}

/// The specialty, or the nearest one (R11, R12).
#[component]
pub fn SpecialtyStep(props: &SpecialtyStepProps) -> Html {
    let SpecialtyStepProps { pack, state } = props;
    let words = use_state(String::new);
    let committee = pack.committee_for(&state.title, &state.industry);
    let committee = committee.map_or("", |committee| committee.id.as_str());
    let SpecialtiesFound { shown: found, are_near } = specialties_like(pack, committee, &words);
    let chosen = pack.specialties.iter().find(|specialty| specialty.id == state.specialty);
    let dispatch = state.dispatcher().to_callback();
    let oninput = {
        let setter = words.setter();
        Callback::from(move |typed| setter.set(typed))
    };
    html! {
        <>
            <TextInput
                id={StartField::Specialty.search_id().unwrap_or_default()}
                error={fault_at(state, StartField::Specialty).filter(|_| found.is_empty())}
                label={texts().applicant.specialty_search}
                help={texts().applicant.specialty_search_help}
                kind={InputKind::Search}
                value={(*words).clone()}
                autocomplete="off"
                {oninput}
            />
            <p class="help" role="status">
                if are_near {
                    { texts().applicant.near_specialties }
                } else {
                    { (texts().applicant.n_found)(found.len()) }
                }
            </p>
            if let Some(chosen) = chosen {
                <p id="specialty-chosen">{ (texts().applicant.chosen)(&chosen.name) }</p>
            }
            if found.is_empty() {
                <p>{ texts().applicant.no_specialty }</p>
            } else {
                <RadioList
                    id={StartField::Specialty.id()}
                    error={fault_at(state, StartField::Specialty)}
                    legend={texts().applicant.specialty_choice}
                    help={texts().applicant.specialty_hint}
                    options={found.into_iter().map(option).collect::<Vec<_>>()}
                    chosen={state.specialty.clone()}
                    onchange={dispatch.reform(StartAction::Specialty)}
                    scrolls={true}
                />
            }
            <TextInput
                id="specialty_note"
                label={texts().applicant.specialty_note}
                help={texts().applicant.specialty_note_help}
                value={state.note.clone()}
                max_length={100}
                oninput={dispatch.reform(StartAction::Note)}
            />
        </>
    }
}

fn option(specialty: &Specialty) -> RadioOption {
    RadioOption {
        value: specialty.id.clone(),
        label: specialty.name.clone(),
        help: specialty.keywords.join(texts().common.list_comma),
    }
}
