//! Prints with the fonts of the layer, and reads back what was printed.

use publicity::Fonts;
use std::path::{Path, PathBuf};

/// The folder into which `cargo xtask` puts the fonts layer.
pub(crate) fn fonts_dir() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/layers/fonts/fonts")
}

pub(crate) fn fonts() -> Fonts {
    Fonts::load(&fonts_dir()).expect("the fonts layer is fetched before the tests run")
}

pub(crate) fn text_of(pdf: &[u8]) -> String {
    let document = lopdf::Document::load_mem(pdf).expect("a readable PDF");
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    document.extract_text(&pages).expect("text with a Unicode map")
}

/// Returns the text without blanks: where a line breaks is not what these tests are about.
pub(crate) fn squeezed(text: &str) -> String {
    text.chars().filter(|char| !char.is_whitespace() && *char != '\u{200B}').collect()
}
