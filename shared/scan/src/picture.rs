//! A picture's size as it is seen, and its shades where it can be unpacked.

use crate::Fault;
use crate::shades::shades;
use domain::form::ScanFacts;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};
use std::io::Cursor;

/// An A3 page at 600 dpi has 70 million. What has more opens on no reviewer's machine.
const MAX_PIXELS: u64 = 100_000_000;
/// An A4 page at 600 dpi in colour takes 104 MB. Of what takes more only the size is read.
const MAX_UNPACKED_BYTES: u64 = 128 * 1024 * 1024;

pub(crate) fn inspect(bytes: &[u8], format: ImageFormat) -> Result<ScanFacts, Fault> {
    if format == ImageFormat::Jpeg && !has_end(bytes) {
        return Err(Fault::Broken);
    }
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(MAX_UNPACKED_BYTES * 2);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|_| Fault::Broken)?;
    let (width, height) = decoder.dimensions();
    match u64::from(width) * u64::from(height) {
        0 => return Err(Fault::Broken),
        n if n > MAX_PIXELS => return Err(Fault::TooManyPixels),
        _ => {}
    }
    // A damaged note of the camera does not make the picture unreadable.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let (width, height) = if lies_on_its_side(orientation) { (height, width) } else { (width, height) };
    let size = ScanFacts { width: Some(width), height: Some(height), ..ScanFacts::default() };
    if decoder.total_bytes() > MAX_UNPACKED_BYTES {
        return Ok(size);
    }
    let picture = DynamicImage::from_decoder(decoder).map_err(|_| Fault::Broken)?;
    let (white, red) = shades(&picture);
    Ok(ScanFacts { white: Some(white), red: Some(red), ..size })
}

/// The decoder fills what is missing of half a JPEG with grey. The mark of the end cannot occur in the compressed
/// pixels; before them it can, in the small preview of a camera.
fn has_end(jpeg: &[u8]) -> bool {
    const PIXELS: u8 = 0xda;
    const END: [u8; 2] = [0xff, 0xd9];
    let mut at = 2;
    while let Some(&[0xff, marker, high, low]) = jpeg.get(at..at + 4) {
        match marker {
            PIXELS => return jpeg[at..].windows(2).any(|two| two == END),
            0xff => at += 1,
            _ => at += 2 + usize::from(u16::from_be_bytes([high, low])),
        }
    }
    false
}

fn lies_on_its_side(orientation: Orientation) -> bool {
    match orientation {
        Orientation::Rotate90
        | Orientation::Rotate270
        | Orientation::Rotate90FlipH
        | Orientation::Rotate270FlipH => true,
        Orientation::NoTransforms
        | Orientation::Rotate180
        | Orientation::FlipHorizontal
        | Orientation::FlipVertical => false,
    }
}
