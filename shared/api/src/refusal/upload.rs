//! Refusals of a scan: where it goes, what it is, and what arrived.

use super::answer::Answer;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum UploadRefusal {
    UnknownPlace,
    /// A slot of a group without a row, or a slot of the section with one.
    MisplacedRow,
    /// The row that the scan belongs to is not stored yet.
    UnsavedRow,
    /// The scans were submitted or forwarded with the application.
    Frozen,
    MediaType {
        label: String,
        image_only: bool,
    },
    Empty,
    TooLarge {
        megabytes: u64,
    },
    /// All scans of the application together exceed the limit.
    TotalTooLarge,
    Checksum,
    NotArrived,
    OtherSize,
    /// The announcement is gone: the scan was confirmed, or the application submitted.
    Settled,
    /// The first bytes are of another type than the scan claims.
    OtherType {
        image_only: bool,
    },
    Broken,
    TooManyPixels,
    TooFewPixels {
        label: String,
        least: [u32; 2],
        found: [u32; 2],
    },
    Encrypted,
    /// The PDF holds what a reader would run.
    Scripted,
    NoPages,
    TooManyPages {
        max: u32,
    },
    Kind,
    DescriptionTooLong {
        max: usize,
    },
    /// A rotation that is no quarter turn.
    Degrees,
}

impl UploadRefusal {
    pub(super) fn answer(&self) -> Answer {
        let unreadable = |code| Answer::new(422, code);
        match self {
            Self::UnknownPlace => Answer::invalid("/place"),
            Self::MisplacedRow | Self::UnsavedRow => Answer::invalid("/place/row"),
            Self::Frozen => Answer::conflict("E_NOT_EDITABLE"),
            Self::MediaType { .. } => Answer::invalid("/media_type"),
            Self::Empty | Self::TooLarge { .. } | Self::TotalTooLarge => Answer::invalid("/bytes"),
            Self::Checksum => Answer::invalid("/sha256"),
            Self::NotArrived | Self::OtherSize | Self::Settled => Answer::conflict("E_UPLOAD_MISMATCH"),
            Self::OtherType { .. } => unreadable("E_SCAN_TYPE"),
            Self::Broken => unreadable("E_SCAN_BROKEN"),
            Self::TooManyPixels => unreadable("E_SCAN_TOO_LARGE"),
            Self::TooFewPixels { .. } => unreadable("E_SCAN_TOO_SMALL"),
            Self::Encrypted => unreadable("E_PDF_ENCRYPTED"),
            Self::Scripted => unreadable("E_PDF_SCRIPTS"),
            Self::NoPages => unreadable("E_PDF_NO_PAGES"),
            Self::TooManyPages { .. } => unreadable("E_PDF_TOO_MANY_PAGES"),
            Self::Kind => Answer::invalid("/kind"),
            Self::DescriptionTooLong { .. } => Answer::invalid("/description"),
            Self::Degrees => Answer::invalid("/degrees"),
        }
    }
}
