//! Describing a scan, taking it away, and reading it.

use crate::{Uploads, place};
use api::files::{DescribeFile, FileLink};
use api::refusal::UploadRefusal;
use domain::form::Attachment;
use domain::media;
use lambda_http::Request;
use platform::{ApiError, ApiResult, Reply, scan_key};
use std::sync::Arc;

const MAX_DESCRIPTION_CHARS: usize = 200;

/// Stores what is declared of a scan: original or copy (R66, R67), kind (R53), description, mark (R41).
pub(crate) async fn describe(state: Arc<Uploads>, request: Request) -> ApiResult<Reply> {
    let asked = place::application(&state.app, &request).await?;
    let DescribeFile { copy_kind, kind, description, marked } = platform::body(&request)?;
    let had = attachment(&state, &asked, &request).await?;
    let (section, slot) = asked.open_slot(&had.place)?;
    if !kind.is_empty() && !slot.kinds.iter().any(|known| known.value == kind) {
        return Err(UploadRefusal::Kind.into());
    }
    if description.chars().count() > MAX_DESCRIPTION_CHARS {
        return Err(UploadRefusal::DescriptionTooLong { max: MAX_DESCRIPTION_CHARS }.into());
    }
    let described =
        Attachment { copy_kind, kind, description: description.trim().to_owned(), marked, ..had.clone() };
    state.app.store.describe(&asked.file.id, &described, section.filled_by).await?;
    platform::ok(&described)
}

pub(crate) async fn delete(state: Arc<Uploads>, request: Request) -> ApiResult<Reply> {
    let asked = place::application(&state.app, &request).await?;
    let had = attachment(&state, &asked, &request).await?;
    let (section, _) = asked.open_slot(&had.place)?;
    state.app.store.remove_file(&asked.file.id, &had.id, section.filled_by).await?;
    platform::no_content()
}

pub(crate) async fn read(state: Arc<Uploads>, request: Request) -> ApiResult<Reply> {
    let asked = place::application(&state.app, &request).await?;
    let file = attachment(&state, &asked, &request).await?;
    let extension = match file.media_type.as_str() {
        media::JPEG => "jpg",
        media::PNG => "png",
        _ => "pdf",
    };
    let name = format!("{}.{extension}", file.id);
    let url =
        state.objects.presign_get(&scan_key(&asked.file.id, &file.object()), &file.media_type, &name).await?;
    platform::ok(&FileLink { url, media_type: file.media_type })
}

pub(crate) async fn attachment(
    state: &Uploads,
    asked: &place::Asked,
    request: &Request,
) -> ApiResult<Attachment> {
    let file = state.app.store.attachment(&asked.file.id, &place::file_id(request)?).await?;
    file.filter(|file| asked.may_read(&file.place)).ok_or_else(ApiError::not_found)
}
