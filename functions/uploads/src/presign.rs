//! A link that takes exactly the announced bytes, once, within ten minutes.

use crate::{Uploads, place};
use api::refusal::UploadRefusal;
use api::scans::{PresignUpload, Presigned};
use domain::form::Place;
use domain::ids::ScanId;
use domain::media;
use domain::pack::{Section, Slot};
use lambda_http::Request;
use platform::{ApiResult, PendingUpload, Reply, scan_key, secrets};
use std::sync::Arc;

const MAX_NAME_CHARS: usize = 120;

pub(crate) async fn presign(state: Arc<Uploads>, request: Request) -> ApiResult<Reply> {
    let asked = place::application(&state.app, &request).await?;
    let wanted: PresignUpload = platform::body(&request)?;
    let (section, slot) = asked.open_slot(&wanted.place)?;
    let id = &asked.application.id;
    if let Some(row) = &wanted.place.row {
        let stored = state.app.store.section(id, &section.id).await?.unwrap_or_default();
        let known = stored.data.groups.values().flatten().any(|known| known.id == *row);
        if !known {
            return Err(UploadRefusal::UnsavedRow.into());
        }
    }
    check_scan(&wanted, slot, slot.max_bytes(&asked.pack.batch))?;
    let total = state.app.store.bytes_of(id).await? + wanted.bytes;
    if total > asked.pack.batch.max_application_bytes {
        return Err(UploadRefusal::TotalTooLarge.into());
    }
    check_row(section, &wanted.place)?;
    let scan = ScanId::new(secrets::new_id());
    let key = scan_key(id, scan.as_str());
    let put = state.objects.presign_put(&key, &wanted.media_type, wanted.bytes, &wanted.sha256).await?;
    let upload = PendingUpload {
        scan: scan.clone(),
        place: wanted.place,
        file_name: tidy_name(&wanted.file_name),
        media_type: wanted.media_type,
        bytes: wanted.bytes,
        sha256: wanted.sha256.to_ascii_lowercase(),
    };
    state.app.store.announce(id, &upload, state.app.clock.now()).await?;
    platform::created(&Presigned { scan, url: put.url, headers: put.headers })
}

fn check_scan(wanted: &PresignUpload, slot: &Slot, max_bytes: u64) -> ApiResult<()> {
    let is_image = matches!(wanted.media_type.as_str(), media::JPEG | media::PNG);
    if !media::ACCEPTED.contains(&wanted.media_type.as_str()) || slot.image_only && !is_image {
        let refusal = UploadRefusal::MediaType { label: slot.label.clone(), image_only: slot.image_only };
        return Err(refusal.into());
    }
    if wanted.bytes == 0 {
        return Err(UploadRefusal::Empty.into());
    }
    if wanted.bytes > max_bytes {
        return Err(UploadRefusal::TooLarge { megabytes: max_bytes / 1024 / 1024 }.into());
    }
    let is_hash = wanted.sha256.len() == 64 && wanted.sha256.bytes().all(|b| b.is_ascii_hexdigit());
    if is_hash { Ok(()) } else { Err(UploadRefusal::Checksum.into()) }
}

/// A slot of a group belongs to a row, a slot of the section to none.
fn check_row(section: &Section, place: &Place) -> ApiResult<()> {
    let is_of_section = section.slots.iter().any(|slot| slot.id == place.slot);
    if is_of_section == place.row.is_none() {
        return Ok(());
    }
    Err(UploadRefusal::MisplacedRow.into())
}

/// The name is only ever shown: no path, no control or direction characters.
fn tidy_name(name: &str) -> String {
    let is_hidden = |c: char| {
        c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let base = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean: String = base.chars().filter(|c| !is_hidden(*c)).take(MAX_NAME_CHARS).collect();
    if clean.trim().is_empty() { "未命名".into() } else { clean.trim().to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_lose_paths_and_hidden_characters() {
        assert_eq!(tidy_name("../../etc/x.pdf"), "x.pdf");
        assert_eq!(tidy_name("论文\r\n\u{202e}fdp.exe"), "论文fdp.exe");
        assert_eq!(tidy_name("  "), "未命名");
        assert_eq!(tidy_name(&"证".repeat(255)).chars().count(), MAX_NAME_CHARS);
    }
}
