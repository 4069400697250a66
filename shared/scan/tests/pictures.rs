//! Pictures: what is read of good ones, and what becomes of bad ones.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking, its helper functions too")]

use domain::form::ScanFacts;
use domain::media::{JPEG, PDF, PNG};
use image::{DynamicImage, ExtendedColorType, GrayImage, ImageEncoder, ImageFormat, Luma, Rgb, RgbImage};
use proptest::prelude::*;
use scan::{Fault, inspect, turned};
use std::io::Cursor;

fn encoded(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A page of grey paper with lines of text, and a red seal if it has one.
fn page(width: u32, height: u32, seal: Option<Rgb<u8>>) -> DynamicImage {
    let ring = |x: u32, y: u32| {
        let (dx, dy) = (f64::from(x) - f64::from(width) / 2.0, f64::from(y) - f64::from(height) / 2.0);
        let (radius, line) = (f64::from(width) / 10.0, f64::from(width) / 160.0);
        ((dx * dx + dy * dy).sqrt() - radius).abs() < line
    };
    let ink = |x, y| match seal {
        Some(red) if ring(x, y) => red,
        Some(_) | None if y % 20 < 2 => Rgb([40, 40, 40]),
        Some(_) | None => Rgb([250, 250, 250]),
    };
    RgbImage::from_fn(width, height, ink).into()
}

fn facts(picture: &DynamicImage, format: ImageFormat) -> ScanFacts {
    let media_type = if format == ImageFormat::Png { PNG } else { JPEG };
    inspect(media_type, &encoded(picture, format), 60).unwrap()
}

#[test]
fn r40_size_and_white_are_read_of_both_kinds() {
    for format in [ImageFormat::Png, ImageFormat::Jpeg] {
        let found = facts(&page(300, 200, None), format);
        assert_eq!((found.pages, found.width, found.height), (None, Some(300), Some(200)));
        let white = found.white.unwrap();
        assert!((8_500..9_200).contains(&white), "a tenth is ink: {white}");
    }
}

#[test]
fn r40_an_empty_page_is_white() {
    let empty: DynamicImage = GrayImage::from_pixel(300, 200, Luma([248])).into();
    for format in [ImageFormat::Png, ImageFormat::Jpeg] {
        assert_eq!(facts(&empty, format).white, Some(10_000));
    }
    let shining_through: DynamicImage = image::RgbaImage::new(300, 200).into();
    assert_eq!(facts(&shining_through, ImageFormat::Png).white, Some(10_000));
    let black: DynamicImage = GrayImage::new(300, 200).into();
    assert_eq!(facts(&black, ImageFormat::Png).white, Some(0));
}

#[test]
fn r59_a_red_seal_is_seen_and_a_grey_one_is_not() {
    let red = |seal: [u8; 3], format| facts(&page(800, 1_100, Some(Rgb(seal))), format).red.unwrap();
    for format in [ImageFormat::Png, ImageFormat::Jpeg] {
        assert!(red([200, 30, 40], format) > 20, "a fresh seal");
        assert!(red([225, 120, 130], format) > 20, "a pale one");
        assert_eq!(red([90, 90, 90], format), 0, "a grey copy");
        assert_eq!(red([40, 50, 200], format), 0, "a blue one");
    }
}

#[test]
fn a_sixteen_bit_picture_is_read() {
    let deep = DynamicImage::ImageRgb16(page(300, 200, None).to_rgb16());
    assert!(facts(&deep, ImageFormat::Png).white.unwrap() > 8_000);
}

/// A segment of a camera that says: turn by 90 degrees.
const TURNED: &[u8] =
    b"\xff\xe1\x00\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";

#[test]
fn r40_a_picture_has_the_size_that_is_seen() {
    let mut bytes = encoded(&page(300, 200, None), ImageFormat::Jpeg);
    bytes.splice(2..2, TURNED.iter().copied());
    let found = inspect(JPEG, &bytes, 60).unwrap();
    assert_eq!((found.width, found.height), (Some(200), Some(300)));
}

#[test]
fn what_only_claims_to_be_a_picture_is_refused() {
    let png = encoded(&page(20, 20, None), ImageFormat::Png);
    assert_eq!(inspect(JPEG, &png, 60), Err(Fault::OtherType));
    assert_eq!(inspect(PDF, &png, 60), Err(Fault::OtherType));
    assert_eq!(inspect(JPEG, b"<script>alert(1)</script>", 60), Err(Fault::OtherType));
    assert_eq!(inspect(JPEG, b"", 60), Err(Fault::OtherType));
    assert_eq!(inspect(JPEG, b"\xff\xd8\xff\xe0<script>alert(1)</script>", 60), Err(Fault::Broken));
    assert_eq!(inspect(PNG, b"\x89PNG\r\n\x1a\n<svg/>", 60), Err(Fault::Broken));
}

#[test]
fn half_a_picture_is_refused() {
    for (media_type, format) in [(PNG, ImageFormat::Png), (JPEG, ImageFormat::Jpeg)] {
        let whole = encoded(&page(300, 200, None), format);
        for part in [1, 2, 3] {
            let cut = &whole[..whole.len() * part / 4];
            assert_eq!(inspect(media_type, cut, 60), Err(Fault::Broken), "{part}/4 of {format:?}");
        }
    }
}

/// The head of a picture of 30,000 × 30,000: a few bytes that unpack to gigabytes.
#[test]
fn a_pixel_bomb_is_refused_by_its_head() {
    let mut png = encoded(&GrayImage::new(1, 1).into(), ImageFormat::Png);
    let side = 30_000_u32.to_be_bytes();
    png[16..20].copy_from_slice(&side);
    png[20..24].copy_from_slice(&side);
    let sum = crc32(&png[12..29]);
    png[29..33].copy_from_slice(&sum.to_be_bytes());
    assert_eq!(inspect(PNG, &png, 60), Err(Fault::TooManyPixels));
}

/// 50 million pixels in colour and 16 bits would take 300 MB.
#[test]
fn of_a_very_large_picture_only_the_size_is_read_and_it_is_not_turned() {
    let mut png = Vec::new();
    image::codecs::png::PngEncoder::new(&mut png)
        .write_image(&[0; 8], 1, 1, ExtendedColorType::Rgba16)
        .unwrap();
    png[16..20].copy_from_slice(&5_000_u32.to_be_bytes());
    png[20..24].copy_from_slice(&10_000_u32.to_be_bytes());
    let sum = crc32(&png[12..29]);
    png[29..33].copy_from_slice(&sum.to_be_bytes());
    let size = ScanFacts { width: Some(5_000), height: Some(10_000), ..ScanFacts::default() };
    assert_eq!(inspect(PNG, &png, 60), Ok(size));
    assert_eq!(turned(PNG, &png, 90), Err(Fault::TooManyPixels));
}

/// Returns the checksum that PNG wants at the end of each chunk.
fn crc32(bytes: &[u8]) -> u32 {
    let shift = |crc: u32| if crc & 1 == 1 { 0xedb8_8320 ^ (crc >> 1) } else { crc >> 1 };
    let byte = |crc: u32, byte: &u8| (0..8).fold(crc ^ u32::from(*byte), |crc, _| shift(crc));
    !bytes.iter().fold(u32::MAX, byte)
}

proptest! {
    /// Whatever is wrong with it, the answer is a value.
    #[test]
    fn no_damage_makes_it_fall_over(at in 0.0..1.0_f64, byte: u8, cut in 0.0..1.0_f64, png: bool) {
        let (media_type, format) = if png { (PNG, ImageFormat::Png) } else { (JPEG, ImageFormat::Jpeg) };
        let mut bytes = encoded(&page(40, 30, Some(Rgb([200, 0, 0]))), format);
        let place = |share: f64, length: usize| (share * length as f64) as usize;
        let spot = place(at, bytes.len());
        bytes[spot] = byte;
        let _ = inspect(media_type, &bytes, 60);
        let _ = inspect(media_type, &bytes[..place(cut, bytes.len())], 60);
    }
}
