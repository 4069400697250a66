//! A letter to be signed by hand (R62) or sealed. What a user typed stays a string value and is never parsed as markup.

use domain::pack::{FilledBy, Letter};
use domain::publicity::sha256_hex;
use typst::foundations::{Array, Dict, IntoValue, Smart, dict};
use typst::layout::Abs;
use typst_pdf::PdfOptions;

use crate::fonts::{FAMILY, Fonts};
use crate::inputs::A4_WIDTH;
use crate::measure::breakable;
use crate::render::{RenderError, Template, print};

const TEMPLATE: Template = Template { name: "letter.typ", text: include_str!("letter.typ") };
const FONT_SIZE: f64 = 14.0;
const MARGIN: f64 = 79.0;

/// The letter as PDF; the same letter gives the same bytes. Whoever it is of signs it.
pub fn render_letter(letter: &Letter, of: FilledBy, fonts: &Fonts) -> Result<Vec<u8>, RenderError> {
    print(TEMPLATE, inputs(letter, of), &options(letter), fonts)
}

fn inputs(letter: &Letter, of: FilledBy) -> Dict {
    let width = (A4_WIDTH - 2.0 * MARGIN) / FONT_SIZE;
    let paragraph = |text: &String| breakable(text, width).into_value();
    dict! {
        "family" => FAMILY,
        "size" => Abs::pt(FONT_SIZE),
        "margin" => Abs::pt(MARGIN),
        "title" => letter.title.as_str(),
        "sealed" => of == FilledBy::Unit,
        "paragraphs" => letter.paragraphs.iter().map(paragraph).collect::<Array>(),
    }
}

/// The identifier comes from what it says; there is no date before somebody has written it by hand.
fn options(letter: &Letter) -> PdfOptions {
    let said = format!("{}\n{}", letter.title, letter.paragraphs.join("\n"));
    PdfOptions {
        ident: Smart::Custom(sha256_hex(said.as_bytes())),
        creator: Smart::Custom(None),
        timestamp: None,
        ..PdfOptions::default()
    }
}
