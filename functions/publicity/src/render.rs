//! Prints a sheet as PDF: its template, its inputs and the fonts in, bytes out.

use chrono::Datelike;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Dict, Smart};
use typst_as_lib::{TypstAsLibError, TypstEngine};
use typst_pdf::{PdfOptions, Timestamp};

use crate::fonts::Fonts;
use crate::inputs;
use domain::publicity::PublicityTable;

const TEMPLATE: Template =
    Template { name: "publicity_table.typ", text: include_str!("publicity_table.typ") };

/// A sheet without what is printed on it.
#[derive(Clone, Copy)]
pub(crate) struct Template {
    pub(crate) name: &'static str,
    pub(crate) text: &'static str,
}

#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    #[error("the verification text does not fit a QR code: {0}")]
    Qr(#[from] qrcode::types::QrError),
    #[error("the sheet could not be laid out: {0}")]
    Layout(#[from] TypstAsLibError),
    #[error("the sheet could not be written as PDF: {}", messages(.0))]
    Pdf(Vec<SourceDiagnostic>),
}

/// The publicity table as PDF; the same table gives the same bytes.
pub fn render(table: &PublicityTable, fonts: &Fonts) -> Result<Vec<u8>, RenderError> {
    print(TEMPLATE, inputs::of(table)?, &options(table), fonts)
}

/// Prints a template, which reads `inputs` as `sys.inputs`.
pub(crate) fn print(
    template: Template,
    inputs: Dict,
    options: &PdfOptions,
    fonts: &Fonts,
) -> Result<Vec<u8>, RenderError> {
    let main = (template.name, template.text);
    let engine = TypstEngine::builder().main_file(main).fonts(fonts.faces()).build();
    let document = engine.compile_with_input(inputs).output?;
    typst_pdf::pdf(&document, options).map_err(|errors| RenderError::Pdf(errors.to_vec()))
}

/// Returns the options with date and identifier from the table, not from the clock.
fn options(table: &PublicityTable) -> PdfOptions {
    let day = table.generated_on;
    let midnight = Datetime::from_ymd_hms(day.year(), day.month() as u8, day.day() as u8, 0, 0, 0);
    PdfOptions {
        ident: Smart::Custom(table.check_url.clone()),
        creator: Smart::Custom(None),
        timestamp: midnight.map(Timestamp::new_utc),
        ..PdfOptions::default()
    }
}

fn messages(diagnostics: &[SourceDiagnostic]) -> String {
    diagnostics.iter().map(|diagnostic| diagnostic.message.as_str()).collect::<Vec<_>>().join("; ")
}
