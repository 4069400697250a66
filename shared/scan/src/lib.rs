//! Inspects what arrived as a scan (can it be opened, how large is it, what shows that it is no good scan) and
//! turns it upright (§4.0).
//!
//! A value in, a value out. What somebody uploads is nobody's friend: sizes are read before pixels, what is
//! unpacked has a limit, and nothing in the file is run.

mod fault;
mod pdf;
mod picture;
mod shades;

pub use fault::Fault;

use domain::form::ScanFacts;
use domain::media;
use image::ImageFormat;

/// The facts of `bytes`, which claim to be of `media_type`; a PDF of more than `max_pages` pages is refused.
pub fn inspect(media_type: &str, bytes: &[u8], max_pages: u32) -> Result<ScanFacts, Fault> {
    if media::sniff(bytes) != Some(media_type) {
        return Err(Fault::OtherType);
    }
    match picture_format(media_type) {
        Some(format) => picture::inspect(bytes, format),
        None => pdf::inspect(bytes, max_pages),
    }
}

/// Whether a picture only looks upright because the camera noted how it was held (R40).
pub fn is_noted(media_type: &str, bytes: &[u8]) -> bool {
    picture_format(media_type).is_some_and(|format| picture::is_noted(bytes, format))
}

/// Upright as the camera noted, then turned clockwise by `degrees`, a multiple of 90. What needs no turning stays
/// as it is, byte for byte.
pub fn turned(media_type: &str, bytes: &[u8], degrees: u16) -> Result<Vec<u8>, Fault> {
    match picture_format(media_type) {
        Some(format) => picture::turned(bytes, format, degrees),
        None => pdf::turned(bytes, degrees),
    }
}

fn picture_format(media_type: &str) -> Option<ImageFormat> {
    match media_type {
        media::JPEG => Some(ImageFormat::Jpeg),
        media::PNG => Some(ImageFormat::Png),
        _ => None,
    }
}
