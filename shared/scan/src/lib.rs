//! What arrived as a scan: can it be opened, how large is it, and what shows that it is no good scan (§4.0).
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

/// The facts of `bytes`, which claim to be of `media_type`; a PDF of more than `max_pages` pages is refused.
pub fn inspect(media_type: &str, bytes: &[u8], max_pages: u32) -> Result<ScanFacts, Fault> {
    if media::sniff(bytes) != Some(media_type) {
        return Err(Fault::OtherType);
    }
    match media_type {
        media::JPEG => picture::inspect(bytes, image::ImageFormat::Jpeg),
        media::PNG => picture::inspect(bytes, image::ImageFormat::Png),
        _ => pdf::inspect(bytes, max_pages),
    }
}
