//! The words of scans on their way: their size, and why they did not get there.

use domain::form::Scan;
use domain::media;
use domain::pack::{BatchRules, Slot};

use crate::texts::texts;
use crate::upload::UploadFailure;

/// A file as it was chosen, before anything is sent.
pub struct Chosen {
    pub media_type: String,
    pub bytes: u64,
}

/// Returns why these scans cannot go into the slot.
pub fn refusal(slot: &Slot, limits: &BatchRules, n_had: usize, chosen: &[Chosen]) -> Option<String> {
    let texts = &texts().form.scans;
    if n_had + chosen.len() > slot.max {
        return Some((texts.too_many)(slot.max));
    }
    let is_accepted = |scan: &Chosen| match slot.image_only {
        true => [media::JPEG, media::PNG].contains(&scan.media_type.as_str()),
        false => media::ACCEPTED.contains(&scan.media_type.as_str()),
    };
    if !chosen.iter().all(is_accepted) {
        return Some(if slot.image_only { texts.wrong_type_image } else { texts.wrong_type }.to_owned());
    }
    if chosen.iter().any(|scan| scan.bytes == 0) {
        return Some(texts.empty_file.to_owned());
    }
    let most = slot.max_bytes(limits);
    chosen.iter().any(|scan| scan.bytes > most).then(|| (texts.too_large)(&size_in_words(most)))
}

/// Returns the sentence about an upload that came to nothing; a cancelled one needs none.
pub fn failure_in_words(failure: &UploadFailure) -> Option<String> {
    match failure {
        UploadFailure::Cancelled => None,
        UploadFailure::Unreadable => Some(texts().form.scans.unreadable.to_owned()),
        UploadFailure::Interrupted => Some(texts().form.scans.failed.to_owned()),
        UploadFailure::Refused(error) => Some(error.message()),
    }
}

/// `3.4 MB，共 12 页`.
pub fn file_size_in_words(scan: &Scan) -> String {
    let pages = scan.facts.pages.filter(|n| *n > 1);
    (texts().form.scans.size)(&size_in_words(scan.bytes), pages)
}

/// `820 KB`, `3.4 MB`.
pub fn size_in_words(bytes: u64) -> String {
    const KB: u64 = 1024;
    const MB: u64 = 1024 * KB;
    if bytes < MB {
        return format!("{} KB", bytes.div_ceil(KB));
    }
    let tenths = bytes * 10 / MB;
    if tenths.is_multiple_of(10) {
        format!("{} MB", tenths / 10)
    } else {
        format!("{}.{} MB", tenths / 10, tenths % 10)
    }
}
