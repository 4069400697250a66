//! The walk of the harness: every state that is reached over HTTP, by its own route.

use domain::workflow::{Ending, Filling, Office, State, UnitWork};
use harness::cities::{CAR_ENGINEER, ROBOT_ENGINEER};
use harness::{LIUZHOU_2026, P4, P6, Person, QINGHE_2026, Walked, World};

/// Walks the main road in one world, and to each state beside it in a world of its own: a publicity moves the clock.
fn arrives(person: &'static Person, offices: &[Office]) {
    let (mut on_the_road, mut beside) = (Vec::new(), Vec::new());
    for state in State::all() {
        match state {
            State::Filling(Filling::Returned)
            | State::Unit(UnitWork::Correcting)
            | State::Over(Ending::Refused | Ending::Withdrawn | Ending::Expired) => beside.push(state),
            State::Office(office) if !offices.contains(&office) => {}
            State::Filling(Filling::Draft)
            | State::Unit(UnitWork::Review | UnitWork::Publicity | UnitWork::Recommend)
            | State::Office(_)
            | State::Payment(_)
            | State::Over(Ending::Verified) => on_the_road.push(state),
        }
    }
    let world = World::start();
    let mut at = world.at(State::Filling(Filling::Draft), person);
    for state in on_the_road {
        at = at.on_to(state);
        has_arrived(&at, state);
    }
    for state in beside {
        has_arrived(&World::start().at(state, person), state);
    }
}

fn has_arrived(at: &Walked<'_>, state: State) {
    assert_eq!(at.applicant.view().application.state, state, "{}", at.applicant.person.key);
    if let State::Office(_) = state {
        assert_eq!(at.reviewer().queue().waiting.len(), 1, "{}", state.name());
    }
}

#[test]
fn p6_arrives_at_every_state_of_a_city_route() {
    arrives(&P6, &[Office::Series]);
}

/// 融水 has no title office: the way leads over its industry bureau.
#[test]
fn p4_arrives_at_every_state_of_a_county_route() {
    arrives(&P4, &[Office::CountyIndustry, Office::Series]);
}

/// The shortest publicity is another one there, and so are the offices.
#[test]
fn every_pack_is_walked_to_its_end() {
    for (city, person) in [(&LIUZHOU_2026, &CAR_ENGINEER), (&QINGHE_2026, &ROBOT_ENGINEER)] {
        let world = World::start_in(city);
        let end = State::Over(Ending::Verified);
        assert_eq!(world.at(end, person).applicant.view().application.state, end, "{}", city.pack);
    }
}

#[test]
#[should_panic(expected = "P6 does not walk from PaymentVerified to SupervisorReview")]
fn an_office_that_is_not_on_the_route_is_not_reached() {
    World::start().at(State::Office(Office::Supervisor), &P6);
}
