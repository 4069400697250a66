//! A picture's size as it is seen, and its shades where it can be unpacked.

use crate::Fault;
use crate::shades::shades;
use domain::form::ScanFacts;
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageEncoder, ImageFormat, ImageReader, Limits};
use std::io::Cursor;

/// An A3 page at 600 dpi has 70 million. What has more opens on no reviewer's machine.
const MAX_PIXELS: u64 = 100_000_000;
/// An A4 page at 600 dpi in colour takes 104 MB. Of what takes more only the size is read.
const MAX_UNPACKED_BYTES: u64 = 128 * 1024 * 1024;
/// The quality of a JPEG that is written anew: small print stays sharp, and a phone's photo does not grow.
const QUALITY: u8 = 90;

pub(crate) fn inspect(bytes: &[u8], format: ImageFormat) -> Result<ScanFacts, Fault> {
    let (decoder, orientation) = open(bytes, format)?;
    let (width, height) = decoder.dimensions();
    let (width, height) = if lies_on_its_side(orientation) { (height, width) } else { (width, height) };
    let size = ScanFacts { width: Some(width), height: Some(height), ..ScanFacts::default() };
    if decoder.total_bytes() > MAX_UNPACKED_BYTES {
        return Ok(size);
    }
    let picture = DynamicImage::from_decoder(decoder).map_err(|_| Fault::Broken)?;
    let (white, red) = shades(&picture);
    Ok(ScanFacts { white: Some(white), red: Some(red), ..size })
}

/// Whether the camera noted a turn; not for a picture that is too large to be turned here.
pub(crate) fn is_noted(bytes: &[u8], format: ImageFormat) -> bool {
    open(bytes, format).is_ok_and(|(decoder, orientation)| {
        orientation != Orientation::NoTransforms && decoder.total_bytes() <= MAX_UNPACKED_BYTES
    })
}

pub(crate) fn turned(bytes: &[u8], format: ImageFormat, degrees: u16) -> Result<Vec<u8>, Fault> {
    let (mut decoder, orientation) = open(bytes, format)?;
    if degrees == 0 && orientation == Orientation::NoTransforms {
        return Ok(bytes.to_vec());
    }
    if decoder.total_bytes() > MAX_UNPACKED_BYTES {
        return Err(Fault::TooManyPixels);
    }
    // Without it the colours of a modern phone fade.
    let colours = decoder.icc_profile().ok().flatten();
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|_| Fault::Broken)?;
    picture.apply_orientation(orientation);
    picture.apply_orientation(match degrees {
        90 => Orientation::Rotate90,
        180 => Orientation::Rotate180,
        270 => Orientation::Rotate270,
        _ => Orientation::NoTransforms,
    });
    let mut turned = Vec::new();
    if format == ImageFormat::Png {
        write(PngEncoder::new(&mut turned), &picture, colours)?;
    } else {
        write(JpegEncoder::new_with_quality(&mut turned, QUALITY), &picture, colours)?;
    }
    Ok(turned)
}

fn write(
    mut encoder: impl ImageEncoder,
    picture: &DynamicImage,
    colours: Option<Vec<u8>>,
) -> Result<(), Fault> {
    if let Some(colours) = colours {
        // A format that takes none only loses it.
        let _ = encoder.set_icc_profile(colours);
    }
    picture.write_with_encoder(encoder).map_err(|_| Fault::Broken)
}

/// Its head is read and its size is bearable; with it, how the camera was held.
fn open(bytes: &[u8], format: ImageFormat) -> Result<(impl ImageDecoder + '_, Orientation), Fault> {
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
    Ok((decoder, orientation))
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
