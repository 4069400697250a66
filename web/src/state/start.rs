//! 开始申报: what has been chosen so far, step by step.

use api::applications::StartApplication;
use api::organisations::UnitFound;
use domain::pack::{CommitteeChoice, Pack};
use serde::{Deserialize, Serialize};
use std::rc::Rc;
use yew::prelude::*;

use crate::api::ApiError;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StartStep {
    #[default]
    Target,
    Specialty,
    Unit,
    Confirm,
}

/// A field that a step cannot be left without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StartField {
    Title,
    Industry,
    Specialty,
    Unit,
}

/// A reason why a field is complained about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StartFault {
    Missing,
    /// The specialty went with another title or industry.
    SpecialtyLost,
}

/// Written down, it is what is chosen.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StartState {
    #[serde(skip)]
    pub step: StartStep,
    pub title: String,
    pub industry: String,
    pub specialty: String,
    pub note: String,
    pub unit: Option<UnitFound>,
    /// The next step was asked for without them.
    #[serde(skip)]
    pub faults: Vec<StartField>,
    /// It went with another title or industry, and has not been chosen again.
    #[serde(skip)]
    pub specialty_lost: bool,
    #[serde(skip)]
    pub refusal: Option<ApiError>,
    #[serde(skip)]
    pub busy: bool,
}

pub enum StartAction {
    /// Takes the choice that an application holds already.
    Present(Box<StartState>),
    Title(String),
    Industry(String),
    Specialty(String),
    Note(String),
    Unit(UnitFound),
    /// Something else is looked for: what was missing is no complaint any more.
    Searched,
    /// The committee does not review the specialty that was chosen.
    SpecialtyLost,
    Back,
    Next,
    /// As far as the steps before it are answered.
    Open(StartStep),
    Sent,
    Refused(ApiError),
}

pub type StartHandle = UseReducerHandle<StartState>;

impl StartStep {
    pub const ALL: [Self; 4] = [Self::Target, Self::Specialty, Self::Unit, Self::Confirm];

    pub fn number(self) -> usize {
        match self {
            Self::Target => 1,
            Self::Specialty => 2,
            Self::Unit => 3,
            Self::Confirm => 4,
        }
    }

    pub fn numbered(number: usize) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.number() == number)
    }

    pub fn next(self) -> Self {
        match self {
            Self::Target => Self::Specialty,
            Self::Specialty => Self::Unit,
            Self::Unit | Self::Confirm => Self::Confirm,
        }
    }

    pub fn back(self) -> Self {
        match self {
            Self::Target | Self::Specialty => Self::Target,
            Self::Unit => Self::Specialty,
            Self::Confirm => Self::Unit,
        }
    }
}

impl StartField {
    /// Returns the id of the element that takes the focus.
    pub fn id(self) -> &'static str {
        match self {
            Self::Title => "target_title",
            Self::Industry => "industry",
            Self::Specialty => "specialty",
            Self::Unit => "unit",
        }
    }

    /// Returns the id of the box that finds the options, where there are none to choose from.
    pub fn search_id(self) -> Option<&'static str> {
        match self {
            Self::Title | Self::Industry => None,
            Self::Specialty => Some("specialty-search"),
            Self::Unit => Some("unit-search"),
        }
    }
}

impl StartState {
    /// Returns the choice, not yet judged again.
    pub fn at_rest(&self) -> Self {
        Self { faults: Vec::new(), refusal: None, busy: false, ..self.clone() }
    }

    /// Returns the part that is worth keeping over a reload.
    pub fn chosen(&self) -> Self {
        Self { step: StartStep::default(), ..self.at_rest() }
    }

    /// The step, or the first one before it that is not answered.
    fn reached(&self, wanted: StartStep) -> StartStep {
        let before = StartStep::ALL.into_iter().filter(|step| step.number() < wanted.number());
        before.into_iter().find(|step| !self.missing_at(*step).is_empty()).unwrap_or(wanted)
    }

    /// Returns the fields that the step still asks for, from top to bottom.
    pub fn missing(&self) -> Vec<StartField> {
        self.missing_at(self.step)
    }

    fn missing_at(&self, step: StartStep) -> Vec<StartField> {
        let asked: &[(StartField, bool)] = match step {
            StartStep::Target => &[
                (StartField::Title, self.title.is_empty()),
                (StartField::Industry, self.industry.is_empty()),
            ],
            StartStep::Specialty => &[(StartField::Specialty, self.specialty.is_empty())],
            StartStep::Unit => &[(StartField::Unit, self.unit.is_none())],
            StartStep::Confirm => &[],
        };
        asked.iter().filter(|(_, is_missing)| *is_missing).map(|(field, _)| *field).collect()
    }

    /// Returns what is wrong at the field.
    pub fn fault(&self, field: StartField) -> Option<StartFault> {
        if field == StartField::Specialty && self.specialty_lost {
            return Some(StartFault::SpecialtyLost);
        }
        self.faults.contains(&field).then_some(StartFault::Missing)
    }

    /// Returns whether the specialty, if any, may stay under the committee of this title and industry (R11).
    pub fn keeps_specialty(&self, pack: &Pack, title: &str, industry: &str) -> bool {
        let committee = pack.committee_for(title, industry).map_or("", |committee| committee.id.as_str());
        self.specialty.is_empty()
            || pack.specialties_of(committee).any(|specialty| specialty.id == self.specialty)
    }

