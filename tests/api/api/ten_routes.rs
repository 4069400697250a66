//! Every route of §5.3, with a return from each of its offices, to the unit and to the applicant, up to 缴费完成.

use crate::returns::resubmit;
use domain::workflow::{Action, Ending, Office, Payment, Stage, State, Step, UnitWork};
use harness::people::{P11, P12};
use harness::{P1, P2, P3, P4, P6, P9, Person, World};

use Office::{CountyIndustry, CountyTitle, Series, Supervisor};

const P3_UNDIRECTED: Person = P3.undirected("P3 undirected");
const P4_UNDIRECTED: Person = P4.undirected("P4 undirected");
const P11_UNDIRECTED: Person = P11.undirected("P11 undirected");

/// Walks the route. Each office first has the unit correct its opinion, then the applicant answer, and passes it on
/// when it has come back the whole way.
fn walks(person: &'static Person, offices: &[Office]) {
    let world = World::start();
    let at = world.at(State::Office(offices[0]), person);
    let application = at.application();
    let stages: Vec<Stage> =
        at.applicant.view().application.route.iter().skip(1).map(|station| station.stage).collect();
    assert_eq!(stages, offices.iter().copied().map(Stage::Office).collect::<Vec<_>>(), "{}", person.key);
    let (clerk, reviewers) =
        (at.clerk(), offices.iter().map(|office| at.office(*office)).collect::<Vec<_>>());
    let state = || at.applicant.view().application.state;

    for (i, (office, reviewer)) in offices.iter().zip(&reviewers).enumerate() {
        assert_eq!(state(), State::Office(*office), "{}", person.key);
        reviewer
            .return_to_unit(application, "unit_recommendation", "Z99", "请写明推荐理由并补充评价")
            .unwrap();
        assert_eq!(state(), State::Unit(UnitWork::Correcting));
        let corrected = Step { answers: vec!["已补充".into()], ..Step::silent(Action::Corrected) };
        let back = clerk.officer.step(application, corrected).unwrap().state;
        assert_eq!(back, State::Office(*office), "{}: it returns to who asked", person.key);

        reviewer.return_for(application, "other_proof", "F03", "请补充岗位任职证明").unwrap();
        resubmit(&world, &at.applicant, &["原单位未设岗位，无需补充"]).unwrap();
        assert_eq!(state(), State::Unit(UnitWork::Review), "{}", person.key);
        clerk.start_publicity(application).unwrap();
        clerk.finish_publicity(application).unwrap();
        clerk.forward(application).unwrap();
        for before in &reviewers[..i] {
            before.forward(application).unwrap();
        }
        assert_eq!(state(), State::Office(*office), "{}: the whole way again", person.key);
        let passed =
            if *office == Series { reviewer.approve(application) } else { reviewer.forward(application) };
        passed.unwrap();
    }

    assert_eq!(state(), State::Payment(Payment::Due), "{}", person.key);
    at.applicant.pay();
    assert_eq!(at.applicant.verify_payment().unwrap().state, State::Over(Ending::Verified));
    let history = at.applicant.progress().history;
    let n_returns = history.iter().filter(|past| !past.reasons.is_empty()).count();
    assert!(n_returns >= 2 * offices.len(), "{}: {n_returns} returns are told", person.key);
}

macro_rules! routes {
    ($($name:ident $person:expr => [$($office:ident),+];)+) => {
        $(#[test] fn $name() {
            walks(&$person, &[$($office),+]);
        })+
    };
}

// In the order of the table: a supervising department, a county's unit, its title office, 双定向.
routes! {
    r93_a_unit_of_the_city P6 => [Series];
    r94_a_unit_with_a_supervising_department P1 => [Supervisor, Series];
    r95_a_county_without_a_title_office P4_UNDIRECTED => [Series];
    r95_a_county_with_a_title_office P2 => [CountyTitle, Series];
    r94_r95_a_supervised_unit_of_a_county_without_a_title_office P11_UNDIRECTED => [Supervisor, Series];
    r94_r95_a_supervised_unit_of_a_county_with_a_title_office P3_UNDIRECTED => [Supervisor, CountyTitle, Series];
    r96_dual_direction_in_a_county_without_a_title_office P4 => [CountyIndustry, Series];
    r96_dual_direction_in_a_county_with_a_title_office P12 => [CountyTitle, CountyIndustry, Series];
    r96_dual_direction_of_a_supervised_unit P11 => [Supervisor, CountyIndustry, Series];
    r96_dual_direction_by_every_office P3 => [Supervisor, CountyTitle, CountyIndustry, Series];
    r96_dual_direction_of_a_branch_in_the_county P9 => [CountyIndustry, Series];
}
