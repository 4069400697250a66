//! Scans, in English.

use super::values::months;
use crate::form::ScanFault;
use crate::words::place::Place;

pub(super) fn words(fault: &ScanFault, at: &Place<'_>) -> String {
    match fault {
        ScanFault::EScanMissing { any_of, covering } => {
            let asked = format!("Please upload: {}.", at.any_of(any_of).join(" or "));
            match covering {
                Some(range) => format!("{asked} It must cover {}.", months(range)),
                None => asked,
            }
        }
        ScanFault::ETooManyScans { max } => {
            format!("“{}” takes at most {max}. Delete the others.", at.label())
        }
        ScanFault::EScanKind { scan } => format!("Choose what kind of document “{}” is.", scan.name),
        ScanFault::EScanDescription { scan } => format!("Describe “{}”.", scan.name),
        ScanFault::ECopyStamps { scan } => format!(
            "“{}” is a copy: it must bear both the verification stamp and the employer’s seal. Tick both.",
            scan.name
        ),
        ScanFault::ECopyReason { scan } => {
            format!("“{}” is a copy: say why there is no original.", scan.name)
        }
        ScanFault::WNotMarked { scan } => format!(
            "“{}” should be the contents page with your paper. Mark the title of the paper and tick it.",
            scan.name
        ),
        ScanFault::WScanSmall { scan, .. } => format!(
            "“{}” has few pixels and may not be legible. Scan it again at a higher resolution.",
            scan.name
        ),
        ScanFault::WScanBlank { scan } => {
            format!("“{}” is almost blank. Make sure that the right side of the page was scanned.", scan.name)
        }
        ScanFault::WNoRed { scan } => format!(
            "No red seal was found on “{}”. Scan the original with its red seal in colour.",
            scan.name
        ),
        ScanFault::WSameScan { scan } => format!(
            "“{}” is the same file as one that you uploaded elsewhere. Make sure that it is the right one.",
            scan.name
        ),
    }
}
