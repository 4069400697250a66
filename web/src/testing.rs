//! Renders components to HTML on the developer's machine.

use api::accounts::{Me, Role};
use api::applications::Summary;
use chrono::{DateTime, NaiveDate};
use domain::ids::{AccountId, ApplicationId, OrganisationId};
use domain::pack::{Pack, load_folder};
use domain::workflow::{Ending, Stage, State};
use std::path::Path;
use std::rc::Rc;
use yew::LocalServerRenderer;
use yew::prelude::*;
use yew_router::Router;
use yew_router::history::{AnyHistory, History, MemoryHistory};

#[derive(Properties, PartialEq)]
struct FrameProps {
    children: Html,
}

#[component]
fn Frame(props: &FrameProps) -> Html {
    let history = AnyHistory::from(MemoryHistory::new());
    history.push("/");
    html! { <Router {history}>{ props.children.clone() }</Router> }
}

/// Inside a router at `/`, with nobody signed in.
pub(crate) async fn render(children: Html) -> String {
    LocalServerRenderer::<Frame>::with_props(FrameProps { children }).hydratable(false).render().await
}

pub(crate) fn summary(state: State) -> Summary {
    Summary {
        id: ApplicationId::new("a1"),
        pack: "liuzhou-2020".into(),
        cycle_year: 2020,
        applicant_name: "覃梅".into(),
        unit_name: "柳州市某某机械有限公司".into(),
        target_title: "Engineer".into(),
        specialty: "vehicle_engineering".into(),
        state,
        frees_cycle: state == State::Over(Ending::Withdrawn),
        way_out: None,
        asks_to_withdraw: false,
        table_version: None,
        due: NaiveDate::from_ymd_opt(2020, 8, 20),
        updated_at: DateTime::parse_from_rfc3339("2020-08-10T09:00:00+08:00").unwrap(),
    }
}

pub(crate) fn officer() -> Me {
    Me {
        account: AccountId::new("o1"),
        name: "王经办".into(),
        masked_mobile: "139****0003".into(),
        masked_id_number: String::new(),
        role: Role::Officer {
            organisation: OrganisationId::new("u1"),
            organisation_name: "柳州市某某机械有限公司".into(),
            stage: Stage::Unit,
        },
        now: DateTime::parse_from_rfc3339("2020-08-10T09:00:00+08:00").unwrap(),
    }
}

/// A city whose publicity is longer than Liuzhou's.
pub(crate) fn example_city() -> Rc<Pack> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/packs/example-city-2026");
    Rc::new(load_folder(folder).unwrap())
}
