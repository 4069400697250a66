//! What arrived is opened; what is no scan, or no scan for its slot, is refused with what to do.

use domain::form::ScanFacts;
use domain::policy::{BatchRules, Slot};
use platform::{ApiError, ApiResult};
use scan::Fault;

pub(crate) fn inspect(
    media_type: &str,
    bytes: &[u8],
    slot: &Slot,
    batch: &BatchRules,
) -> ApiResult<ScanFacts> {
    let facts = scan::inspect(media_type, bytes, batch.max_pdf_pages).map_err(refusal)?;
    check_size(slot, &facts)?;
    Ok(facts)
}

pub(crate) fn check_size(slot: &Slot, facts: &ScanFacts) -> ApiResult<()> {
    if let (Some((least_width, least_height)), Some(width), Some(height)) =
        (slot.min_size(), facts.width, facts.height)
        && (width < least_width || height < least_height)
    {
        let asked = format!("“{}”不得小于{least_width}×{least_height}像素", slot.label);
        let title = format!("{asked}，这张只有{width}×{height}像素，请换一张更清晰的图片");
        return Err(ApiError::refused(422, "E_SCAN_TOO_SMALL", title));
    }
    Ok(())
}

pub(crate) fn refusal(fault: Fault) -> ApiError {
    let (code, title) = match fault {
        Fault::OtherType => ("E_SCAN_TYPE", "文件内容不是有效的JPG、PNG图片或PDF，请重新扫描后上传"),
        Fault::Broken => ("E_SCAN_BROKEN", "文件已损坏，无法打开，请重新扫描后上传"),
        Fault::TooManyPixels => ("E_SCAN_TOO_LARGE", "图片尺寸过大，请按300dpi重新扫描后上传"),
        Fault::Encrypted => ("E_PDF_ENCRYPTED", "PDF文件设有密码或已加密，请取消加密后重新上传"),
        Fault::Scripted => ("E_PDF_SCRIPTS", "PDF文件含有脚本或可执行内容，请打印后重新扫描上传"),
        Fault::NoPages => ("E_PDF_NO_PAGES", "PDF文件没有页面，请重新扫描后上传"),
        Fault::TooManyPages { max } => return too_many_pages(max),
    };
    ApiError::refused(422, code, title)
}

fn too_many_pages(max: u32) -> ApiError {
    let title = format!("PDF文件不能超过{max}页，请拆分或只保留需要的页面后上传");
    ApiError::refused(422, "E_PDF_TOO_MANY_PAGES", title)
}
