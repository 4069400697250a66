//! Small scans that really are what they say, each different from the others.

use image::{ImageFormat, Rgb, RgbImage};
use sha2::{Digest, Sha256};
use std::io::Cursor;
use std::sync::atomic::{AtomicU32, Ordering};

pub struct Sample {
    pub file_name: String,
    pub media_type: &'static str,
    pub bytes: Vec<u8>,
}

impl Sample {
    /// Returns the hash in hexadecimal.
    pub fn sha256(&self) -> String {
        hex::encode(Sha256::digest(&self.bytes))
    }
}

fn next() -> u32 {
    static COUNTER: AtomicU32 = AtomicU32::new(1);
    COUNTER.fetch_add(1, Ordering::Relaxed)
}

/// One empty A4 page.
pub fn pdf() -> Sample {
    pdf_with(1, "", "")
}

/// A PDF with so many pages, and more in the catalog and in the trailer.
pub fn pdf_with(n_pages: usize, catalog: &str, trailer: &str) -> Sample {
    let number = next();
    let mut text = format!("%PDF-1.4\n% scan {number}\n");
    let kids: String = (0..n_pages).map(|page| format!("{} 0 R ", page + 3)).collect();
    let page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>>>".to_owned();
    let mut objects = vec![
        format!("<</Type/Catalog/Pages 2 0 R{catalog}>>"),
        format!("<</Type/Pages/Kids[{kids}]/Count {n_pages}>>"),
    ];
    objects.resize(n_pages + 2, page);
    let mut places = String::new();
    for (i, object) in objects.iter().enumerate() {
        places.push_str(&format!("{:010} 00000 n \n", text.len()));
        text.push_str(&format!("{} 0 obj{object}endobj\n", i + 1));
    }
    let (start, size) = (text.len(), objects.len() + 1);
    text.push_str(&format!("xref\n0 {size}\n0000000000 65535 f \n{places}"));
    text.push_str(&format!("trailer<</Size {size}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n"));
    Sample {
        file_name: format!("扫描件{number}.pdf"),
        media_type: "application/pdf",
        bytes: text.into_bytes(),
    }
}

/// A photo of the size that is asked for.
pub fn jpeg() -> Sample {
    photo(400, 536)
}

pub fn photo(width: u32, height: u32) -> Sample {
    let number = next();
    let picture =
        RgbImage::from_fn(width, height, |x, y| marked(number, x, y).unwrap_or(Rgb([120, 130, 140])));
    let file_name = format!("照片{number}.jpg");
    Sample { file_name, media_type: "image/jpeg", bytes: encoded(&picture, ImageFormat::Jpeg) }
}

/// A photo that a camera was held sideways for: it has to be turned by 90 degrees, and says so.
pub fn sideways_photo() -> Sample {
    const NOTE: &[u8] =
        b"\xff\xe1\x00\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    let Sample { file_name, media_type, mut bytes } = photo(1_200, 1_000);
    bytes.splice(2..2, NOTE.iter().copied());
    Sample { file_name, media_type, bytes }
}

/// Width and height of a picture's pixels, whatever a camera noted.
pub fn size_of(picture: &[u8]) -> (u32, u32) {
    let picture = image::load_from_memory(picture).expect("what is stored is a picture");
    (picture.width(), picture.height())
}

/// A page with lines of text and the red of a seal.
pub fn png() -> Sample {
    page([200, 30, 40])
}

/// The same page as a scanner without colours gives it.
pub fn grey_png() -> Sample {
    page([90, 90, 90])
}

fn page(seal: [u8; 3]) -> Sample {
    let number = next();
    let ink = |x: u32, y: u32| match (y % 40, x) {
        (0..4, _) => Rgb([40, 40, 40]),
        (4..40, 400..500) => Rgb(seal),
        (_, _) => Rgb([250, 250, 250]),
    };
    let picture = RgbImage::from_fn(1_000, 1_200, |x, y| marked(number, x, y).unwrap_or_else(|| ink(x, y)));
    let file_name = format!("扫描件{number}.png");
    Sample { file_name, media_type: "image/png", bytes: encoded(&picture, ImageFormat::Png) }
}

/// The bits of the number as black squares in the first row, so that no two pictures are the same.
fn marked(number: u32, x: u32, y: u32) -> Option<Rgb<u8>> {
    let bit = number.checked_shr(x / 8).unwrap_or_default() & 1;
    (y < 8 && bit == 1).then_some(Rgb([0, 0, 0]))
}

fn encoded(picture: &RgbImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).expect("memory takes what is written");
    bytes.into_inner()
}
