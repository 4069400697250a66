//! The step of 开始申报 that chooses title and industry.

use domain::pack::{Choice, Pack, Title};
use std::rc::Rc;
use yew::prelude::*;

use crate::components::basic::{RadioList, RadioOption};
use crate::components::start::fault_at;
use crate::state::start::{StartAction, StartField, StartHandle};
use crate::texts::texts;

#[derive(Properties, PartialEq)]
pub struct TargetStepProps {
    pub pack: Rc<Pack>,
    pub state: StartHandle,
}

/// Title and industry, and the one committee that follows from them (R5–R10).
#[component]
pub fn TargetStep(props: &TargetStepProps) -> Html {
    let TargetStepProps { pack, state } = props;
    let committee = pack.committee_for(&state.title, &state.industry);
    let committee = committee.filter(|_| !state.title.is_empty() && !state.industry.is_empty());
    let choose = |action: fn(String) -> StartAction, place: fn(&mut [String; 2]) -> &mut String| {
        let (pack, state) = (pack.clone(), state.clone());
        Callback::from(move |value: String| {
            let mut next = [state.title.clone(), state.industry.clone()];
            place(&mut next).clone_from(&value);
            let keeps = state.keeps_specialty(&pack, &next[0], &next[1]);
            state.dispatch(action(value));
            if !keeps {
                state.dispatch(StartAction::SpecialtyLost);
            }
        })
    };
    html! {
        <>
            <RadioList
                id={StartField::Title.id()}
                error={fault_at(state, StartField::Title)}
                legend={texts().applicant.target_title}
                options={pack.titles.iter().map(title_option).collect::<Vec<_>>()}
                chosen={state.title.clone()}
                onchange={choose(StartAction::Title, |next| &mut next[0])}
            />
            <RadioList
                id={StartField::Industry.id()}
                error={fault_at(state, StartField::Industry)}
                legend={texts().applicant.industry}
                options={pack.industries.iter().map(industry_option).collect::<Vec<_>>()}
                chosen={state.industry.clone()}
                onchange={choose(StartAction::Industry, |next| &mut next[1])}
            />
            <div class="committee-card" id="committee" role="status">
                <p class="label">{ texts().applicant.committee }</p>
                if let Some(committee) = committee {
                    <p class="committee-name">{ &committee.name }</p>
                    <p>{ &committee.reason }</p>
                    if state.specialty_lost {
                        <p class="error">{ texts().applicant.specialty_lost }</p>
                    }
                } else {
                    <p>{ texts().applicant.choose_both }</p>
                }
            </div>
        </>
    }
}

fn title_option(title: &Title) -> RadioOption {
    RadioOption { value: title.id.clone(), label: title.name.clone(), help: String::new() }
}

fn industry_option(industry: &Choice) -> RadioOption {
    RadioOption { value: industry.value.clone(), label: industry.label.clone(), help: industry.help.clone() }
}
