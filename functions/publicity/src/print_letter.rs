//! The letter of a slot for whoever fills its section, filled with what the application says.

use crate::Publicity;
use api::workflow::PdfLink;
use domain::ids::ApplicationId;
use domain::letter;
use domain::media;
use lambda_http::Request;
use platform::{ApiError, ApiResult, Reply};
use std::sync::Arc;

pub(crate) async fn print(state: Arc<Publicity>, request: Request) -> ApiResult<Reply> {
    let app = &state.app;
    let caller = app.caller(&request).await?;
    let id = ApplicationId::new(platform::parameter(&request, "application")?);
    let (section, slot) = (platform::parameter(&request, "section")?, platform::parameter(&request, "slot")?);
    let (application, relation) = app.application_for(&caller, &id).await?;
    let loaded = app.load(&application).await?;
    let filled_by = loaded.pack.section(&section).ok_or_else(ApiError::not_found)?.filled_by;
    if !relation.fills(filled_by) {
        return Err(ApiError::not_found());
    }
    let letter =
        letter::of_slot(&loaded.case(&application), &section, &slot).ok_or_else(ApiError::not_found)?;
    let pdf = publicity::render_letter(&letter, filled_by, &state.fonts).map_err(ApiError::internal)?;
    let key = format!("letters/{id}/{section}/{slot}.pdf");
    state.objects.put(&key, media::PDF, pdf).await?;
    let name = format!("{}-{}.pdf", letter.title, application.applicant_name);
    let url = state.objects.presign_get(&key, media::PDF, &name).await?;
    platform::created(&PdfLink { url })
}
