use crate::fixture;
use domain::form::Spot;
use domain::workflow::{By, ReturnItem, Stage, State};
use std::rc::Rc;
use web::components::reason_list::{ReasonList, ReasonListProps};
use web::components::step_panel::{StepPanel, StepPanelProps};
use web::state::loaded::Loaded;
use yew::prelude::*;

const STAGES: [Stage; 5] =
    [Stage::Unit, Stage::Supervisor, Stage::CountyTitle, Stage::CountyIndustry, Stage::Series];

fn in_state(state: State) -> Rc<Loaded> {
    let mut loaded = fixture::new_application(fixture::policy());
    Rc::make_mut(&mut loaded.view).file.state = state;
    Rc::new(loaded)
}

async fn panel(state: State, stage: Stage) -> String {
    let props = StepPanelProps {
        loaded: in_state(state),
        stage,
        reasons: Vec::new(),
        on_reasons: Callback::noop(),
        on_taken: Callback::noop(),
    };
    yew::LocalServerRenderer::<StepPanel>::with_props(props).hydratable(false).render().await
}

#[tokio::test(flavor = "current_thread")]
async fn every_office_has_the_buttons_of_its_own_moves_in_every_state() {
    for state in State::ALL {
        for stage in STAGES {
            let html = panel(state, stage).await;
            let own: Vec<&str> = state
                .moves()
                .iter()
                .filter(|taken| taken.by == By::Stage(stage))
                .map(|taken| taken.action.label())
                .collect();
            assert_eq!(html.matches("<button").count(), own.len(), "{state:?} {stage:?}: {html}");
            for label in own {
                assert!(html.contains(&format!(">{label}</button>")), "{state:?} {stage:?} {label}: {html}");
            }
        }
    }
}

#[tokio::test(flavor = "current_thread")]
async fn r91_a_reason_names_a_section_a_place_in_it_and_a_code_of_the_pack() {
    let loaded = in_state(State::UnitReview);
    let reason = ReturnItem {
        spot: Spot::field("basic_info", "mobile"),
        code: "A02".into(),
        text: "请核对手机号码".into(),
        answer: String::new(),
    };
    let props = ReasonListProps { loaded, reasons: vec![reason], on_change: Callback::noop() };
    let html = yew::LocalServerRenderer::<ReasonList>::with_props(props).hydratable(false).render().await;
    let chosen: Vec<&str> =
        html.split("<option ").filter(|option| option.contains("selected")).map(value).collect();
    assert_eq!(chosen, ["basic_info", "basic_info--mobile", "A02"], "{html}");
    for label in ["reason-0-section", "reason-0-place", "reason-0-code", "reason-0-text"] {
        assert!(html.contains(&format!("for=\"{label}\"")), "{html}");
    }
}

/// The value attribute of what follows `<option `.
fn value(option: &str) -> &str {
    let rest = option.split_once("value=\"").map_or("", |(_, rest)| rest);
    rest.split_once('"').map_or("", |(value, _)| value)
}
