//! Compares what arrived with what was announced; only then does the scan exist, and it exists upright.

use crate::inspect::inspect;
use crate::turn::turned;
use crate::{Uploads, place};
use api::refusal::UploadRefusal;
use domain::form::{Attachment, CopyKind};
use lambda_http::Request;
use platform::{ApiError, ApiResult, Reply, StoreError, scan_key};
use std::sync::Arc;

pub(crate) async fn confirm(state: Arc<Uploads>, request: Request) -> ApiResult<Reply> {
    let asked = place::application(&state.app, &request).await?;
    let (id, file) = (&asked.file.id, place::file_id(&request)?);
    let Some(announced) = state.app.store.announced(id, &file).await? else {
        return match state.app.store.attachment(id, &file).await? {
            Some(attachment) if asked.open_slot(&attachment.place).is_ok() => platform::ok(&attachment),
            Some(_) | None => Err(ApiError::not_found()),
        };
    };
    let (section, slot) = asked.open_slot(&announced.place)?;
    let arrived = state.objects.read(&scan_key(id, file.as_str()), announced.bytes).await?;
    let arrived = arrived.ok_or(UploadRefusal::NotArrived)?;
    if arrived.len() as u64 != announced.bytes {
        return Err(UploadRefusal::OtherSize.into());
    }
    let facts = inspect(&announced.media_type, &arrived, slot, &asked.pack.batch)?;
    let attachment = Attachment {
        id: file,
        place: announced.place,
        file_name: announced.file_name,
        media_type: announced.media_type,
        bytes: announced.bytes,
        sha256: announced.sha256,
        copy_kind: CopyKind::Original,
        kind: String::new(),
        description: String::new(),
        marked: false,
        facts,
        rotation: None,
        uploaded_at: state.app.clock.now(),
    };
    let attachment = match scan::is_noted(&attachment.media_type, &arrived) {
        true => turned(&state, (id, slot), &attachment, &arrived, 0).await?,
        false => attachment,
    };
    match state.app.store.confirm(id, &attachment, section.filled_by).await {
        Ok(()) => platform::created(&attachment),
        Err(StoreError::Changed) => Err(UploadRefusal::Settled.into()),
        Err(error) => Err(error.into()),
    }
}
