//! An office is offered its steps and asked for their words.

use crate::fixture;
use domain::words::chinese;
use domain::workflow::{By, Office, Stage, State};
use std::rc::Rc;
use web::components::review::{StepPanel, StepPanelProps};
use web::state::loaded::Loaded;
use yew::prelude::*;

const STAGES: [Stage; 5] = [
    Stage::Unit,
    Stage::Office(Office::Supervisor),
    Stage::Office(Office::CountyTitle),
    Stage::Office(Office::CountyIndustry),
    Stage::Office(Office::Series),
];

fn in_state(state: State) -> Rc<Loaded> {
    let mut loaded = fixture::new_application(fixture::pack());
    Rc::make_mut(&mut loaded.view).application.state = state;
    Rc::new(loaded)
}

async fn panel(state: State, stage: Stage) -> String {
    let props = StepPanelProps {
        loaded: in_state(state),
        stage,
        reasons: Vec::new(),
        on_reasons: Callback::noop(),
        on_begin: Callback::noop(),
        on_taken: Callback::noop(),
    };
    yew::LocalServerRenderer::<StepPanel>::with_props(props).hydratable(false).render().await
}

#[tokio::test(flavor = "current_thread")]
async fn every_office_has_the_buttons_of_its_own_moves_in_every_state() {
    for state in State::all() {
        for stage in STAGES {
            let html = panel(state, stage).await;
            let application = &in_state(state).view.application;
            let own: Vec<&str> =
                application.offered(By::Stage(stage)).map(|taken| chinese::action(taken.action)).collect();
            assert_eq!(html.matches("<button").count(), own.len(), "{state:?} {stage:?}: {html}");
            for label in own {
                assert!(html.contains(&format!(">{label}</button>")), "{state:?} {stage:?} {label}: {html}");
            }
        }
    }
}
