//! Prints PDFs: the 公示表 to stamp and post (domain.md §4.17), letters to sign (R62).

mod fonts;
mod inputs;
mod letter;
mod measure;
mod render;

pub use fonts::{Fonts, FontsError};
pub use letter::render_letter;
pub use render::{RenderError, render};
