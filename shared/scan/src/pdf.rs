//! A PDF's pages, and what must not be in one.

use crate::Fault;
use domain::form::ScanFacts;
use lopdf::{Dictionary, Document, Error, LoadOptions, Object, ObjectId};

/// No scanner packs its objects more tightly; what unpacks to more is made to fill the memory.
const MAX_UNPACKED_BYTES: usize = 32 * 1024 * 1024;
/// Objects within objects; deeper ones are no scan.
const MAX_DEPTH: usize = 64;

pub(crate) fn inspect(bytes: &[u8], max_pages: u32) -> Result<ScanFacts, Fault> {
    let document = open(bytes)?;
    // What opens without a password may still be encrypted, against printing for one.
    if document.trailer.has(b"Encrypt") || document.was_encrypted() {
        return Err(Fault::Encrypted);
    }
    if document.objects.values().any(|object| is_active(object, 0)) {
        return Err(Fault::Scripted);
    }
    let limit = usize::try_from(max_pages).unwrap_or(usize::MAX);
    // Counted no further than it matters.
    match document.page_iter().take(limit.saturating_add(1)).count() {
        0 => Err(Fault::NoPages),
        n if n > limit => Err(Fault::TooManyPages { max: max_pages }),
        n => Ok(ScanFacts { pages: u32::try_from(n).ok(), ..ScanFacts::default() }),
    }
}

/// All pages alike: each says for itself how it is turned, also where a branch of the tree said it for many.
pub(crate) fn turned(bytes: &[u8], degrees: u16) -> Result<Vec<u8>, Fault> {
    if degrees == 0 {
        return Ok(bytes.to_vec());
    }
    let mut document = open(bytes)?;
    let pages: Vec<ObjectId> = document.page_iter().collect();
    for page in pages {
        let shown = (rotation(&document, page) + i64::from(degrees)).rem_euclid(360);
        let page = document.get_object_mut(page).and_then(Object::as_dict_mut).map_err(|_| Fault::Broken)?;
        page.set("Rotate", shown);
    }
    let mut turned = Vec::new();
    document.save_to(&mut turned).map_err(|_| Fault::Broken)?;
    Ok(turned)
}

/// Returns the rotation of the page, or of the nearest branch above it that has one.
fn rotation(document: &Document, page: ObjectId) -> i64 {
    let mut at = page;
    for _ in 0..MAX_DEPTH {
        let Ok(node) = document.get_dictionary(at) else { break };
        if let Ok(degrees) = node.get_deref(b"Rotate", document).and_then(Object::as_i64) {
            return degrees;
        }
        match node.get(b"Parent").and_then(Object::as_reference) {
            Ok(parent) => at = parent,
            Err(_) => break,
        }
    }
    0
}

fn open(bytes: &[u8]) -> Result<Document, Fault> {
    let options = LoadOptions::with_max_decompressed_size(MAX_UNPACKED_BYTES);
    Document::load_mem_with_options(bytes, options).map_err(|error| fault(&error))
}

fn fault(error: &Error) -> Fault {
    let is_encryption =
        matches!(error, Error::InvalidPassword | Error::Decryption(_) | Error::UnsupportedSecurityHandler(_));
    if is_encryption { Fault::Encrypted } else { Fault::Broken }
}

/// JavaScript, a program to launch, or a form that brings its own scripts (XFA).
fn is_active(object: &Object, depth: usize) -> bool {
    if depth > MAX_DEPTH {
        return true;
    }
    match object {
        Object::Array(items) => items.iter().any(|item| is_active(item, depth + 1)),
        Object::Dictionary(dictionary) => is_active_dictionary(dictionary, depth),
        Object::Stream(stream) => is_active_dictionary(&stream.dict, depth),
        Object::Null
        | Object::Boolean(_)
        | Object::Integer(_)
        | Object::Real(_)
        | Object::Name(_)
        | Object::String(..)
        | Object::Reference(_) => false,
    }
}

fn is_active_dictionary(dictionary: &Dictionary, depth: usize) -> bool {
    let action = dictionary.get(b"S").and_then(Object::as_name).unwrap_or_default();
    let is_action = action == b"JavaScript" || action == b"Launch";
    is_action
        || [&b"JS"[..], b"JavaScript", b"XFA"].iter().any(|key| dictionary.has(key))
        || dictionary.iter().any(|(_, value)| is_active(value, depth + 1))
}
