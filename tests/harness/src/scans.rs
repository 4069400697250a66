//! Small files that really are what they say, each different from the others.

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

/// One empty A4 page.
pub fn pdf() -> Scan {
    let number = next();
    let mut text = format!("%PDF-1.4\n% scan {number}\n");
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>>>",
    ];
    let mut places = String::new();
    for (i, object) in objects.iter().enumerate() {
        places.push_str(&format!("{:010} 00000 n \n", text.len()));
        text.push_str(&format!("{} 0 obj{object}endobj\n", i + 1));
    }
    let start = text.len();
    text.push_str(&format!("xref\n0 4\n0000000000 65535 f \n{places}"));
    text.push_str(&format!("trailer<</Size 4/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n"));
    Scan {
        file_name: format!("扫描件{number}.pdf"), media_type: "application/pdf", bytes: text.into_bytes()
    }
}

/// Plain grey, of the size that a photo must have: every block of 8 × 8 has the same brightness as the one
/// before it and nothing else, which takes two bits.
pub fn jpeg() -> Scan {
    const SIDES: (u16, u16) = (400, 536);
    const N_BLOCKS: usize = SIDES.0 as usize / 8 * (SIDES.1 as usize / 8);
    let number = next();
    let mut bytes = vec![0xff, 0xd8];
    let mut segment = |marker: u8, body: &[u8]| {
        let length = u16::try_from(body.len() + 2).expect("a segment is short");
        bytes.extend([0xff, marker]);
        bytes.extend(length.to_be_bytes());
        bytes.extend(body);
    };
    segment(0xe0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0");
    segment(0xfe, format!("scan {number}").as_bytes());
    segment(0xdb, &[&[0][..], &[16; 64]].concat());
    let [height, width] = [SIDES.1.to_be_bytes(), SIDES.0.to_be_bytes()];
    segment(0xc0, &[&[8][..], &height, &width, &[1, 1, 0x11, 0]].concat());
    for table in [0x00, 0x10] {
        segment(0xc4, &[&[table, 1][..], &[0; 15], &[0]].concat());
    }
    segment(0xda, &[1, 1, 0, 0, 63, 0]);
    bytes.extend(vec![0; N_BLOCKS / 4]);
    bytes.push(0xff >> (N_BLOCKS % 4 * 2));
    bytes.extend([0xff, 0xd9]);
    Scan { file_name: format!("照片{number}.jpg"), media_type: "image/jpeg", bytes }
}

/// One grey pixel.
pub fn png() -> Scan {
    const PIXEL: &[u8] = b"\x78\x01\x01\x02\x00\xfd\xff\x00\x80\x00\x82\x00\x81";
    let number = next();
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut chunk = |kind: &[u8], body: &[u8]| {
        let length = u32::try_from(body.len()).expect("a chunk is short");
        let named = [kind, body].concat();
        bytes.extend(length.to_be_bytes());
        bytes.extend(&named);
        bytes.extend(crc32(&named).to_be_bytes());
    };
    chunk(b"IHDR", &[0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
    chunk(b"tEXt", format!("Title\0scan {number}").as_bytes());
    chunk(b"IDAT", PIXEL);
    chunk(b"IEND", b"");
    Scan { file_name: format!("照片{number}.png"), media_type: "image/png", bytes }
}

/// As PNG wants it at the end of each chunk.
fn crc32(bytes: &[u8]) -> u32 {
    let shift = |crc: u32| if crc & 1 == 1 { 0xedb8_8320 ^ (crc >> 1) } else { crc >> 1 };
    let byte = |crc: u32, byte: &u8| (0..8).fold(crc ^ u32::from(*byte), |crc, _| shift(crc));
    !bytes.iter().fold(u32::MAX, byte)
}
