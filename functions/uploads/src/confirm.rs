//! Compares what arrived with what was announced; only then does the scan exist, and it exists upright.

use crate::inspect::inspect;
use crate::turn::turned;
use crate::{Uploads, place};
use api::refusal::UploadRefusal;
use domain::form::{CopyKind, Scan};
use lambda_http::Request;
use platform::{ApiError, ApiResult, Reply, StoreError, scan_key};
use std::sync::Arc;

pub(crate) async fn confirm(state: Arc<Uploads>, request: Request) -> ApiResult<Reply> {
    let asked = place::application(&state.app, &request).await?;
    let (id, scan) = (&asked.application.id, place::scan_id(&request)?);
    let Some(announced) = state.app.store.announced(id, &scan).await? else {
        return match state.app.store.scan(id, &scan).await? {
            Some(scan) if asked.open_slot(&scan.place).is_ok() => platform::ok(&scan),
            Some(_) | None => Err(ApiError::not_found()),
        };
    };
    let (section, slot) = asked.open_slot(&announced.place)?;
    let arrived = state.objects.read(&scan_key(id, scan.as_str()), announced.bytes).await?;
    let arrived = arrived.ok_or(UploadRefusal::NotArrived)?;
    if arrived.len() as u64 != announced.bytes {
        return Err(UploadRefusal::OtherSize.into());
    }
    let facts = inspect(&announced.media_type, &arrived, slot, &asked.pack.batch)?;
    let scan = Scan {
        id: scan,
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
    let scan = match scan::is_noted(&scan.media_type, &arrived) {
        true => turned(&state, (id, slot), &scan, &arrived, 0).await?,
        false => scan,
    };
    match state.app.store.confirm(id, &scan, section.filled_by).await {
        Ok(()) => platform::created(&scan),
        Err(StoreError::Changed) => Err(UploadRefusal::Settled.into()),
        Err(error) => Err(error.into()),
    }
}
