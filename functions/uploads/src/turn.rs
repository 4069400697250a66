//! A scan upright (R40): another object made of what arrived.

use crate::describe::scan;
use crate::inspect::{check_size, refusal};
use crate::{Uploads, place};
use api::refusal::UploadRefusal;
use api::scans::TurnScan;
use domain::form::{Scan, ScanFacts};
use domain::ids::ApplicationId;
use domain::pack::Slot;
use domain::publicity::sha256_hex;
use lambda_http::Request;
use platform::{ApiError, ApiResult, Reply, scan_key};
use std::sync::Arc;

pub(crate) async fn turn(state: Arc<Uploads>, request: Request) -> ApiResult<Reply> {
    let asked = place::application(&state.app, &request).await?;
    let TurnScan { degrees } = platform::body(&request)?;
    let had = scan(&state, &asked, &request).await?;
    let (section, slot) = asked.open_slot(&had.place)?;
    if !matches!(degrees, 0 | 90 | 180 | 270) {
        return Err(UploadRefusal::Degrees.into());
    }
    if had.rotation.unwrap_or_default() == degrees {
        return platform::ok(&had);
    }
    let id = &asked.application.id;
    let arrived = scan_key(id, had.id.as_str());
    let arrived = state.objects.read(&arrived, asked.pack.batch.max_file_bytes).await?;
    let arrived = arrived.ok_or_else(|| ApiError::internal("a confirmed scan is not in the bucket"))?;
    let turned = turned(&state, (id, slot), &had, &arrived, degrees).await?;
    check_size(slot, &turned.facts)?;
    state.app.store.describe(id, &turned, section.filled_by).await?;
    platform::ok(&turned)
}

/// Puts the turned scan into the bucket. The same turn of the same scan is the same object.
pub(crate) async fn turned(
    state: &Uploads,
    (id, slot): (&ApplicationId, &Slot),
    had: &Scan,
    arrived: &[u8],
    degrees: u16,
) -> ApiResult<Scan> {
    let bytes = scan::turned(&had.media_type, arrived, degrees).map_err(|fault| refusal(fault, slot))?;
    let turned = Scan {
        bytes: bytes.len() as u64,
        sha256: sha256_hex(&bytes),
        facts: facts(had, degrees),
        rotation: Some(degrees),
        ..had.clone()
    };
    state.objects.put(&scan_key(id, &turned.object()), &had.media_type, bytes).await?;
    Ok(turned)
}

/// The shades are the same on every side.
fn facts(had: &Scan, degrees: u16) -> ScanFacts {
    let by = had.rotation.unwrap_or_default() + degrees;
    let (width, height) = (had.facts.width, had.facts.height);
    let (width, height) = if by.is_multiple_of(180) { (width, height) } else { (height, width) };
    ScanFacts { width, height, ..had.facts }
}
