//! 开始申报 (R4): one live application a person and cycle (X9), under the pack of an open batch.

use crate::choice;
use api::applications::{StartApplication, Started};
use api::organisations::Organisation;
use api::refusal::ApplicationRefusal;
use domain::batch::Batch;
use domain::form::{Answers, SectionData};
use domain::identifiers::{Gender, IdNumber, mask_id_number};
use domain::ids::ApplicationId;
use domain::named::basic_info;
use domain::pack::Pack;
use domain::workflow::{Application, Filling, Stage, State};
use lambda_http::Request;
use platform::{Account, ApiResult, App, Reply, StoreError, secrets};
use std::collections::BTreeMap;
use std::sync::Arc;

pub(crate) async fn start(app: Arc<App>, request: Request) -> ApiResult<Reply> {
    let caller = app.caller(&request).await?;
    caller.require_applicant()?;
    let wanted: StartApplication = platform::body(&request)?;
    let pack = app.packs.newest_version(&wanted.pack)?;
    let batch = open_batch(&app, app.packs.batch_id(&pack.id)).await?;
    choice::check(&pack, &wanted.choice)?;
    let unit = app.store.organisation(&wanted.unit).await?.filter(|unit| unit.stage == Stage::Unit);
    let unit = unit.ok_or(ApplicationRefusal::UnknownUnit)?;
    let supervisor = match &unit.supervisor {
        Some(id) => {
            app.store.organisation(id).await?.map(|organisation| organisation.name).unwrap_or_default()
        }
        None => String::new(),
    };
    let application = new_application(&app, &caller.account, &unit, &pack, &batch, &wanted);
    let answers = first_answers(&pack, &caller.account, &unit, supervisor, &wanted);
    match app.store.start(&application, &pack, &answers).await {
        Ok(()) => platform::created(&Started { application: application.id }),
        Err(StoreError::Changed) => Err(ApplicationRefusal::OneAYear.into()),
        Err(error) => Err(error.into()),
    }
}

async fn open_batch(app: &App, pack: &str) -> ApiResult<Batch> {
    let batch = app.store.batch(pack).await?;
    let batch = batch.ok_or(ApplicationRefusal::NoBatch)?;
    if batch.is_open(app.clock.today()) {
        return Ok(batch);
    }
    Err(ApplicationRefusal::OutsideBatch { from: batch.open_on, to: batch.personal_deadline }.into())
}

fn new_application(
    app: &App,
    account: &Account,
    unit: &Organisation,
    pack: &Pack,
    batch: &Batch,
    wanted: &StartApplication,
) -> Application {
    let now = app.clock.now();
    Application {
        id: ApplicationId::new(secrets::new_id()),
        applicant: account.id.clone(),
        applicant_name: account.name.clone(),
        unit: unit.id.clone(),
        unit_name: unit.name.clone(),
        pack: pack.id.clone(),
        cycle_year: pack.cycle_year,
        target_title: wanted.choice.target_title.clone(),
        committee: wanted.choice.committee.clone(),
        specialty: wanted.choice.specialty.clone(),
        state: State::Filling(Filling::Draft),
        revision: 0,
        version: 0,
        unit_version: 0,
        submitted: None,
        first_submitted_on: None,
        last_submitted_on: None,
        material_deadline: Some(batch.personal_deadline),
        review_deadline: Some(batch.series_deadline),
        route: Vec::new(),
        station: 0,
        reached: 0,
        posted: None,
        earlier_tables: Vec::new(),
        section_digests: BTreeMap::new(),
        opened: true,
        withdrawal: None,
        ended_in: None,
        last_step: None,
        open_return: None,
        order: None,
        arrived_on: now.date_naive(),
        n_log: 0,
        log_hash: String::new(),
        started_at: now,
        updated_at: now,
    }
}

/// Everything that the system knows already: the account, the unit and the choice. The ID number stays masked.
fn first_answers(
    pack: &Pack,
    account: &Account,
    unit: &Organisation,
    supervisor: String,
    wanted: &StartApplication,
) -> Answers {
    let id = IdNumber::parse(&account.id_number).ok();
    let gender = id.as_ref().map_or("", |id| match id.gender() {
        Gender::Male => "Male",
        Gender::Female => "Female",
    });
    let is_permit = id.as_ref().is_some_and(IdNumber::is_residence_permit);
    let id_kind = if is_permit { "ResidencePermit" } else { "ResidentId" };
    let birth_date = id.as_ref().map(|id| id.birth_date().to_string()).unwrap_or_default();
    let known = [
        (basic_info::NAME, account.name.clone()),
        (basic_info::ID_NUMBER, mask_id_number(&account.id_number)),
        (basic_info::ID_KIND, id_kind.into()),
        (basic_info::GENDER, gender.into()),
        (basic_info::BIRTH_DATE, birth_date),
        (basic_info::UNIT_NAME, unit.name.clone()),
        (basic_info::UNIT_USC_CODE, unit.usc_code.clone()),
        (basic_info::UNIT_COUNTY, unit.county_code.clone()),
        (basic_info::SUPERVISOR, supervisor),
        (basic_info::UNIT_NATURE, unit.nature.clone()),
        (basic_info::IDENTITY_NATURE, unit.nature.clone()),
        (basic_info::MOBILE, account.mobile.clone()),
        (basic_info::CYCLE_YEAR, pack.cycle_year.to_string()),
    ];
    let mut values: BTreeMap<String, String> =
        known.into_iter().map(|(field, value)| (field.to_owned(), value)).collect();
    choice::write(&mut values, &wanted.choice, &wanted.specialty_note);
    let asked = |id: &str| pack.section(basic_info::ID).is_some_and(|section| section.field(id).is_some());
    values.retain(|id, value| !value.is_empty() && asked(id));
    BTreeMap::from([(basic_info::ID.into(), SectionData { values, ..SectionData::default() })])
}
