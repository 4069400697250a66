//! The step of 开始申报 that chooses the unit.

use api::organisations::UnitFound;
use domain::pack::Pack;
use std::rc::Rc;
use yew::prelude::*;

use crate::components::basic::{InputKind, Notice, NoticeKind, RadioList, RadioOption, TextInput};
use crate::components::start::fault_at;
use crate::hooks::{MIN_CHARS, use_units};
use crate::state::start::{StartAction, StartField, StartHandle};
use crate::texts::texts;

#[derive(Properties, PartialEq)]
pub struct UnitStepProps {
    pub pack: Rc<Pack>,
    pub state: StartHandle,
}

/// The unit that examines, posts and recommends the application.
#[component]
pub fn UnitStep(props: &UnitStepProps) -> Html {
    let UnitStepProps { pack, state } = props;
    let words = use_state(String::new);
    let found = use_units(&words);
    let oninput = {
        let setter = words.setter();
        let state = state.clone();
        Callback::from(move |typed| {
            state.dispatch(StartAction::Searched);
            setter.set(typed);
        })
    };
    let listed = match &found {
        None => state.unit.iter().cloned().collect(),
        Some(Ok(units)) => units.clone(),
        Some(Err(_)) => Vec::new(),
    };
    let n_typed = words.trim().chars().count();
    let outcome = match &found {
        None if (1..MIN_CHARS).contains(&n_typed) => {
            html! { <p class="help" role="status">{ texts().applicant.unit_search_short }</p> }
        }
        None => Html::default(),
        Some(Err(error)) => html! { <Notice kind={NoticeKind::Error}>{ error.message() }</Notice> },
        Some(Ok(units)) if units.is_empty() => html! { <p role="status">{ texts().applicant.no_unit }</p> },
        Some(Ok(units)) => {
            html! { <p class="help" role="status">{ (texts().applicant.n_found)(units.len()) }</p> }
        }
    };
    html! {
        <>
            <p>{ texts().applicant.unit_is_final }</p>
            <TextInput
                id={StartField::Unit.search_id().unwrap_or_default()}
                error={fault_at(state, StartField::Unit).filter(|_| listed.is_empty())}
                label={texts().applicant.unit_search}
                help={texts().applicant.unit_search_help}
                kind={InputKind::Search}
                value={(*words).clone()}
                autocomplete="off"
                max_length={60}
                {oninput}
            />
            { outcome }
            if let Some(unit) = &state.unit {
                <p id="unit-chosen">{ (texts().applicant.chosen)(&unit.name) }</p>
            }
            if !listed.is_empty() {
                <RadioList
                    id={StartField::Unit.id()}
                    error={fault_at(state, StartField::Unit)}
                    legend={texts().applicant.unit_choice}
                    options={listed.iter().map(|unit| option(pack, unit)).collect::<Vec<_>>()}
                    chosen={state.unit.as_ref().map(|unit| unit.id.to_string()).unwrap_or_default()}
                    onchange={choose(state, listed)}
                />
            }
        </>
    }
}

fn choose(state: &StartHandle, listed: Vec<UnitFound>) -> Callback<String> {
    let state = state.clone();
    Callback::from(move |id: String| {
        if let Some(unit) = listed.iter().find(|unit| unit.id.as_str() == id) {
            state.dispatch(StartAction::Unit(unit.clone()));
        }
    })
}

fn option(pack: &Pack, unit: &UnitFound) -> RadioOption {
    let county = pack.county(&unit.county_code).map(|county| county.name.clone());
    let known = [county, Some(unit.usc_code.clone()).filter(|code| !code.is_empty())];
    RadioOption {
        value: unit.id.to_string(),
        label: unit.name.clone(),
        help: known.into_iter().flatten().collect::<Vec<_>>().join(" · "),
    }
}
