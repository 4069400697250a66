//! The smallest files that are what they say, each different from the others.

use sha2::{Digest, Sha256};
use std::sync::atomic::{AtomicU32, Ordering};

pub struct Scan {
    pub file_name: String,
    pub media_type: &'static str,
    pub bytes: Vec<u8>,
}

impl Scan {
    /// In hexadecimal.
    pub fn sha256(&self) -> String {
        hex::encode(Sha256::digest(&self.bytes))
    }
}

fn next() -> u32 {
    static COUNTER: AtomicU32 = AtomicU32::new(1);
    COUNTER.fetch_add(1, Ordering::Relaxed)
}

/// A one-page PDF.
pub fn pdf() -> Scan {
    let number = next();
    let body = format!(
        "%PDF-1.4\n% scan {number}\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n\
         2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
         3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n\
         trailer<</Root 1 0 R>>\n%%EOF\n"
    );
    Scan {
        file_name: format!("扫描件{number}.pdf"), media_type: "application/pdf", bytes: body.into_bytes()
    }
}

/// The signature and comment of a JPEG: enough for who looks at the first bytes.
pub fn jpeg() -> Scan {
    let number = next();
    let mut bytes = vec![0xff, 0xd8, 0xff, 0xfe, 0x00, 0x06];
    bytes.extend(number.to_be_bytes());
    bytes.extend([0xff, 0xd9]);
    Scan { file_name: format!("照片{number}.jpg"), media_type: "image/jpeg", bytes }
}
