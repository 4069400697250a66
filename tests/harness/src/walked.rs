//! An application at any state of a test's world.

use crate::applicant::Applicant;
use crate::clerk::UnitClerk;
use crate::reviewer::Reviewer;
use crate::walk::{Walk, station};
use crate::world::World;
use domain::workflow::{Office, Stage, State};

/// An application in the state that was asked for, with everybody whom it concerns at hand.
///
/// A publicity takes its days, so the clock has moved on behind `Unit(Publicity)`: whoever signed in before the walk
/// has to sign in again. `applicant` has done so.
pub struct Walked<'w> {
    world: &'w World,
    pub applicant: Applicant,
}

impl World {
    /// Walks a new application of `person` to `state`, everybody agreeing but whom `state` needs to disagree.
    ///
    /// The unit returns and the applicant withdraws during the unit's review, the first office returns to the unit,
    /// and the series office refuses.
    pub fn at(&self, state: State, person: &'static crate::Person) -> Walked<'_> {
        Walked { world: self, applicant: self.started(person) }.on_to(state)
    }
}

impl Walked<'_> {
    /// Walks further, from wherever the application stands now; the holder returns, or the applicant withdraws, there.
    #[must_use]
    pub fn on_to(self, state: State) -> Self {
        let Self { world, applicant } = self;
        let officer = |organisation: &str| world.reviewer(organisation);
        let walk = Walk { base_url: world.url(), pack: &world.pack, officer: &officer };
        Self { world, applicant: walk.to(state, applicant) }
    }

    /// The application's id.
    pub fn application(&self) -> &str {
        &self.applicant.application
    }

    /// The clerk of the applicant's unit, newly signed in.
    pub fn clerk(&self) -> UnitClerk {
        self.world.unit_clerk(self.applicant.person)
    }

    /// The officer of the office that holds the application, newly signed in.
    pub fn reviewer(&self) -> Reviewer {
        let state = self.applicant.view().application.state;
        match state {
            State::Office(office) => self.office(office),
            State::Filling(_) | State::Unit(_) | State::Payment(_) | State::Over(_) => {
                panic!("no office holds an application in {}", state.name())
            }
        }
    }

    /// The officer of this office on the application's route, newly signed in.
    pub fn office(&self, office: Office) -> Reviewer {
        self.world.reviewer(&station(&self.applicant, Stage::Office(office)))
    }
}
