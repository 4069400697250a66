use chrono::Datelike;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst_as_lib::{TypstAsLibError, TypstEngine};
use typst_pdf::{PdfOptions, Timestamp};

use crate::fonts::Fonts;
use crate::inputs;
use domain::publicity::PublicityTable;

const TEMPLATE: &str = include_str!("publicity_table.typ");

#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    #[error("the verification text does not fit a QR code: {0}")]
    Qr(#[from] qrcode::types::QrError),
    #[error("the publicity table could not be laid out: {0}")]
    Layout(#[from] TypstAsLibError),
    #[error("the publicity table could not be written as PDF: {}", messages(.0))]
    Pdf(Vec<SourceDiagnostic>),
}

/// The publicity table as PDF; the same table gives the same bytes.
pub fn render(table: &PublicityTable, fonts: &Fonts) -> Result<Vec<u8>, RenderError> {
    let engine =
        TypstEngine::builder().main_file(("publicity_table.typ", TEMPLATE)).fonts(fonts.faces()).build();
    let document = engine.compile_with_input(inputs::of(table)?).output?;
    typst_pdf::pdf(&document, &options(table)).map_err(|errors| RenderError::Pdf(errors.to_vec()))
}

/// Date and identifier come from the table, not from the clock.
fn options(table: &PublicityTable) -> PdfOptions {
    let day = table.generated_on;
    let midnight = Datetime::from_ymd_hms(day.year(), day.month() as u8, day.day() as u8, 0, 0, 0);
    PdfOptions {
        ident: Smart::Custom(format!("{}/{}", table.payload_hash, table.table_version)),
        creator: Smart::Custom(None),
        timestamp: midnight.map(Timestamp::new_utc),
        ..PdfOptions::default()
    }
}

fn messages(diagnostics: &[SourceDiagnostic]) -> String {
    diagnostics.iter().map(|diagnostic| diagnostic.message.as_str()).collect::<Vec<_>>().join("; ")
}
