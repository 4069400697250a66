//! Describing a scan, taking it away, and reading it.

use crate::{Uploads, place};
use api::refusal::UploadRefusal;
use api::scans::{DescribeScan, ScanLink};
use domain::form::Scan;
use domain::ids::ScanId;
use domain::media;
use domain::pack::FilledBy;
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
    let scan = readable(&state, &asked, &place::scan_id(&request)?).await?;
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

/// The scan as whoever fills its section has it.
pub(crate) async fn scan(state: &Uploads, asked: &place::Asked, request: &Request) -> ApiResult<Scan> {
    own_scan(state, asked, &place::scan_id(request)?).await?.ok_or_else(ApiError::not_found)
}

async fn own_scan(state: &Uploads, asked: &place::Asked, id: &ScanId) -> ApiResult<Option<Scan>> {
    let scan = state.app.store.scan(&asked.application.id, id).await?;
    let fills = |scan: &Scan| {
        let section = asked.pack.section(&scan.place.section);
        section.is_some_and(|section| asked.relation.fills(section.filled_by))
    };
    Ok(scan.filter(fills))
}

/// The scan if the caller may read it: his own, or one of a version. A scan that a version holds stays readable after
/// it was taken away; one that no version holds is nobody else's.
async fn readable(state: &Uploads, asked: &place::Asked, id: &ScanId) -> ApiResult<Scan> {
    if let Some(own) = own_scan(state, asked, id).await? {
        return Ok(own);
    }
    for part in [FilledBy::Applicant, FilledBy::Unit] {
        if asked.relation.reads(part)
            && let Some(held) = state.app.store.scan_of_version(&asked.application, part, id).await?
        {
            return Ok(held);
        }
    }
    Err(ApiError::not_found())
}
