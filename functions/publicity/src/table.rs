//! The table of one applicant, printed from what the application says now, and remembered by its hash.

use crate::Publicity;
use api::workflow::PublicityTableMade;
use domain::dates;
use domain::form::Case;
use domain::ids::ApplicationId;
use domain::media;
use domain::named;
use domain::publicity::{Period, PublicityTable, payload, payload_hash, unit_blocks};
use domain::workflow::{Application, By, PostedTable, Stage};
use lambda_http::Request;
use platform::{ApiError, ApiResult, Reply};
use std::sync::Arc;

pub(crate) async fn make(state: Arc<Publicity>, request: Request) -> ApiResult<Reply> {
    let app = &state.app;
    let caller = app.caller(&request).await?;
    let id = ApplicationId::new(platform::parameter(&request, "application")?);
    let (application, relation) = app.application_for(&caller, &id).await?;
    if relation.acts_as()? != By::Stage(Stage::Unit) {
        return Err(ApiError::not_found());
    }
    let loaded = app.load(&application).await?;
    let (posted, table) = next_table(&application, &loaded.case(&application));
    let application = application.with_table(posted);
    let pdf = publicity::render(&table, &state.fonts).map_err(ApiError::internal)?;
    let key = format!("tables/{id}/{}.pdf", table.table_version);
    state.objects.put(&key, media::PDF, pdf).await?;
    app.store.replace_application(&application, loaded.scans_revision).await?;
    let name = format!("publicity-table-{}.pdf", table.table_version);
    let url = state.objects.presign_get(&key, media::PDF, &name).await?;
    platform::created(&PublicityTableMade { url, application })
}

/// Returns the table as it is to be posted, and what is printed of it.
fn next_table(application: &Application, case: &Case<'_>) -> (PostedTable, PublicityTable) {
    let blocks = payload(case);
    let posted = application.table_of(payload_hash(&blocks), case.today);
    let text = |field: &str| case.value(named::publicity::ID, field).to_owned();
    let table = PublicityTable {
        unit_name: application.unit_name.clone(),
        cycle_year: application.cycle_year,
        applicant_name: application.applicant_name.clone(),
        blocks: blocks.into_iter().chain(unit_blocks(case)).collect(),
        period: period(case),
        place: text(named::publicity::PLACE),
        contact_department: text(named::publicity::CONTACT_DEPARTMENT),
        contact_person: text(named::publicity::CONTACT_PERSON),
        contact_phone: text(named::publicity::CONTACT_PHONE),
        table_version: posted.table_version,
        verification: format!("第{}版 {}", posted.table_version, posted.verification_digits()),
        payload_hash: posted.payload_hash.clone(),
        generated_on: posted.generated_on,
    };
    (posted, table)
}

/// Returns the period once the clerk has entered its dates; before that they are written by hand.
fn period(case: &Case<'_>) -> Option<Period> {
    let day = |field| dates::parse_day(case.value(named::publicity::ID, field));
    let (start, end) = (day(named::publicity::START_DATE)?, day(named::publicity::END_DATE)?);
    let working_days = case.calendar().working_days(start, end, case.pack.batch.count_first_day).ok()?;
    Some(Period { start, end, working_days })
}
