//! PDFs: how many pages, and what must not be in them.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking, its helper functions too")]

use domain::form::ScanFacts;
use domain::media::PDF;
use lopdf::{
    Dictionary, Document, EncryptionState, EncryptionVersion, Object, Permissions, Stream, dictionary,
};
use proptest::prelude::*;
use scan::{Fault, inspect};

/// A PDF with its pages under one node of the tree for every ten.
fn document(n_pages: usize) -> Document {
    let mut document = Document::with_version("1.5");
    let root = document.new_object_id();
    let mut kids = Vec::new();
    let mut left = n_pages;
    while left > 0 {
        let node = document.new_object_id();
        let n = left.min(10);
        let pages = (0..n).map(|_| {
            let content = document.add_object(Stream::new(Dictionary::new(), b"0 0 m".to_vec()));
            let page = dictionary! { "Type" => "Page", "Parent" => node, "Contents" => content };
            Object::Reference(document.add_object(page))
        });
        let pages: Vec<Object> = pages.collect();
        let count = i64::try_from(n).unwrap();
        document.set_object(
            node,
            dictionary! { "Type" => "Pages", "Parent" => root, "Kids" => pages, "Count" => count },
        );
        kids.push(Object::Reference(node));
        left -= n;
    }
    let count = i64::try_from(n_pages).unwrap();
    document.set_object(root, dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count });
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => root });
    document.trailer.set("Root", catalog);
    let id = || Object::string_literal("0123456789abcdef");
    document.trailer.set("ID", vec![id(), id()]);
    document
}

fn saved(mut document: Document) -> Vec<u8> {
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

/// Returns the PDF with its objects packed, as office programs write them.
fn packed(mut document: Document) -> Vec<u8> {
    let mut bytes = Vec::new();
    document.save_modern(&mut bytes).unwrap();
    bytes
}

fn inspected(bytes: &[u8]) -> Result<ScanFacts, Fault> {
    inspect(PDF, bytes, 60)
}

fn pages(n: u32) -> Result<ScanFacts, Fault> {
    Ok(ScanFacts { pages: Some(n), ..ScanFacts::default() })
}

#[test]
fn pages_are_counted_up_to_the_limit() {
    assert_eq!(inspected(&saved(document(1))), pages(1));
    assert_eq!(inspected(&saved(document(60))), pages(60));
    assert_eq!(inspected(&packed(document(23))), pages(23));
    assert_eq!(inspected(&saved(document(61))), Err(Fault::TooManyPages { max: 60 }));
    assert_eq!(inspected(&saved(document(10_000))), Err(Fault::TooManyPages { max: 60 }));
    assert_eq!(inspected(&saved(document(0))), Err(Fault::NoPages));
}

#[test]
fn an_encrypted_pdf_is_refused_with_and_without_a_password() {
    for user_password in ["", "1234"] {
        let mut document = document(2);
        let version = EncryptionVersion::V2 {
            document: &document,
            owner_password: "owner",
            user_password,
            key_length: 128,
            permissions: Permissions::PRINTABLE,
        };
        let state = EncryptionState::try_from(version).unwrap();
        document.encrypt(&state).unwrap();
        assert_eq!(inspected(&saved(document)), Err(Fault::Encrypted), "password “{user_password}”");
    }
}

/// The document does this when it is opened.
fn doing(action: Dictionary) -> Document {
    let mut document = document(1);
    let action = document.add_object(action);
    document.catalog_mut().unwrap().set("OpenAction", action);
    document
}

#[test]
fn a_pdf_that_runs_something_is_refused() {
    let script = || dictionary! { "S" => "JavaScript", "JS" => Object::string_literal("app.alert(1)") };
    let launch = dictionary! { "S" => "Launch", "F" => Object::string_literal("calc.exe") };
    assert_eq!(inspected(&saved(doing(script()))), Err(Fault::Scripted));
    assert_eq!(inspected(&packed(doing(script()))), Err(Fault::Scripted), "inside a packed stream");
    assert_eq!(inspected(&saved(doing(launch))), Err(Fault::Scripted));
    let within = dictionary! { "S" => "GoTo", "Next" => vec![Object::Dictionary(script())] };
    assert_eq!(inspected(&saved(doing(within))), Err(Fault::Scripted), "after another action");
    let mut form = document(1);
    form.catalog_mut().unwrap().set("AcroForm", dictionary! { "XFA" => Object::string_literal("<xdp/>") });
    assert_eq!(inspected(&saved(form)), Err(Fault::Scripted), "a form with its own scripts");
    let turn = dictionary! { "S" => "GoTo", "D" => Object::string_literal("first") };
    assert_eq!(inspected(&saved(doing(turn))), pages(1), "turning to a page runs nothing");
}

/// `/J#61vaScript` is `/JavaScript`.
#[test]
fn an_action_spelt_with_escapes_is_seen() {
    let spelt = saved(doing(dictionary! { "S" => "JavaScript" }));
    let place = spelt.windows(11).position(|window| window == b"/JavaScript").unwrap();
    let escaped = [&spelt[..place], b"/J#61vaScri#70t", &spelt[place + 11..]].concat();
    assert_eq!(inspected(&escaped), Err(Fault::Scripted));
}

#[test]
fn what_only_claims_to_be_a_pdf_is_refused() {
    assert_eq!(inspected(b"<html>"), Err(Fault::OtherType));
    assert_eq!(inspected(b"%PDF-1.4\n<html><script>alert(1)</script></html>"), Err(Fault::Broken));
    let whole = saved(document(3));
    assert_eq!(inspected(&whole[..whole.len() / 4]), Err(Fault::Broken));
}

proptest! {
    /// Whatever is wrong with it, the answer is a value.
    #[test]
    fn no_damage_makes_it_fall_over(at in 0.0..1.0_f64, byte: u8, cut in 0.0..1.0_f64, is_packed: bool) {
        let mut bytes = if is_packed { packed(document(3)) } else { saved(document(3)) };
        let place = |share: f64, length: usize| (share * length as f64) as usize;
        let spot = place(at, bytes.len());
        bytes[spot] = byte;
        let _ = inspected(&bytes);
        let _ = inspected(&bytes[..place(cut, bytes.len())]);
    }
}
