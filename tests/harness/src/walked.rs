//! An application at any state of a test's world.

use crate::applicant::Applicant;
use crate::clerk::UnitClerk;
use crate::reached::before_money;
use crate::reviewer::Reviewer;
use crate::walk::{Walk, station};
use crate::world::World;
use domain::workflow::{Filling, Office, Stage, State};

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
    /// A draft expires, the unit returns and the applicant withdraws during the unit's review, the first office
    /// returns to the unit, and the series office refuses.
    pub fn at(&self, state: State, person: &'static crate::Person) -> Walked<'_> {
        let applicant = self.reach(before_money(state), person);
        Walked { world: self, applicant }.on_to(state)
    }

    /// Walks a new application from its beginning.
    pub(crate) fn walk_to(&self, state: State, person: &'static crate::Person) -> Applicant {
        let draft = State::Filling(Filling::Draft);
        if state != draft {
            return Walked { world: self, applicant: self.started(person) }.on_to(state).applicant;
        }
        let mut applicant = self.applicant(person);
        applicant.start();
        applicant
    }
}

impl Applicant {
    /// Walks on to `state`, with officers who have set their passwords and sign in anew.
    #[must_use]
    pub fn on_to(self, state: State) -> Self {
        let (base_url, pack) = (self.client.base_url.clone(), crate::pack());
        let officer = |organisation: &str| Reviewer::sign_in(&base_url, organisation);
        Walk { base_url: &base_url, pack: &pack, officer: &officer }.to(state, self)
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
