//! The organisations that an application will pass, as registered today; frozen when first submitted (§5.3).

use crate::app::App;
use crate::error::{ApiError, ApiResult};
use crate::loaded::Loaded;
use api::organisations::Organisation;
use api::refusal::ApplicationRefusal;
use domain::named::basic_info;
use domain::workflow::{Application, Office, RouteFacts, Stage, Station, offices};

pub(crate) async fn compute(
    app: &App,
    application: &Application,
    loaded: &Loaded,
) -> ApiResult<Vec<Station>> {
    let unit = app.store.organisation(&application.unit).await?;
    let unit = unit.ok_or_else(|| ApiError::internal("an application without a unit"))?;
    let pack = &loaded.pack;
    let supervisor = match &unit.supervisor {
        Some(id) => app.store.organisation(id).await?,
        None => None,
    };
    let title_office = app.store.office(Office::CountyTitle, &unit.county_code).await?;
    // Chosen where it is not offered, it is refused with the form's other problems (R20), not for want of a bureau.
    let offered = pack.county(&unit.county_code).is_some_and(|county| county.dual_directed);
    let facts = RouteFacts {
        has_supervisor: supervisor.is_some(),
        is_county_unit: unit.is_county_unit,
        county_has_title_office: title_office.is_some(),
        dual_directed: offered
            && loaded.case(application).value(basic_info::ID, basic_info::DUAL_DIRECTED) == "true",
    };
    let mut route = vec![station(Stage::Unit, &unit)];
    for office in offices(facts, &pack.offices.order) {
        let organisation = match office {
            Office::Supervisor => supervisor.clone(),
            Office::CountyTitle => title_office.clone(),
            Office::CountyIndustry => app.store.office(office, &unit.county_code).await?,
            Office::Series => {
                let code = pack.committee(&application.committee).map_or("", |c| c.series_office.as_str());
                app.store.office(office, code).await?
            }
        };
        let stage = Stage::Office(office);
        let organisation = organisation.ok_or(ApplicationRefusal::OfficeMissing { stage })?;
        route.push(station(stage, &organisation));
    }
    Ok(route)
}

fn station(stage: Stage, organisation: &Organisation) -> Station {
    Station {
        stage,
        organisation: organisation.id.clone(),
        name: organisation.name.clone(),
        phone: organisation.phone.clone(),
    }
}
