//! Describing a scan, taking it away, and reading it.

use crate::{Uploads, place};
use api::refusal::UploadRefusal;
use api::scans::{DescribeScan, ScanLink};
use domain::form::Scan;
use domain::media;
use lambda_http::Request;
use platform::{ApiError, ApiResult, Reply, scan_key};
use std::sync::Arc;

const MAX_DESCRIPTION_CHARS: usize = 200;

/// Stores what is declared of a scan: original or copy (R66, R67), kind (R53), description, mark (R41).
pub(crate) async fn describe(state: Arc<Uploads>, request: Request) -> ApiResult<Reply> {
    let asked = place::application(&state.app, &request).await?;
    let DescribeScan { copy_kind, kind, description, marked } = platform::body(&request)?;
    let had = scan(&state, &asked, &request).await?;
    let (section, slot) = asked.open_slot(&had.place)?;
    if !kind.is_empty() && !slot.kinds.iter().any(|known| known.value == kind) {
        return Err(UploadRefusal::Kind.into());
    }
    if description.chars().count() > MAX_DESCRIPTION_CHARS {
        return Err(UploadRefusal::DescriptionTooLong { max: MAX_DESCRIPTION_CHARS }.into());
    }
    let described =
        Scan { copy_kind, kind, description: description.trim().to_owned(), marked, ..had.clone() };
    state.app.store.describe(&asked.application.id, &described, section.filled_by).await?;
    platform::ok(&described)
}

pub(crate) async fn delete(state: Arc<Uploads>, request: Request) -> ApiResult<Reply> {
    let asked = place::application(&state.app, &request).await?;
    let had = scan(&state, &asked, &request).await?;
    let (section, _) = asked.open_slot(&had.place)?;
    state.app.store.remove_scan(&asked.application.id, &had.id, section.filled_by).await?;
    platform::no_content()
}

pub(crate) async fn read(state: Arc<Uploads>, request: Request) -> ApiResult<Reply> {
    let asked = place::application(&state.app, &request).await?;
    let scan = scan(&state, &asked, &request).await?;
    let extension = match scan.media_type.as_str() {
        media::JPEG => "jpg",
        media::PNG => "png",
        _ => "pdf",
    };
    let name = format!("{}.{extension}", scan.id);
    let url = state
        .objects
        .presign_get(&scan_key(&asked.application.id, &scan.object()), &scan.media_type, &name)
        .await?;
    platform::ok(&ScanLink { url, media_type: scan.media_type })
}

pub(crate) async fn scan(state: &Uploads, asked: &place::Asked, request: &Request) -> ApiResult<Scan> {
    let scan = state.app.store.scan(&asked.application.id, &place::scan_id(request)?).await?;
    scan.filter(|scan| asked.may_read(&scan.place)).ok_or_else(ApiError::not_found)
}
