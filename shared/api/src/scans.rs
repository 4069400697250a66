//! Bodies of `functions/uploads`.

use domain::form::{CopyKind, Place};
use domain::ids::ScanId;
use serde::{Deserialize, Serialize};

/// Announces a scan. Exactly these bytes of this type may then be sent, once.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PresignUpload {
    pub place: Place,
    pub file_name: String,
    /// `image/jpeg`, `image/png` or `application/pdf`.
    pub media_type: String,
    pub bytes: u64,
    /// Lower-case hexadecimal.
    pub sha256: String,
}

/// The address that takes the scan: by a PUT with all of these headers, within 10 minutes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Presigned {
    pub scan: ScanId,
    pub url: String,
    pub headers: Vec<(String, String)>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DescribeScan {
    pub copy_kind: CopyKind,
    #[serde(default)]
    pub kind: String,
    #[serde(default)]
    pub description: String,
    #[serde(default)]
    pub marked: bool,
}

/// The scan as the camera noted how it was held, turned clockwise by 0, 90, 180 or 270 degrees.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct TurnScan {
    pub degrees: u16,
}

/// A link for reading, valid for 5 minutes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ScanLink {
    pub url: String,
    pub media_type: String,
}
