//! What a slot's files are doing on their way to the server.

use domain::media;
use domain::policy::{BatchRules, Slot};

use crate::texts::texts;
use crate::upload::{UploadFailure, UploadStep};

#[derive(Clone, Debug, PartialEq)]
pub enum Transfer {
    /// The row that the file belongs to is being saved.
    SavingFirst,
    Running {
        name: String,
        /// Of how many that were chosen together, counted from 1.
        number: usize,
        of: usize,
        step: UploadStep,
        /// Since the first byte was sent.
        milliseconds: f64,
    },
    Failed(String),
}

/// A file as it was chosen, before anything is sent.
pub struct Chosen {
    pub media_type: String,
    pub bytes: u64,
}

/// Why these files cannot go into the slot.
pub fn refusal(slot: &Slot, limits: &BatchRules, n_had: usize, chosen: &[Chosen]) -> Option<String> {
    let texts = &texts().form.files;
    if n_had + chosen.len() > slot.max {
        return Some((texts.too_many)(slot.max));
    }
    let is_accepted = |file: &Chosen| match slot.image_only {
        true => [media::JPEG, media::PNG].contains(&file.media_type.as_str()),
        false => media::ACCEPTED.contains(&file.media_type.as_str()),
    };
    if !chosen.iter().all(is_accepted) {
        return Some(if slot.image_only { texts.wrong_type_image } else { texts.wrong_type }.to_owned());
    }
    if chosen.iter().any(|file| file.bytes == 0) {
        return Some(texts.empty_file.to_owned());
    }
    let too_large = chosen.iter().any(|file| file.bytes > limits.max_file_bytes);
    too_large.then(|| (texts.too_large)(&size_in_words(limits.max_file_bytes)))
}

pub fn failure_in_words(failure: &UploadFailure) -> Option<String> {
    match failure {
        UploadFailure::Cancelled => None,
        UploadFailure::Unreadable => Some(texts().form.files.unreadable.to_owned()),
        UploadFailure::Interrupted => Some(texts().form.files.failed.to_owned()),
        UploadFailure::Refused(error) => Some(error.message()),
    }
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
