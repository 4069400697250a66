//! Which organisations a file will pass, from what is registered today; frozen at the first submission (§5.3).

use api::organisations::Organisation;
use domain::workflow::{CaseFile, RouteFacts, Stage, Station, stages};
use platform::{ApiError, ApiResult, App, Loaded};

pub(crate) async fn compute(app: &App, file: &CaseFile, loaded: &Loaded) -> ApiResult<Vec<Station>> {
    let unit = app.store.organisation(&file.unit).await?;
    let unit = unit.ok_or_else(|| ApiError::internal("an application without a unit"))?;
    let policy = &loaded.policy;
    let supervisor = match &unit.supervisor {
        Some(id) => app.store.organisation(id).await?,
        None => None,
    };
    let title_office = app.store.office(Stage::CountyTitle, &unit.county_code).await?;
    // Chosen where it is not offered, it is refused with the form's other problems (R20), not for want of a bureau.
    let offered = policy.county(&unit.county_code).is_some_and(|county| county.dual_directed);
    let facts = RouteFacts {
        has_supervisor: supervisor.is_some(),
        is_county_unit: unit.is_county_unit,
        county_has_title_office: title_office.is_some(),
        dual_directed: offered && loaded.case(file).value("basic_info", "dual_directed") == "true",
    };
    let mut route = vec![station(Stage::Unit, &unit)];
    for stage in stages(facts, &policy.offices.order) {
        let office = match stage {
            Stage::Unit => Some(unit.clone()),
            Stage::Supervisor => supervisor.clone(),
            Stage::CountyTitle => title_office.clone(),
            Stage::CountyIndustry => app.store.office(stage, &unit.county_code).await?,
            Stage::Series => {
                let code = policy.committee(&file.committee).map_or("", |c| c.series_office.as_str());
                app.store.office(stage, code).await?
            }
        };
        let missing = || {
            let title = format!("{}尚未在平台登记，暂不能提交，请联系平台管理员", stage.label());
            ApiError::conflict("E_OFFICE_MISSING", title)
        };
        route.push(station(stage, &office.ok_or_else(missing)?));
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