    /// With the committee that follows from title and industry.
    pub fn choice(&self, pack: &Pack) -> Option<CommitteeChoice> {
        let committee = pack.committee_for(&self.title, &self.industry)?;
        Some(CommitteeChoice {
            target_title: self.title.clone(),
            industry: self.industry.clone(),
            committee: committee.id.clone(),
            specialty: self.specialty.clone(),
        })
    }

    /// The whole of it for the server, once everything is chosen.
    pub fn application(&self, pack: &Pack) -> Option<StartApplication> {
        let unit = self.unit.as_ref()?;
        Some(StartApplication {
            pack: pack.id.clone(),
            unit: unit.id.clone(),
            choice: self.choice(pack)?,
            specialty_note: self.note.trim().to_owned(),
        })
    }
}

impl Reducible for StartState {
    type Action = StartAction;

    fn reduce(self: Rc<Self>, action: StartAction) -> Rc<Self> {
        let mut state = Self::clone(&self);
        match action {
            StartAction::Present(present) => state = *present,
            StartAction::Title(title) => state.title = title,
            StartAction::Industry(industry) => state.industry = industry,
            StartAction::Searched => state.faults.clear(),
            StartAction::SpecialtyLost => {
                state.specialty.clear();
                state.specialty_lost = true;
            }
            StartAction::Specialty(specialty) => {
                state.specialty = specialty;
                state.specialty_lost = false;
            }
            StartAction::Note(note) => state.note = note,
            StartAction::Unit(unit) => state.unit = Some(unit),
            StartAction::Back => {
                state.step = state.step.back();
                state.refusal = None;
            }
            StartAction::Next => {
                state.faults = state.missing();
                if state.faults.is_empty() {
                    state.step = state.step.next();
                }
            }
            StartAction::Open(step) if step == state.step => return self,
            StartAction::Open(step) => {
                state.step = state.reached(step);
                state.refusal = None;
            }
            StartAction::Sent => {
                state.busy = true;
                state.refusal = None;
            }
            StartAction::Refused(error) => {
                state.busy = false;
                state.refusal = Some(error);
            }
        }
        // What is answered is no complaint any more, nor what another step asks for.
        let missing = state.missing();
        state.faults.retain(|field| missing.contains(field));
        Rc::new(state)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(actions: Vec<StartAction>) -> Rc<StartState> {
        actions.into_iter().fold(Rc::default(), |state: Rc<StartState>, action| state.reduce(action))
    }

    #[test]
    fn a_step_is_not_left_before_it_is_answered() {
        let state = after(vec![StartAction::Next]);
        assert_eq!(state.step, StartStep::Target);
        assert_eq!(state.fault(StartField::Title), Some(StartFault::Missing));
        assert_eq!(state.fault(StartField::Industry), Some(StartFault::Missing));
        let state = state.reduce(StartAction::Title("Engineer".into()));
        assert_eq!(state.fault(StartField::Title), None);
        assert_eq!(state.fault(StartField::Industry), Some(StartFault::Missing));
        let state = state.reduce(StartAction::Industry("Other".into()));
        assert_eq!(state.faults, []);
        let state = state.reduce(StartAction::Next);
        assert_eq!((state.step, &state.faults[..]), (StartStep::Specialty, &[][..]));
    }

    #[test]
    fn a_step_opens_once_those_before_it_are_answered() {
        let opened = |state: Rc<StartState>| state.reduce(StartAction::Open(StartStep::Confirm)).step;
        assert_eq!(opened(Rc::default()), StartStep::Target);
        let target =
            after(vec![StartAction::Title("Engineer".into()), StartAction::Industry("Other".into())]);
        assert_eq!(opened(target.clone()), StartStep::Specialty);
        let specialty = target.reduce(StartAction::Specialty("vehicle_engineering".into()));
        assert_eq!(opened(specialty), StartStep::Unit);
    }

    #[test]
    fn what_is_kept_over_a_reload_is_what_was_chosen() {
        let state = after(vec![
            StartAction::Title("Engineer".into()),
            StartAction::Industry("Other".into()),
            StartAction::Next,
            StartAction::Next,
        ]);
        assert_eq!((state.step, &state.faults[..]), (StartStep::Specialty, &[StartField::Specialty][..]));
        let kept = serde_json::to_string(&*state).unwrap();
        assert_eq!(serde_json::from_str::<StartState>(&kept).unwrap(), state.chosen());
    }

    #[test]
    fn r11_a_specialty_that_is_lost_is_asked_for_until_another_is_chosen() {
        let state = after(vec![
            StartAction::Specialty("vehicle_engineering".into()),
            StartAction::Title("SeniorEngineer".into()),
        ]);
        assert_eq!(
            (state.specialty.as_str(), state.fault(StartField::Specialty)),
            ("vehicle_engineering", None)
        );
        let lost = state.reduce(StartAction::SpecialtyLost);
        assert_eq!(lost.specialty, "");
        assert_eq!(lost.fault(StartField::Specialty), Some(StartFault::SpecialtyLost));
        let again = lost.reduce(StartAction::Specialty("mechanical_design".into()));
        assert_eq!(again.fault(StartField::Specialty), None);
    }

    #[test]
    fn a_refusal_stays_until_something_else_is_tried() {
        let state = after(vec![StartAction::Sent, StartAction::Refused(ApiError::Offline)]);
        assert_eq!((state.busy, &state.refusal), (false, &Some(ApiError::Offline)));
        assert_eq!(state.reduce(StartAction::Back).refusal, None);
    }
}
