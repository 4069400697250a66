//! The letter of a slot for its applicant, filled with what the application says.

use crate::Publicity;
use api::workflow::LetterPrinted;
use domain::ids::ApplicationId;
use domain::letter;
use domain::media;
use lambda_http::Request;
use platform::{ApiError, ApiResult, Relation, Reply};
use std::sync::Arc;

pub(crate) async fn print(state: Arc<Publicity>, request: Request) -> ApiResult<Reply> {
    let app = &state.app;
    let caller = app.caller(&request).await?;
    let id = ApplicationId::new(platform::parameter(&request, "application")?);
    let (section, slot) = (platform::parameter(&request, "section")?, platform::parameter(&request, "slot")?);
    let (application, relation) = app.application_for(&caller, &id).await?;
    if relation != Relation::Applicant {
        return Err(ApiError::not_found());
    }
    let loaded = app.load(&application).await?;
    let letter =
        letter::of_slot(&loaded.case(&application), &section, &slot).ok_or_else(ApiError::not_found)?;
    let pdf = publicity::render_letter(&letter, &state.fonts).map_err(ApiError::internal)?;
    let key = format!("letters/{id}/{section}/{slot}.pdf");
    state.objects.put(&key, media::PDF, pdf).await?;
    let url = state.objects.presign_get(&key, media::PDF, &format!("{slot}.pdf")).await?;
    platform::created(&LetterPrinted { url })
}
