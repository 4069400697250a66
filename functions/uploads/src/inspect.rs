//! Opens what arrived; what is no scan, or no scan for its slot, is refused.

use api::refusal::UploadRefusal;
use domain::form::ScanFacts;
use domain::pack::{BatchRules, Slot};
use platform::ApiResult;
use scan::Fault;

pub(crate) fn inspect(
    media_type: &str,
    bytes: &[u8],
    slot: &Slot,
    batch: &BatchRules,
) -> ApiResult<ScanFacts> {
    let facts =
        scan::inspect(media_type, bytes, batch.max_pdf_pages).map_err(|fault| refusal(fault, slot))?;
    check_size(slot, &facts)?;
    Ok(facts)
}

pub(crate) fn check_size(slot: &Slot, facts: &ScanFacts) -> ApiResult<()> {
    if let (Some((least_width, least_height)), Some(width), Some(height)) =
        (slot.min_size(), facts.width, facts.height)
        && (width < least_width || height < least_height)
    {
        let (label, least, found) = (slot.label.clone(), [least_width, least_height], [width, height]);
        return Err(UploadRefusal::TooFewPixels { label, least, found }.into());
    }
    Ok(())
}

/// Returns the refusal of a scan in this slot.
pub(crate) fn refusal(fault: Fault, slot: &Slot) -> UploadRefusal {
    match fault {
        Fault::OtherType => UploadRefusal::OtherType { image_only: slot.image_only },
        Fault::Broken => UploadRefusal::Broken,
        Fault::TooManyPixels => UploadRefusal::TooManyPixels,
        Fault::Encrypted => UploadRefusal::Encrypted,
        Fault::Scripted => UploadRefusal::Scripted,
        Fault::NoPages => UploadRefusal::NoPages,
        Fault::TooManyPages { max } => UploadRefusal::TooManyPages { max },
    }
}
