//! The 公示表 of one applicant as a PDF to print, stamp and post (domain.md §4.17).

mod fonts;
mod inputs;
mod measure;
mod render;

pub use fonts::{Fonts, FontsError};
pub use render::{RenderError, render};
