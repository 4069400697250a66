//! The table of one applicant: printed from what the application says now, and had again at any time.

use crate::Publicity;
use api::refusal::SheetRefusal;
use api::workflow::{PdfLink, PublicityTableMade};
use domain::form::{Case, Here};
use domain::ids::ApplicationId;
use domain::media;
use domain::named::publicity as named;
use domain::pack::FilledBy;
use domain::publicity::{PublicityTable, faults_of_sheet, payload, period, unit_blocks};
use domain::workflow::{Application, By, PostedTable, Refusal, Stage};
use lambda_http::Request;
use platform::{ApiError, ApiResult, Reply};
use std::sync::Arc;

/// Makes the table that the unit posts (R73). Everything that is printed has to be there.
pub(crate) async fn make(state: Arc<Publicity>, request: Request) -> ApiResult<Reply> {
    let app = &state.app;
    let caller = app.caller(&request).await?;
    let id = ApplicationId::new(platform::parameter(&request, "application")?);
    let (application, relation) = app.application_for(&caller, &id).await?;
    if relation.acts_as(&application)? != By::Stage(Stage::Unit) {
        return Err(ApiError::not_found());
    }
    let loaded = app.load(&application).await?;
    let (posted, table) = next_table(&application, &loaded.case(&application), &app.config.site_origin)?;
    let pdf = publicity::render(&table, &state.fonts).map_err(ApiError::internal)?;
    state.objects.put(&key(&id, &posted), media::PDF, pdf).await?;
    let application = application.with_table(posted.clone());
    app.store.post_table(&application, &posted, loaded.scans_revision).await?;
    platform::created(&PublicityTableMade { application })
}

/// Signs a link to the table that hangs out, for everybody who may see the application.
pub(crate) async fn read(state: Arc<Publicity>, request: Request) -> ApiResult<Reply> {
    let caller = state.app.caller(&request).await?;
    let id = ApplicationId::new(platform::parameter(&request, "application")?);
    let (application, _) = state.app.application_for(&caller, &id).await?;
    let posted = application.posted.as_ref().ok_or(SheetRefusal::NotGenerated)?;
    let name = format!("公示表-{}-第{}版.pdf", application.applicant_name, posted.table_version);
    let url = state.objects.presign_get(&key(&id, posted), media::PDF, &name).await?;
    platform::ok(&PdfLink { url })
}

fn key(application: &ApplicationId, table: &PostedTable) -> String {
    format!("tables/{application}/{}.pdf", table.table_version)
}

/// Returns the table as it is to be posted, and what is printed of it.
fn next_table(
    application: &Application,
    case: &Case<'_>,
    site_origin: &str,
) -> Result<(PostedTable, PublicityTable), Refusal> {
    let blocks = payload(case);
    let posted = application.table_of(case);
    let incomplete = |problems| Refusal::Incomplete { part: FilledBy::Unit, problems };
    let problems = faults_of_sheet(case, &posted);
    let Some(period) = period(case).filter(|_| problems.is_empty()) else { return Err(incomplete(problems)) };
    let text = |field: &str| case.value(named::ID, field).to_owned();
    let here = Here { section: named::ID, row: None };
    let method = case.pack.section(named::ID).and_then(|section| section.field(named::METHOD));
    let table = PublicityTable {
        unit_name: application.unit_name.clone(),
        cycle_year: application.cycle_year,
        applicant_name: application.applicant_name.clone(),
        blocks: blocks.into_iter().chain(unit_blocks(case)).collect(),
        period,
        place: text(named::PLACE),
        method: method.map(|field| case.in_words(here, field)).unwrap_or_default(),
        contact_department: text(named::CONTACT_DEPARTMENT),
        contact_person: text(named::CONTACT_PERSON),
        contact_phone: text(named::CONTACT_PHONE),
        table_version: posted.table_version,
        check_code: posted.spaced_code(),
        check_url: format!("{site_origin}/check/{}", posted.check_code),
        generated_on: posted.generated_on,
    };
    Ok((posted, table))
}
