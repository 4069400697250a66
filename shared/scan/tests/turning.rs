//! Pictures and PDFs that are turned upright (R40).

#![expect(clippy::unwrap_used, reason = "a test fails by panicking, its helper functions too")]

use domain::form::ScanFacts;
use domain::media::{JPEG, PDF, PNG};
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use lopdf::{Dictionary, Document, Object, dictionary};
use scan::{Fault, inspect, is_noted, turned};
use std::io::Cursor;

/// White, with the first row red: after a turn to the right it is the last column.
fn page() -> DynamicImage {
    RgbImage::from_fn(300, 200, |_, y| if y < 20 { Rgb([200, 30, 40]) } else { Rgb([250, 250, 250]) }).into()
}

fn encoded(format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    page().write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A segment of a camera that says: turn by 90 degrees.
const NOTED: &[u8] =
    b"\xff\xe1\x00\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";

fn noted() -> Vec<u8> {
    let mut bytes = encoded(ImageFormat::Jpeg);
    bytes.splice(2..2, NOTED.iter().copied());
    bytes
}

/// Its size, and on which side the red is: how a program sees it that knows nothing of cameras.
fn seen(bytes: &[u8]) -> (u32, u32, &'static str) {
    let picture = image::load_from_memory(bytes).unwrap().to_rgb8();
    let (width, height) = picture.dimensions();
    let is_red = |x: u32, y: u32| picture.get_pixel(x, y).0[1] < 100;
    let sides = [
        ("top", (width / 2, 2)),
        ("right", (width - 3, height / 2)),
        ("bottom", (width / 2, height - 3)),
        ("left", (2, height / 2)),
    ];
    let red: Vec<_> = sides.into_iter().filter(|(_, (x, y))| is_red(*x, *y)).map(|(side, _)| side).collect();
    assert_eq!(red.len(), 1, "{red:?}");
    (width, height, red[0])
}

#[test]
fn r40_a_picture_is_turned_clockwise() {
    for (media_type, format) in [(JPEG, ImageFormat::Jpeg), (PNG, ImageFormat::Png)] {
        let bytes = encoded(format);
        let after = |degrees| seen(&turned(media_type, &bytes, degrees).unwrap());
        assert_eq!(after(90), (200, 300, "right"));
        assert_eq!(after(180), (300, 200, "bottom"));
        assert_eq!(after(270), (200, 300, "left"));
        assert_eq!(turned(media_type, &bytes, 0).unwrap(), bytes, "nothing is lost without need");
    }
}

#[test]
fn r40_what_the_camera_noted_is_done_and_not_noted_any_more() {
    assert!(is_noted(JPEG, &noted()));
    assert!(!is_noted(JPEG, &encoded(ImageFormat::Jpeg)) && !is_noted(PDF, b"%PDF-"));
    assert_eq!(seen(&noted()), (300, 200, "top"), "lies on its side");
    let upright = turned(JPEG, &noted(), 0).unwrap();
    assert_eq!(seen(&upright), (200, 300, "right"));
    assert!(!is_noted(JPEG, &upright));
    assert_eq!(seen(&turned(JPEG, &noted(), 270).unwrap()), (300, 200, "top"));
    let (before, after) = (inspect(JPEG, &noted(), 60).unwrap(), inspect(JPEG, &upright, 60).unwrap());
    assert_eq!((before.width, before.height), (after.width, after.height));
}

/// The first page says nothing, the second turns itself, the third is turned by the branch above it.
fn pdf() -> Vec<u8> {
    let mut document = Document::with_version("1.5");
    let (root, branch) = (document.new_object_id(), document.new_object_id());
    let mut page = |parent, more: Dictionary| {
        let mut page = dictionary! { "Type" => "Page", "Parent" => parent };
        page.extend(&more);
        Object::Reference(document.add_object(page))
    };
    let plain = page(root, Dictionary::new());
    let turned = page(root, dictionary! { "Rotate" => 270 });
    let below = page(branch, Dictionary::new());
    document.set_object(
        branch,
        dictionary! { "Type" => "Pages", "Parent" => root, "Kids" => vec![below], "Count" => 1, "Rotate" => -90 },
    );
    let kids = vec![plain, turned, Object::Reference(branch)];
    document.set_object(root, dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => 3 });
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => root });
    document.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

fn rotations(bytes: &[u8]) -> Vec<i64> {
    let document = Document::load_mem(bytes).unwrap();
    let of = |id| document.get_dictionary(id).unwrap().get(b"Rotate").and_then(Object::as_i64).unwrap();
    document.page_iter().map(of).collect()
}

#[test]
fn r40_all_pages_of_a_pdf_are_turned() {
    let upright = turned(PDF, &pdf(), 90).unwrap();
    assert_eq!(rotations(&upright), [90, 0, 0]);
    assert_eq!(inspect(PDF, &upright, 60), Ok(ScanFacts { pages: Some(3), ..ScanFacts::default() }));
    assert_eq!(turned(PDF, &pdf(), 0).unwrap(), pdf());
}

#[test]
fn what_cannot_be_opened_is_not_turned() {
    for media_type in [JPEG, PNG, PDF] {
        assert_eq!(turned(media_type, b"?", 90), Err(Fault::Broken));
    }
}
