//! The step of 开始申报 that shows all that was chosen.

use domain::pack::Pack;
use std::rc::Rc;
use yew::prelude::*;

use crate::components::start::step_name;
use crate::state::start::{StartState, StartStep};
use crate::texts::texts;

#[derive(Properties, PartialEq)]
pub struct StartSummaryProps {
    pub pack: Rc<Pack>,
    pub state: StartState,
}

/// Everything that was chosen, to be looked over before the application is made.
#[component]
pub fn StartSummary(props: &StartSummaryProps) -> Html {
    let StartSummaryProps { pack, state } = props;
    let title = pack.title(&state.title).map(|title| title.name.clone());
    let industry = pack.industries.iter().find(|industry| industry.value == state.industry);
    let committee = pack.committee_for(&state.title, &state.industry);
    let specialty = pack.specialties.iter().find(|specialty| specialty.id == state.specialty);
    let unit = state.unit.as_ref().map(|unit| unit.name.clone());
    html! {
        <>
            <p>{ texts().applicant.confirm_lead }</p>
            <dl class="facts">
                <dt>{ step_name(StartStep::Target) }</dt><dd>{ title }</dd>
                <dt>{ texts().applicant.industry }</dt><dd>{ industry.map(|industry| industry.label.clone()) }</dd>
                <dt>{ texts().applicant.committee }</dt><dd>{ committee.map(|committee| committee.name.clone()) }</dd>
                <dt>{ texts().applicant.specialty }</dt><dd>{ specialty.map(|specialty| specialty.name.clone()) }</dd>
                if !state.note.trim().is_empty() {
                    <dt>{ texts().applicant.specialty_note }</dt><dd>{ state.note.trim().to_owned() }</dd>
                }
                <dt>{ texts().applicant.unit }</dt><dd>{ unit }</dd>
            </dl>
        </>
    }
}
